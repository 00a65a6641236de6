// A label as annotation files write it: a text, a number or a truth value, held so that two are compared as two words.
//
// Up to 12 bytes of a text (four Chinese characters) lie in the label itself; a longer text stays where it is and must
// outlive the label. Labels are equal when their code points are equal: no case folding, no width folding. Numbers are
// equal by value, and a number is never a text.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "graders/measures/numbering.h"

namespace biaokao {

class Label {
public:
    Label() = default; // the empty text
    Label(std::string_view text);
    Label(const char* text) : Label(std::string_view(text)) {}
    [[nodiscard]] static Label of_number(double value);
    [[nodiscard]] static Label of_truth(bool value);

    [[nodiscard]] bool is_text() const { return size() < truth_mark; }
    // Empty where this is no text. A short one is a view into this label.
    [[nodiscard]] std::string_view text() const&;
    std::string_view text() && = delete;

    [[nodiscard]] std::uint64_t hash() const { return mixed_hash(words_[0], is_long() ? hash_of_long() : words_[1]); }
    friend bool operator==(const Label& a, const Label& b) {
        if (a.words_[0] != b.words_[0]) return false;
        return a.words_[1] == b.words_[1] || (a.is_long() && a.text() == b.text());
    }

private:
    static constexpr std::uint32_t inline_size = 12, truth_mark = 0xFFFF'FFFE, number_mark = 0xFFFF'FFFF;

    // In memory: the size of the text in bytes, or a mark (4 bytes); the text, or of a long one its first 4 bytes and
    // its address, or 4 bytes and the value (12 bytes).
    Label(std::uint32_t size_or_mark, std::string_view bytes_0, std::string_view bytes_4);
    [[nodiscard]] std::uint32_t size() const {
        std::uint32_t size = 0;
        std::memcpy(&size, words_.data(), sizeof(size));
        return size;
    }
    [[nodiscard]] bool is_long() const { return size() > inline_size && is_text(); }
    [[nodiscard]] std::uint64_t hash_of_long() const;

    std::array<std::uint64_t, 2> words_{};
};

} // namespace biaokao
