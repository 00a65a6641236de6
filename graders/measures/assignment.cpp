#include "graders/measures/assignment.h"

#include <algorithm>
#include <numeric>

#include "engine/base/result.h"
#include "graders/measures/augmenting_paths.h"
#include "graders/measures/cost_search.h"

namespace biaokao {
namespace {

// A part is read by its cells alone where more than this many times as many are forbidden: from there on the search
// over the few permitted ones is faster than the straight lines.
constexpr std::size_t sparse_from = 16;

// Permitted cells that share neither row nor column with those of another part. Rows and columns ascend, so that ties
// do not depend on the order of the cells.
struct Part {
    std::vector<int> rows, columns;
    std::vector<const Cell*> cells;

    [[nodiscard]] bool turned() const { return rows.size() > columns.size(); } // the solver wants the fewer as rows
    [[nodiscard]] std::size_t area() const { return rows.size() * columns.size(); }
};

class PartFinder { // union and find over the rows and, behind them, the columns
public:
    PartFinder(std::size_t rows, std::size_t columns) : rows_(rows), parent_(rows + columns) {
        std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    }
    void join(const Cell& cell) { parent_[top(row_node(cell))] = top(column_node(cell)); }
    [[nodiscard]] std::size_t top(std::size_t node) {
        while (parent_[node] != node) node = parent_[node] = parent_[parent_[node]];
        return node;
    }
    [[nodiscard]] std::size_t size() const { return parent_.size(); }
    [[nodiscard]] static std::size_t row_node(const Cell& cell) { return static_cast<std::size_t>(cell.row); }
    [[nodiscard]] std::size_t column_node(const Cell& cell) const {
        return rows_ + static_cast<std::size_t>(cell.column);
    }

private:
    std::size_t rows_;
    std::vector<std::size_t> parent_;
};

// The parts of those cells, and the place of each row and (behind them) column in the lists of its part.
std::vector<Part> split(std::span<const Cell> cells, std::size_t rows, std::size_t columns,
                        std::vector<std::size_t>& place) {
    PartFinder finder(rows, columns);
    std::vector<char> used(finder.size());
    for (const Cell& cell : cells) {
        finder.join(cell);
        used[PartFinder::row_node(cell)] = used[finder.column_node(cell)] = 1;
    }
    std::vector<Part> parts;
    std::vector<std::size_t> part_of(finder.size(), no_partner); // of the top nodes
    place.assign(finder.size(), 0);
    for (std::size_t node = 0; node < finder.size(); ++node) {
        if (!used[node]) continue;
        std::size_t& part = part_of[finder.top(node)];
        if (part == no_partner) {
            part = parts.size();
            parts.emplace_back();
        }
        const bool is_row = node < rows;
        std::vector<int>& list = is_row ? parts[part].rows : parts[part].columns;
        place[node] = list.size();
        list.push_back(static_cast<int>(is_row ? node : node - rows));
    }
    for (const Cell& cell : cells) parts[part_of[finder.top(PartFinder::row_node(cell))]].cells.push_back(&cell);
    return parts;
}

// The cell of each part in the solver's numbers.
struct PlacedCell {
    std::size_t row = 0, column = 0;
    double cost = 0;
};

DenseSearch dense_search(std::size_t rows, std::size_t columns, std::span<const PlacedCell> cells) {
    DenseSearch search(rows, columns);
    for (const PlacedCell& cell : cells) search.cells()[cell.row * columns + cell.column] = cell.cost;
    search.prepare();
    return search;
}

SparseSearch sparse_search(std::size_t rows, std::size_t columns, std::span<const PlacedCell> cells) {
    std::vector<std::size_t> first(rows + 1), column_of_cell(cells.size());
    std::vector<double> cost(cells.size());
    for (const PlacedCell& cell : cells) ++first[cell.row + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::size_t> next(first.begin(), first.end() - 1);
    for (const PlacedCell& cell : cells) {
        const std::size_t at = next[cell.row]++;
        column_of_cell[at] = cell.column;
        cost[at] = cell.cost;
    }
    return {columns, std::move(first), std::move(column_of_cell), std::move(cost)};
}

template <class Search>
void solve(Search search, std::span<const int> rows, std::span<const int> columns, bool turned,
           std::vector<int>& column_of_row) {
    AugmentingPaths<Search> paths(search);
    const std::vector<std::size_t>& partner = paths.solve();
    for (std::size_t i = 0; i < partner.size(); ++i) {
        if (partner[i] == no_partner) continue;
        const int row = turned ? rows[partner[i]] : rows[i];
        column_of_row[static_cast<std::size_t>(row)] = turned ? columns[i] : columns[partner[i]];
    }
}

void solve_part(const Part& part, std::span<const std::size_t> place, std::size_t rows,
                std::vector<int>& column_of_row) {
    std::vector<PlacedCell> cells;
    cells.reserve(part.cells.size());
    for (const Cell* cell : part.cells) {
        const std::size_t row = place[static_cast<std::size_t>(cell->row)];
        const std::size_t column = place[rows + static_cast<std::size_t>(cell->column)];
        cells.push_back({part.turned() ? column : row, part.turned() ? row : column, -cell->value});
    }
    const std::size_t fewer = std::min(part.rows.size(), part.columns.size());
    const std::size_t more = std::max(part.rows.size(), part.columns.size());
    if (part.area() / sparse_from <= cells.size())
        solve(dense_search(fewer, more, cells), part.rows, part.columns, part.turned(), column_of_row);
    else solve(sparse_search(fewer, more, cells), part.rows, part.columns, part.turned(), column_of_row);
}

} // namespace

Assignment assign_most_then_largest(int rows, int columns, std::span<const Cell> permitted) {
    const auto row_count = static_cast<std::size_t>(rows), column_count = static_cast<std::size_t>(columns);
    for (const Cell& cell : permitted)
        BIAOKAO_ASSERT(cell.row >= 0 && cell.row < rows && cell.column >= 0 && cell.column < columns);
    Assignment assignment{.column_of_row = std::vector<int>(row_count, -1)};
    std::vector<std::size_t> place;
    for (const Part& part : split(permitted, row_count, column_count, place))
        solve_part(part, place, row_count, assignment.column_of_row);
    std::vector<double> value_of_row(row_count);
    for (const Cell& cell : permitted) {
        const auto row = static_cast<std::size_t>(cell.row);
        if (assignment.column_of_row[row] != cell.column) continue;
        value_of_row[row] = cell.value;
        ++assignment.pairs;
    }
    for (const double value : value_of_row) assignment.total += value;
    return assignment;
}

Assignment assign_in_matrix(std::size_t rows, std::size_t columns, std::span<const double> cells, Objective objective) {
    BIAOKAO_ASSERT(cells.size() == rows * columns);
    const bool turned = rows > columns;
    const double sign = objective == Objective::smallest ? 1 : -1;
    DenseSearch search(std::min(rows, columns), std::max(rows, columns));
    const std::size_t row_step = turned ? 1 : columns, column_step = turned ? rows : 1;
    for (std::size_t row = 0, i = 0; row < rows; ++row) {
        double* cost = search.cells().data() + row * row_step;
        for (std::size_t column = 0; column < columns; ++column, ++i, cost += column_step)
            *cost = cells[i] == forbidden ? forbidden : sign * cells[i];
    }
    search.prepare();
    std::vector<int> all_rows(rows), all_columns(columns);
    std::iota(all_rows.begin(), all_rows.end(), 0);
    std::iota(all_columns.begin(), all_columns.end(), 0);
    Assignment assignment{.column_of_row = std::vector<int>(rows, -1)};
    solve(std::move(search), all_rows, all_columns, turned, assignment.column_of_row);
    for (std::size_t row = 0; row < rows; ++row) {
        if (assignment.column_of_row[row] < 0) continue;
        assignment.total += cells[row * columns + static_cast<std::size_t>(assignment.column_of_row[row])];
        ++assignment.pairs;
    }
    return assignment;
}

} // namespace biaokao
