// Cells of two query results as small whole numbers, so that rows and columns are compared without looking at texts.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/answer/table_cell.h"
#include "graders/measures/limits.h"

namespace biaokao {

// Numbers within tolerance · max(1, |a|, |b|), everything else exactly. A tolerance of 0 is exact; above it the general
// slack of limits applies, but at most a thousandth of the limit, so that it does not swallow a tolerance of 1e-12.
[[nodiscard]] inline bool equal_within(const TableCell& a, const TableCell& b, double tolerance) {
    if (a == b) return true;
    if (tolerance == 0 || !a.is_number() || !b.is_number()) return false;
    const Number left = a.number(), right = b.number();
    const double limit = tolerance * std::max({1.0, std::abs(left.value()), std::abs(right.value())});
    return distance(left, right) <= limit + std::min(limit_slack, limit / 1000);
}

// Up to here the numbers equal to a given one lie together around it when all are sorted, and neighbours tell all:
// where the first and the last of a run are equal, so are any two between. For larger ones (1.5: -100 equals 50 but not
// 100) nothing of that holds.
constexpr double largest_sortable_tolerance = 0.5;

// Equal cells have the same class. With a tolerance equality is not transitive: a class is `fuzzy` where it holds
// numbers that chains of equal ones join although not all of them are equal.
struct CellClasses {
    std::size_t reference_rows = 0, candidate_rows = 0, columns = 0;
    std::vector<std::uint32_t> reference, candidate; // of each cell, column by column
    std::vector<char> fuzzy;                         // of each class
    bool exact = true;                               // none is fuzzy: equal classes mean equal cells

    [[nodiscard]] std::span<const std::uint32_t> reference_column(std::size_t column) const {
        return std::span(reference).subspan(column * reference_rows, reference_rows);
    }
    [[nodiscard]] std::span<const std::uint32_t> candidate_column(std::size_t column) const {
        return std::span(candidate).subspan(column * candidate_rows, candidate_rows);
    }
};

// Both sides have as many columns; less than 2^31 cells together.
[[nodiscard]] CellClasses classify_cells(const TableRows& reference, const TableRows& candidate, double tolerance);

} // namespace biaokao
