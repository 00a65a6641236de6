// Rows of two query results: which can be equal, and the largest one-to-one pairing of equal ones.
#pragma once

#include <optional>
#include <utility>

#include "graders/measures/cell_classes.h"
#include "graders/measures/largest_pairing.h"

namespace biaokao {

// Rows that have equal classes in every pair of columns looked at so far. Equal rows are never apart.
struct RowClasses {
    std::vector<std::uint32_t> reference, candidate; // of each row
    std::uint32_t count = 1;
    bool balanced = true; // every class has as many rows on both sides; without that not all rows can be paired
};

[[nodiscard]] RowClasses all_rows_alike(const CellClasses& cells);
// Looks at one more pair of columns.
[[nodiscard]] RowClasses refined(const RowClasses& rows, std::span<const std::uint32_t> reference_column,
                                 std::span<const std::uint32_t> candidate_column);

using ColumnPair = std::pair<std::size_t, std::size_t>; // of the reference, of the candidate

struct RowPairing {
    std::vector<std::uint32_t> candidate_of_reference; // no_partner: no equal row is left
    std::size_t pairs = 0;
    bool every_row_has_an_equal = true; // on both sides, however often
};

// Only where a tolerance joins numbers that are not all equal must rows be compared one by one: at most this many pairs
// (about 0.2 s), else the pairing stays undecided. Results of an exam have some thousand rows, few of them that close.
constexpr std::size_t most_rows_compared = std::size_t{1} << 24;

// What is compared: two results, their classes and the tolerance.
struct RowComparison {
    const TableRows& reference;
    const TableRows& candidate;
    const CellClasses& cells;
    double tolerance = 0;
    std::size_t most_compared = most_rows_compared;
};

// `rows` are the classes over just these columns. Empty where undecided; `compared` counts on.
[[nodiscard]] std::optional<RowPairing> pair_rows(const RowComparison& comparison, const RowClasses& rows,
                                                  std::span<const ColumnPair> columns, std::size_t& compared);

} // namespace biaokao
