// Whether two query results are equal: as lists, as multisets, as sets, and for any order of the candidate's columns.
//
// Cells: numbers by value within tolerance · max(1, |a|, |b|) (1 = 1.0, -0 = 0), texts by code points, null = null, a
// number is never a text. With a tolerance equality is not transitive, so that sorting and comparing neighbours can
// fail where a pairing exists: rows are paired by a largest matching wherever that matters.
#pragma once

#include <optional>

#include "engine/answer/table_cell.h"
#include "graders/measures/largest_pairing.h"

namespace biaokao {

// Empty values: undecided, because the results are beyond the bounds named in row_pairing.h and column_search.h. Both
// results empty: everything is equal, whatever the columns; one empty or other columns: nothing is.
struct ResultComparison {
    bool list_equal = false;            // the same rows in the same order
    std::optional<bool> multiset_equal; // a one-to-one pairing of equal rows covers both sides
    std::optional<bool> set_equal;      // every row has an equal one on the other side
    std::optional<bool> list_equal_any_columns, multiset_equal_any_columns;
    std::optional<std::size_t> rows_matched;           // the largest pairing, columns in their order
    std::vector<std::uint32_t> candidate_of_reference; // such a pairing; no_partner: the row is missing
};

// `tolerance` is not negative.
[[nodiscard]] ResultComparison compare_results(const TableRows& reference, const TableRows& candidate,
                                               double tolerance);

} // namespace biaokao
