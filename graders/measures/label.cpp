#include "graders/measures/label.h"

#include <algorithm>
#include <bit>

#include "engine/base/result.h"

namespace biaokao {
namespace {

// The bytes of a value, such as an address.
template <class T>
std::string_view bytes_of(const T& value) {
    return {reinterpret_cast<const char*>(&value), sizeof(value)};
}

} // namespace

Label::Label(std::uint32_t size_or_mark, std::string_view bytes_0, std::string_view bytes_4) {
    std::array<char, 16> memory{};
    static_assert(sizeof(memory) == sizeof(words_) && sizeof(size_or_mark) + 4 + sizeof(const char*) <= sizeof(memory));
    std::memcpy(memory.data(), &size_or_mark, sizeof(size_or_mark));
    bytes_0.copy(memory.data() + 4, bytes_0.size());
    bytes_4.copy(memory.data() + 8, bytes_4.size());
    std::memcpy(words_.data(), memory.data(), sizeof(memory));
}

Label::Label(std::string_view text) {
    BIAOKAO_ASSERT(text.size() < truth_mark);
    const auto size = static_cast<std::uint32_t>(text.size());
    const char* address = text.data();
    if (size <= inline_size) *this = Label(size, text, {});
    else *this = Label(size, text.substr(0, 4), bytes_of(address));
}

Label Label::of_number(double value) {
    const double same_zero = value + 0.0; // −0 is 0
    return {number_mark, {}, bytes_of(same_zero)};
}

Label Label::of_truth(bool value) { return {truth_mark, {}, bytes_of(value)}; }

std::string_view Label::text() const& {
    if (!is_text()) return {};
    const char* memory = reinterpret_cast<const char*>(words_.data());
    if (!is_long()) return {memory + 4, size()};
    const char* address = nullptr;
    std::memcpy(&address, memory + 8, sizeof(address));
    return {address, size()};
}

// Every byte counts: labels that share a long beginning must not fall into one place.
std::uint64_t Label::hash_of_long() const {
    std::uint64_t mixed = size();
    for (std::string_view rest = text(); !rest.empty(); rest.remove_prefix(std::min<std::size_t>(8, rest.size()))) {
        std::uint64_t word = 0;
        std::memcpy(&word, rest.data(), std::min<std::size_t>(8, rest.size()));
        mixed = (std::rotl(mixed, 23) ^ word) * 0x9E37'79B9'7F4A'7C15;
    }
    return mixed;
}

} // namespace biaokao
