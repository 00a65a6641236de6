// Counts how often two numbers meet: reference label with candidate label, group with group. Only the cells that occur
// are kept, so a hostile list of thousands of labels costs no thousands of rows times columns.
#pragma once

#include <span>
#include <vector>

namespace biaokao {

struct CrossCell {
    int row = 0, column = 0;
    int count = 0; // > 0
};

struct CrossTable {
    std::vector<CrossCell> cells; // by row, then column
    std::vector<int> row_sizes;   // items of each row, those without a column included
    std::vector<int> column_sizes;
    int without_column = 0;
    int items = 0;
};

// rows[i] and columns[i] belong to item i: 0 … row_count − 1, and 0 … column_count − 1 or −1 for "in no column".
[[nodiscard]] CrossTable cross_table(std::span<const int> rows, std::span<const int> columns, int row_count,
                                     int column_count);

} // namespace biaokao
