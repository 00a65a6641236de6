// One-to-one assignment: as many permitted pairs as possible, among those the best total (metrics.md 2).
//
// Shortest augmenting paths (augmenting_paths.h); nothing is permitted by a large constant. Which of several equally
// good assignments comes out depends only on the order of rows and columns, so callers that need more sort before.
#pragma once

#include <limits>
#include <span>
#include <vector>

namespace biaokao {

struct Assignment {
    std::vector<int> column_of_row; // -1: the row stays free
    int pairs = 0;
    double total = 0; // added in the order of the rows
};

enum class Objective { smallest, largest };

constexpr double forbidden = std::numeric_limits<double>::infinity();

// `cells` row after row, forbidden ones included; rows · columns of them. A permitted one may be zero or negative, its
// magnitude at most 1e300, so that no sum overflows.
[[nodiscard]] Assignment assign_in_matrix(std::size_t rows, std::size_t columns, std::span<const double> cells,
                                          Objective objective);

struct Cell { // a permitted pair
    int row = 0, column = 0;
    double value = 0;
};

// The largest total where few cells are permitted: each at most once, rows and columns inside the given counts. The
// parts of the matrix that no permitted cell connects are solved apart.
[[nodiscard]] Assignment assign_most_then_largest(int rows, int columns, std::span<const Cell> permitted);

} // namespace biaokao
