#include "graders/measures/assignment.h"

#include "engine/base/result.h"

namespace biaokao {
namespace {

// Compared lexicographically, so that leaving a row free is always dearer than any sum. One large constant instead
// would swallow the digits of the costs (1e18 + 0.5 == 1e18).
struct Cost {
    double free_rows = 0, sum = 0;

    friend bool operator<(Cost a, Cost b) {
        return a.free_rows != b.free_rows ? a.free_rows < b.free_rows : a.sum < b.sum;
    }
    friend Cost operator+(Cost a, Cost b) { return {a.free_rows + b.free_rows, a.sum + b.sum}; }
    friend Cost operator-(Cost a, Cost b) { return {a.free_rows - b.free_rows, a.sum - b.sum}; }
};

struct Edge {
    int column = 0;
    Cost cost;
};

// The permitted cells by row. Every row also has an edge to a column of its own, behind the real ones: taking that
// one means that the row stays free, so each row always finds a place.
struct Matrix {
    std::vector<std::size_t> first; // of each row in `edges`; one more at the end
    std::vector<Edge> edges;

    Matrix(int rows, int columns, std::span<const Cell> cells) : first(static_cast<std::size_t>(rows) + 1) {
        for (const Cell& cell : cells) {
            BIAOKAO_ASSERT(cell.row >= 0 && cell.row < rows && cell.column >= 0 && cell.column < columns);
            ++first[static_cast<std::size_t>(cell.row) + 1];
        }
        for (std::size_t row = 0; row + 1 < first.size(); ++row) first[row + 1] += first[row] + 1;
        edges.resize(first.back());
        std::vector<std::size_t> next(first.begin(), first.end() - 1);
        for (const Cell& cell : cells)
            edges[next[static_cast<std::size_t>(cell.row)]++] = {cell.column, {0, -cell.value}};
        for (int row = 0; row < rows; ++row) edges[next[static_cast<std::size_t>(row)]] = {columns + row, {1, 0}};
    }
    [[nodiscard]] std::span<const Edge> of(int row) const {
        const auto at = static_cast<std::size_t>(row);
        return std::span(edges).subspan(first[at], first[at + 1] - first[at]);
    }
};

class Solver {
public:
    Solver(const Matrix& matrix, int rows, int columns)
        : matrix_(matrix), row_of_column_(static_cast<std::size_t>(columns), -1),
          column_of_row_(static_cast<std::size_t>(rows), -1), row_potential_(static_cast<std::size_t>(rows)),
          column_potential_(static_cast<std::size_t>(columns)), distance_(static_cast<std::size_t>(columns)),
          from_row_(static_cast<std::size_t>(columns)), state_(static_cast<std::size_t>(columns), State::unseen) {}

    // Takes one more row in, along the cheapest alternating path to a free column.
    void add_row(int new_row) {
        int row = new_row;
        Cost reached;
        int sink = -1;
        while (sink < 0) {
            relax(row, reached);
            const std::size_t nearest = take_nearest();
            reached = distance_[nearest];
            row = row_of_column_[nearest];
            if (row < 0) sink = static_cast<int>(nearest);
        }
        update_potentials(new_row, reached);
        augment(new_row, sink);
    }
    [[nodiscard]] const std::vector<int>& column_of_row() const { return column_of_row_; }

private:
    enum class State : char { unseen, open, settled };

    void relax(int row, Cost reached) {
        const Cost base = reached - row_potential_[static_cast<std::size_t>(row)];
        for (const Edge& edge : matrix_.of(row)) {
            const auto column = static_cast<std::size_t>(edge.column);
            if (state_[column] == State::settled) continue;
            const Cost through = base + edge.cost - column_potential_[column];
            if (state_[column] == State::open && !(through < distance_[column])) continue;
            if (state_[column] == State::unseen) open_.push_back(column);
            state_[column] = State::open;
            distance_[column] = through;
            from_row_[column] = row;
        }
    }

    std::size_t take_nearest() {
        std::size_t best = 0;
        for (std::size_t i = 1; i < open_.size(); ++i) {
            const bool nearer = distance_[open_[i]] < distance_[open_[best]];
            const bool equal = !nearer && !(distance_[open_[best]] < distance_[open_[i]]);
            if (nearer || (equal && open_[i] < open_[best])) best = i;
        }
        const std::size_t column = open_[best];
        open_[best] = open_.back();
        open_.pop_back();
        state_[column] = State::settled;
        settled_.push_back(column);
        return column;
    }

    void update_potentials(int new_row, Cost reached) {
        auto& own = row_potential_[static_cast<std::size_t>(new_row)];
        own = own + reached;
        for (const std::size_t column : settled_) {
            const Cost slack = reached - distance_[column];
            column_potential_[column] = column_potential_[column] - slack;
            if (const int row = row_of_column_[column]; row >= 0) {
                auto& potential = row_potential_[static_cast<std::size_t>(row)];
                potential = potential + slack;
            }
            state_[column] = State::unseen;
        }
        for (const std::size_t column : open_) state_[column] = State::unseen;
        settled_.clear();
        open_.clear();
    }

    void augment(int new_row, int sink) {
        for (int column = sink;;) {
            const int row = from_row_[static_cast<std::size_t>(column)];
            row_of_column_[static_cast<std::size_t>(column)] = row;
            std::swap(column, column_of_row_[static_cast<std::size_t>(row)]);
            if (row == new_row) return;
        }
    }

    const Matrix& matrix_;
    std::vector<int> row_of_column_, column_of_row_;
    std::vector<Cost> row_potential_, column_potential_, distance_;
    std::vector<int> from_row_;
    std::vector<State> state_;
    std::vector<std::size_t> open_, settled_;
};

} // namespace

Assignment assign_most_then_largest(int rows, int columns, std::span<const Cell> permitted) {
    const Matrix matrix(rows, columns, permitted);
    Solver solver(matrix, rows, columns + rows);
    for (int row = 0; row < rows; ++row) solver.add_row(row);

    Assignment assignment;
    assignment.column_of_row = solver.column_of_row();
    for (int row = 0; row < rows; ++row) {
        int& column = assignment.column_of_row[static_cast<std::size_t>(row)];
        if (column >= columns) {
            column = -1;
            continue;
        }
        for (const Edge& edge : matrix.of(row)) {
            if (edge.column == column) assignment.total -= edge.cost.sum;
        }
        ++assignment.pairs;
    }
    return assignment;
}

} // namespace biaokao
