#include "graders/measures/cross_table.h"

#include <algorithm>
#include <numeric>

#include "engine/base/result.h"

namespace biaokao {
namespace {

// The columns of all items that have one, those of row 0 first; `ends` gets the end of each row.
std::vector<int> columns_by_row(std::span<const int> rows, std::span<const int> columns, const CrossTable& table,
                                std::vector<std::size_t>& ends) {
    ends.resize(table.row_sizes.size());
    std::size_t start = 0;
    for (std::size_t row = 0; row < ends.size(); ++row) {
        ends[row] = start;
        start += static_cast<std::size_t>(table.row_sizes[row]);
    }
    std::vector<int> sorted(columns.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (columns[i] >= 0) sorted[ends[static_cast<std::size_t>(rows[i])]++] = columns[i];
    }
    return sorted;
}

} // namespace

CrossTable cross_table(std::span<const int> rows, std::span<const int> columns, int row_count, int column_count) {
    BIAOKAO_ASSERT(rows.size() == columns.size());
    CrossTable table{.row_sizes = std::vector<int>(static_cast<std::size_t>(row_count)),
                     .column_sizes = std::vector<int>(static_cast<std::size_t>(column_count)),
                     .items = static_cast<int>(rows.size())};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        ++table.row_sizes[static_cast<std::size_t>(rows[i])];
        if (columns[i] < 0) ++table.without_column;
        else ++table.column_sizes[static_cast<std::size_t>(columns[i])];
    }
    std::vector<std::size_t> ends;
    const std::vector<int> sorted = columns_by_row(rows, columns, table, ends);
    std::vector<int> counts(table.column_sizes.size()), met;
    std::size_t start = 0;
    for (int row = 0; row < row_count; ++row) {
        const auto at = static_cast<std::size_t>(row);
        for (std::size_t i = start; i < ends[at]; ++i) {
            if (counts[static_cast<std::size_t>(sorted[i])]++ == 0) met.push_back(sorted[i]);
        }
        std::sort(met.begin(), met.end());
        for (const int column : met)
            table.cells.push_back({row, column, std::exchange(counts[static_cast<std::size_t>(column)], 0)});
        met.clear();
        start += static_cast<std::size_t>(table.row_sizes[at]);
    }
    return table;
}

} // namespace biaokao
