// Edit distance of texts: character and word error rates (metrics.md 11).
//
// Only the number is unique, so only the number is graded; one possible alignment would be a matter of taste.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace biaokao {

// Levenshtein distance with unit costs over any units given as numbers. Myers' bit-parallel method in blocks of 64
// (Myers 1999, Hyyrö 2003): about length × length / 64 steps.
[[nodiscard]] std::size_t edit_distance(std::u32string_view a, std::u32string_view b);

struct TextError {
    std::size_t distance = 0, reference_length = 0, candidate_length = 0;
    // distance / reference_length; may exceed 1; absent when the reference has no unit.
    [[nodiscard]] std::optional<double> rate() const;
};

enum class TextUnit { character, word };
// With `normalised` both texts go through zh_norm first; words are split before and dropped when nothing is left.
[[nodiscard]] TextError text_error(std::string_view reference, std::string_view candidate, TextUnit unit,
                                   bool normalised);
// The same for a reference that was made comparable before, in characters.
[[nodiscard]] TextError text_error(std::u32string_view comparable_reference, std::string_view candidate);

} // namespace biaokao
