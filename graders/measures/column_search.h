// Whether two query results are equal for some order of the candidate's columns, the same for all rows.
#pragma once

#include <optional>

#include "graders/measures/row_pairing.h"

namespace biaokao {

// Ten columns have 3.6 million orders. Columns are chosen one after the other, only those that hold the same values,
// and a choice is given up as soon as the rows can no longer be paired; that leaves a handful of orders unless the
// results were made to be hard. Beyond `most_rows_visited` rows (half a second) or `most_ordered_columns` the answer
// stays open.
constexpr std::size_t most_ordered_columns = 64;
constexpr std::size_t most_rows_visited = std::size_t{1} << 26;

// Both sides have as many rows and columns. Empty where undecided.
[[nodiscard]] std::optional<bool> lists_equal_for_any_columns(const RowComparison& comparison);
[[nodiscard]] std::optional<bool> multisets_equal_for_any_columns(const RowComparison& comparison);

} // namespace biaokao
