#include "graders/measures/text_error.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/text/normalise.h"
#include "engine/text/utf8.h"

namespace biaokao {
namespace {

constexpr std::size_t word_bits = 64;

// Which positions of the pattern hold a character: a plain table of bit rows, one for each distinct character.
class PatternBits {
public:
    explicit PatternBits(std::u32string_view pattern)
        : alphabet_(pattern.begin(), pattern.end()), blocks_((pattern.size() + word_bits - 1) / word_bits) {
        std::sort(alphabet_.begin(), alphabet_.end());
        alphabet_.erase(std::unique(alphabet_.begin(), alphabet_.end()), alphabet_.end());
        bits_.resize((alphabet_.size() + 1) * blocks_); // the last row, of all other characters, stays empty
        for (std::size_t i = 0; i < pattern.size(); ++i)
            bits_[row_of(pattern[i]) * blocks_ + i / word_bits] |= std::uint64_t{1} << (i % word_bits);
    }
    [[nodiscard]] std::size_t blocks() const { return blocks_; }
    [[nodiscard]] const std::uint64_t* row(char32_t c) const { return bits_.data() + row_of(c) * blocks_; }

private:
    [[nodiscard]] std::size_t row_of(char32_t c) const {
        const auto found = std::lower_bound(alphabet_.begin(), alphabet_.end(), c);
        const bool known = found != alphabet_.end() && *found == c;
        return known ? static_cast<std::size_t>(found - alphabet_.begin()) : alphabet_.size();
    }
    std::vector<char32_t> alphabet_;
    std::size_t blocks_;
    std::vector<std::uint64_t> bits_;
};

// 64 rows of one column of the table, as vertical differences: +1 where `plus` is set, −1 where `minus` is.
struct Block {
    std::uint64_t plus = ~std::uint64_t{0}, minus = 0;
};

// Moves a block one column on. `carry` is the horizontal difference above it; returned is the one at row `last_bit`.
int advance(Block& block, std::uint64_t equal, int carry, std::size_t last_bit) {
    const std::uint64_t vertical = equal | block.minus;
    if (carry < 0) equal |= 1;
    const std::uint64_t horizontal = (((equal & block.plus) + block.plus) ^ block.plus) | equal;
    std::uint64_t plus = block.minus | ~(horizontal | block.plus);
    std::uint64_t minus = block.plus & horizontal;
    const int out = static_cast<int>(plus >> last_bit & 1) - static_cast<int>(minus >> last_bit & 1);
    plus = plus << 1 | (carry > 0 ? 1u : 0u);
    minus = minus << 1 | (carry < 0 ? 1u : 0u);
    block.plus = minus | ~(vertical | plus);
    block.minus = plus & vertical;
    return out;
}

std::vector<std::string_view> units_of(std::string_view text, std::vector<std::string>& storage, bool normalised) {
    std::vector<std::string_view> words = words_of(text);
    if (!normalised) return words;
    storage.clear();
    for (const std::string_view word : words) {
        std::string comparable;
        for (const char32_t c : comparable_from_utf8(word)) append_code_point(comparable, c);
        if (!comparable.empty()) storage.push_back(std::move(comparable));
    }
    return {storage.begin(), storage.end()};
}

TextError word_error(std::string_view reference, std::string_view candidate, bool normalised) {
    std::map<std::string_view, char32_t> numbers;
    std::vector<std::string> storage[2];
    std::u32string units[2];
    for (const int side : {0, 1}) {
        for (const std::string_view word : units_of(side == 0 ? reference : candidate, storage[side], normalised))
            units[side] += numbers.emplace(word, static_cast<char32_t>(numbers.size())).first->second;
    }
    return {edit_distance(units[0], units[1]), units[0].size(), units[1].size()};
}

} // namespace

std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
    while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
    while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
    if (a.size() > b.size()) std::swap(a, b);
    if (a.empty()) return b.size();

    const PatternBits pattern(a);
    std::vector<Block> blocks(pattern.blocks());
    const std::size_t last_bit = (a.size() - 1) % word_bits;
    std::int64_t distance = static_cast<std::int64_t>(a.size()); // of the pattern from the empty text
    for (const char32_t c : b) {
        const std::uint64_t* equal = pattern.row(c);
        int carry = 1; // the first row grows with every character
        for (std::size_t i = 0; i + 1 < blocks.size(); ++i) carry = advance(blocks[i], equal[i], carry, word_bits - 1);
        distance += advance(blocks.back(), equal[blocks.size() - 1], carry, last_bit);
    }
    return static_cast<std::size_t>(distance);
}

std::optional<double> TextError::rate() const {
    if (reference_length == 0) return std::nullopt;
    return static_cast<double>(distance) / static_cast<double>(reference_length);
}

TextError text_error(std::string_view reference, std::string_view candidate, TextUnit unit, bool normalised) {
    if (unit == TextUnit::word) return word_error(reference, candidate, normalised);
    const std::u32string units = normalised ? comparable_from_utf8(candidate) : utf32_from_utf8(candidate);
    const std::u32string reference_units = normalised ? comparable_from_utf8(reference) : utf32_from_utf8(reference);
    return {edit_distance(reference_units, units), reference_units.size(), units.size()};
}

TextError text_error(std::u32string_view comparable_reference, std::string_view candidate) {
    const std::u32string units = comparable_from_utf8(candidate);
    return {edit_distance(comparable_reference, units), comparable_reference.size(), units.size()};
}

} // namespace biaokao
