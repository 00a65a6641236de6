#include "graders/measures/edit_distance.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace biaokao {
namespace {

constexpr std::size_t word_bits = 64;
constexpr std::uint64_t bit(std::size_t row) { return std::uint64_t{1} << row; }
// Multiplicative hashing: the upper bits of the product.
constexpr std::uint32_t hash(char32_t unit, int bits) { return (unit * 0x9E37'79B1u) >> (32 - bits); }

// Up to 64 rows of one column of the table, as vertical differences: +1 where `plus` is set, −1 where `minus` is.
struct Block {
    std::uint64_t plus = ~std::uint64_t{0}, minus = 0;
};

// A horizontal difference as two bits.
constexpr std::uint8_t grows = 1, shrinks = 2;

// Moves a block one column on. `equal` marks the rows whose unit is that of the column, `above` is the horizontal
// difference above the block; returned is the one at row `last`.
inline std::uint8_t advance(Block& block, std::uint64_t equal, std::uint8_t above, std::size_t last) {
    const std::uint64_t grew = above & 1u, shrank = above >> 1;
    const std::uint64_t vertical = equal | block.minus;
    equal |= shrank;
    const std::uint64_t horizontal = (((equal & block.plus) + block.plus) ^ block.plus) | equal;
    std::uint64_t plus = block.minus | ~(horizontal | block.plus);
    std::uint64_t minus = block.plus & horizontal;
    const auto below = static_cast<std::uint8_t>((plus >> last & 1) | (minus >> last & 1) << 1);
    plus = plus << 1 | grew;
    minus = minus << 1 | shrank;
    block.plus = minus | ~(vertical | plus);
    block.minus = plus & vertical;
    return below;
}

std::ptrdiff_t value_of(std::uint8_t difference) { return (difference & 1) - (difference >> 1); }

// The rows of at most 64 units where each of them stands, on the stack.
class ShortPattern {
public:
    explicit ShortPattern(std::u32string_view pattern) {
        for (std::size_t row = 0; row < pattern.size(); ++row) {
            const std::size_t slot = slot_of(pattern[row]);
            if (slots_[slot] == 0) {
                units_[count_] = pattern[row];
                rows_[count_] = 0;
                slots_[slot] = static_cast<std::uint8_t>(++count_);
            }
            rows_[slots_[slot] - 1u] |= bit(row);
        }
    }
    [[nodiscard]] std::uint64_t rows(char32_t unit) const {
        const std::size_t slot = slot_of(unit);
        return slots_[slot] == 0 ? 0 : rows_[slots_[slot] - 1u];
    }

private:
    static constexpr int slot_bits = 8;                      // four times the units, so that a search ends soon
    [[nodiscard]] std::size_t slot_of(char32_t unit) const { // its own slot or the empty one where it would go
        std::size_t slot = hash(unit, slot_bits);
        while (slots_[slot] != 0 && units_[slots_[slot] - 1u] != unit) slot = (slot + 1) % slots_.size();
        return slot;
    }
    std::array<std::uint8_t, 1 << slot_bits> slots_{}; // place in the lists below, from 1; 0 = empty
    std::array<char32_t, word_bits> units_;            // only the first count_ are set
    std::array<std::uint64_t, word_bits> rows_;
    std::size_t count_ = 0;
};

std::size_t short_distance(std::u32string_view pattern, std::u32string_view text) {
    const ShortPattern rows(pattern);
    Block block;
    auto distance = static_cast<std::ptrdiff_t>(pattern.size()); // of the pattern from the empty text
    for (const char32_t unit : text) distance += value_of(advance(block, rows.rows(unit), grows, pattern.size() - 1));
    return static_cast<std::size_t>(distance);
}

// Both texts with their units numbered from 1; 0 is what the pattern lacks.
struct Numbered {
    std::vector<std::uint32_t> pattern, text;
    std::size_t numbers = 1;
};

Numbered numbered(std::u32string_view pattern, std::u32string_view text) {
    struct Slot {
        char32_t unit = 0;
        std::uint32_t number = 0; // 0 = empty
    };
    const int bits = std::min<int>(31, static_cast<int>(std::bit_width(pattern.size())) + 1);
    std::vector<Slot> slots(std::size_t{1} << bits);
    const auto slot_of = [&](char32_t unit) -> Slot& {
        std::size_t slot = hash(unit, bits);
        while (slots[slot].number != 0 && slots[slot].unit != unit) slot = (slot + 1) & (slots.size() - 1);
        return slots[slot];
    };
    Numbered out;
    out.pattern.reserve(pattern.size());
    out.text.reserve(text.size());
    for (const char32_t unit : pattern) {
        Slot& slot = slot_of(unit);
        if (slot.number == 0) slot = {unit, static_cast<std::uint32_t>(out.numbers++)};
        out.pattern.push_back(slot.number);
    }
    for (const char32_t unit : text) out.text.push_back(slot_of(unit).number);
    return out;
}

// The table in blocks of 64 rows, one after the other, each over the columns of the band only.
class BandedTable {
public:
    explicit BandedTable(const Numbered& texts) : texts_(texts), rows_of_(texts.numbers), below_(texts.text.size()) {}

    // The exact distance where that is at most `bound`, else some number above the bound and not below the distance.
    // A way of at most `bound` edits leaves the diagonals from (0, 0) to the last cell by at most half of what the
    // difference in length does not use up; cells outside that band count as if every step there cost one.
    // `bound` is at least the difference in length; the pattern is the shorter text.
    [[nodiscard]] std::size_t distance(std::size_t bound) {
        const std::size_t rows = texts_.pattern.size(), columns = texts_.text.size();
        const std::size_t spare = (bound - (columns - rows)) / 2;
        std::fill(below_.begin(), below_.end(), grows); // the first row of the table
        std::ptrdiff_t corner = 0;                      // value above and left of the block
        std::size_t first = 0;
        for (std::size_t row = 0; row < rows; row += word_bits) {
            const std::size_t height = std::min(word_bits, rows - row);
            const std::size_t from = row - std::min(row, spare);
            const std::size_t to = std::min(columns, row + height + (columns - rows) + spare);
            for (; first < from; ++first) corner += value_of(below_[first]);
            fill_block(row, height, first, to);
            corner += static_cast<std::ptrdiff_t>(height);
        }
        for (; first < columns; ++first) corner += value_of(below_[first]);
        return static_cast<std::size_t>(corner);
    }

private:
    void fill_block(std::size_t row, std::size_t height, std::size_t from, std::size_t to) {
        for (std::size_t i = 0; i < height; ++i) rows_of_[texts_.pattern[row + i]] |= bit(i);
        Block block;
        for (std::size_t column = from; column < to; ++column)
            below_[column] = advance(block, rows_of_[texts_.text[column]], below_[column], height - 1);
        for (std::size_t i = 0; i < height; ++i) rows_of_[texts_.pattern[row + i]] = 0;
    }
    const Numbered& texts_;
    std::vector<std::uint64_t> rows_of_; // of each number, in the block that is being filled
    std::vector<std::uint8_t> below_;    // horizontal differences below the last block
};

std::size_t long_distance(std::u32string_view pattern, std::u32string_view text) {
    const Numbered texts = numbered(pattern, text);
    BandedTable table(texts);
    std::size_t bound = std::max(word_bits, text.size() - pattern.size());
    while (true) {
        const std::size_t found = table.distance(bound);
        if (found <= bound) return found;
        // What was found is never too small, so that it is a bound that holds; often it is the distance itself.
        bound = found <= 4 * bound ? found : 2 * bound;
    }
}

} // namespace

std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
    const auto front = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto same = static_cast<std::size_t>(front.first - a.begin());
    a.remove_prefix(same), b.remove_prefix(same);
    while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
    if (a.size() > b.size()) std::swap(a, b);
    if (a.empty()) return b.size();
    if (a.size() == 1) return b.size() - (b.find(a[0]) != b.npos);
    return a.size() <= word_bits ? short_distance(a, b) : long_distance(a, b);
}

} // namespace biaokao
