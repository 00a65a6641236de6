#include "graders/measures/sql_result.h"

#include <numeric>

#include "graders/measures/column_search.h"

namespace biaokao {
namespace {

// All results that need no pairing: everything is equal, or nothing.
ResultComparison all_alike(bool equal, std::size_t reference_rows) {
    ResultComparison found{.list_equal = equal,
                           .multiset_equal = equal,
                           .set_equal = equal,
                           .list_equal_any_columns = equal,
                           .multiset_equal_any_columns = equal,
                           .rows_matched = equal ? reference_rows : 0};
    found.candidate_of_reference.assign(reference_rows, no_partner);
    if (equal) std::iota(found.candidate_of_reference.begin(), found.candidate_of_reference.end(), 0U);
    return found;
}

bool lists_equal(const TableRows& reference, const TableRows& candidate, double tolerance) {
    return reference.rows == candidate.rows &&
           std::equal(reference.cells.begin(), reference.cells.end(), candidate.cells.begin(), candidate.cells.end(),
                      [&](const TableCell& a, const TableCell& b) { return equal_within(a, b, tolerance); });
}

void pair_with_columns_fixed(ResultComparison& found, const RowComparison& comparison) {
    RowClasses rows = all_rows_alike(comparison.cells);
    std::vector<ColumnPair> columns;
    for (std::size_t column = 0; column < comparison.cells.columns; ++column) {
        rows = refined(rows, comparison.cells.reference_column(column), comparison.cells.candidate_column(column));
        columns.emplace_back(column, column);
    }
    std::size_t compared = 0;
    auto pairing = pair_rows(comparison, rows, columns, compared);
    if (!pairing) return;
    found.rows_matched = pairing->pairs;
    found.multiset_equal = pairing->pairs == comparison.reference.rows && pairing->pairs == comparison.candidate.rows;
    found.set_equal = pairing->every_row_has_an_equal;
    found.candidate_of_reference = std::move(pairing->candidate_of_reference);
}

} // namespace

ResultComparison compare_results(const TableRows& reference, const TableRows& candidate, double tolerance) {
    BIAOKAO_ASSERT(tolerance >= 0);
    if (reference.rows == 0 || candidate.rows == 0) return all_alike(reference.rows == candidate.rows, reference.rows);
    if (reference.columns != candidate.columns) return all_alike(false, reference.rows);
    if (lists_equal(reference, candidate, tolerance)) return all_alike(true, reference.rows);

    ResultComparison found;
    const CellClasses cells = classify_cells(reference, candidate, tolerance);
    const RowComparison comparison{reference, candidate, cells, tolerance};
    pair_with_columns_fixed(found, comparison);
    if (reference.rows != candidate.rows) {
        found.list_equal_any_columns = found.multiset_equal_any_columns = false;
        return found;
    }
    found.list_equal_any_columns = lists_equal_for_any_columns(comparison);
    found.multiset_equal_any_columns =
        found.multiset_equal == true ? found.multiset_equal : multisets_equal_for_any_columns(comparison);
    return found;
}

} // namespace biaokao
