// Levenshtein distance of two sequences: the smallest number of substitutions, insertions and deletions.
#pragma once

#include <cstddef>
#include <string_view>

namespace biaokao {

// Units are any numbers: code points, or words that were numbered before. Myers' bit-parallel method (1999) in blocks
// of 64 rows (Hyyrö 2003), banded by a doubling bound (Ukkonen 1985): about length · (64 + distance) / 64 steps, and
// memory linear in the lengths. What both texts begin and end with costs a comparison only.
[[nodiscard]] std::size_t edit_distance(std::u32string_view a, std::u32string_view b);

} // namespace biaokao
