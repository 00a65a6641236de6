// Edit distance of texts: character and word error rates (metrics.md 11).
//
// Only the number is unique, so only the number is graded; one possible alignment would be a matter of taste.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace biaokao {

struct TextError { // in units
    std::size_t distance = 0, reference_length = 0, candidate_length = 0;
    // distance / reference_length; may exceed 1; absent when the reference has no unit.
    [[nodiscard]] std::optional<double> rate() const;
};

// In code points, of texts as they stand or that were made comparable before.
[[nodiscard]] TextError character_error(std::u32string_view reference, std::u32string_view candidate);

enum class TextUnit { character, word };
// With `normalised` both texts go through zh_norm first; words are split before and dropped when nothing is left.
[[nodiscard]] TextError text_error(std::u32string_view reference, std::u32string_view candidate, TextUnit unit,
                                   bool normalised);

} // namespace biaokao
