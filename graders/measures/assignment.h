// One-to-one assignment: as many permitted pairs as possible, among those the largest sum.
//
// Shortest augmenting paths (Crouse 2016, after Jonker and Volgenant) on a sparse, rectangular matrix. A cell that is
// not given is forbidden; a row for which no cell is left stays free. Which of several equally good assignments comes
// out depends only on the order of rows and columns, so callers that need more sort before.
#pragma once

#include <span>
#include <vector>

namespace biaokao {

struct Cell { // a permitted pair; `value` may be zero or negative
    int row = 0, column = 0;
    double value = 0;
};

struct Assignment {
    std::vector<int> column_of_row; // -1: the row stays free
    int pairs = 0;
    double total = 0;
};

// Each cell at most once, rows and columns inside the given counts.
[[nodiscard]] Assignment assign_most_then_largest(int rows, int columns, std::span<const Cell> permitted);

} // namespace biaokao
