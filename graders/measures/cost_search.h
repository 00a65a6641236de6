// What the solver of augmenting_paths.h searches in: costs, prices of columns and the distances of one search. The same
// functions twice: a full matrix is read in a straight line, a sparse one by its permitted cells.
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace biaokao {

constexpr std::size_t no_partner = std::numeric_limits<std::size_t>::max();

// A closed column counts as infinitely dear, so that the loops over all columns need not ask.
class ColumnDistances {
public:
    explicit ColumnDistances(std::size_t columns)
        : price_(columns), open_price_(columns), distance_(columns, infinite) {}

    [[nodiscard]] std::size_t columns() const { return price_.size(); }
    [[nodiscard]] double price(std::size_t column) const { return price_[column]; }
    void set_price(std::size_t column, double price) { price_[column] = open_price_[column] = price; } // opens it too
    void open(std::size_t column) { open_price_[column] = price_[column]; }
    void close(std::size_t column) {
        open_price_[column] = -infinite;
        distance_[column] = infinite;
    }

protected:
    static constexpr double infinite = std::numeric_limits<double>::infinity();

    std::vector<double> price_, open_price_, distance_;
};

class DenseSearch : public ColumnDistances {
public:
    // Every cell forbidden; fill in the permitted ones, then prepare().
    DenseSearch(std::size_t rows, std::size_t columns)
        : ColumnDistances(columns), rows_(rows), cells_(rows * columns, infinite),
          block_least_((columns + block_size - 1) / block_size) {}

    [[nodiscard]] std::span<double> cells() { return cells_; } // row after row
    // The cheapest cell of each column as its first price: sound only where every column will be taken.
    void prepare();

    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] double cost(std::size_t row, std::size_t column) const { return cells_[row * columns() + column]; }
    void begin() { std::fill(distance_.begin(), distance_.end(), infinite); }
    // Lowers distances to base + cost − price; returns the least distance of all open columns.
    [[nodiscard]] double extend(std::size_t row, double base);
    // A column at that distance: the first free one, else the first.
    [[nodiscard]] std::size_t nearest(double distance, std::span<const std::size_t> row_of_column) const;

private:
    static constexpr std::size_t block_size = 64; // columns; so that nearest() looks only where the least distance is

    [[nodiscard]] double extend_block(std::size_t row, double base, std::size_t begin);

    std::size_t rows_;
    std::vector<double> cells_, block_least_;
};

class SparseSearch : public ColumnDistances {
public:
    // `first` holds the place of each row's first cell in the two lists, and the end.
    SparseSearch(std::size_t columns, std::vector<std::size_t> first, std::vector<std::size_t> columns_of_cells,
                 std::vector<double> costs)
        : ColumnDistances(columns), first_(std::move(first)), column_(std::move(columns_of_cells)),
          cost_(std::move(costs)) {}

    [[nodiscard]] std::size_t rows() const { return first_.size() - 1; }
    [[nodiscard]] double cost(std::size_t row, std::size_t column) const;
    void begin();
    [[nodiscard]] double extend(std::size_t row, double base);
    [[nodiscard]] std::size_t nearest(double distance, std::span<const std::size_t> row_of_column) const;

private:
    std::vector<std::size_t> first_, column_;
    std::vector<double> cost_;
    std::vector<std::size_t> reached_; // columns that have a distance or had one
};

} // namespace biaokao
