#include "graders/measures/cost_search.h"

#include <array>

namespace biaokao {

void DenseSearch::prepare() {
    const bool complete = std::find(cells_.begin(), cells_.end(), infinite) == cells_.end();
    if (rows_ != columns() || !complete || rows_ == 0) return;
    std::copy_n(cells_.begin(), columns(), price_.begin());
    for (std::size_t row = 1; row < rows_; ++row) {
        const double* cell = &cells_[row * columns()];
        for (std::size_t column = 0; column < columns(); ++column)
            price_[column] = cell[column] < price_[column] ? cell[column] : price_[column];
    }
    open_price_ = price_;
}

double DenseSearch::extend(std::size_t row, double base) {
    double least = infinite;
    for (std::size_t block = 0; block < block_least_.size(); ++block) {
        block_least_[block] = extend_block(row, base, block * block_size);
        least = std::min(least, block_least_[block]);
    }
    return least;
}

// Four sums at a time and no branch: the compiler makes vectors of it, a single running minimum would be a chain.
double DenseSearch::extend_block(std::size_t row, double base, std::size_t begin) {
    constexpr std::size_t lanes = 4;
    const double* const cost = cells_.data() + row * columns();
    const double* const price = open_price_.data();
    double* const distance = distance_.data();
    std::array<double, lanes> least;
    least.fill(infinite);
    const auto lower = [&](std::size_t column, std::size_t lane) {
        const double through = base + cost[column] - price[column];
        const double shorter = through < distance[column] ? through : distance[column];
        distance[column] = shorter;
        least[lane] = shorter < least[lane] ? shorter : least[lane];
    };
    const std::size_t end = std::min(begin + block_size, columns());
    std::size_t column = begin;
    for (; column + lanes <= end; column += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane) lower(column + lane, lane);
    }
    for (; column < end; ++column) lower(column, 0);
    return std::min(std::min(least[0], least[1]), std::min(least[2], least[3]));
}

std::size_t DenseSearch::nearest(double distance, std::span<const std::size_t> row_of_column) const {
    std::size_t first = no_partner;
    for (std::size_t block = 0; block < block_least_.size(); ++block) {
        if (block_least_[block] != distance) continue;
        const std::size_t end = std::min((block + 1) * block_size, columns());
        for (std::size_t column = block * block_size; column < end; ++column) {
            if (distance_[column] != distance) continue;
            if (row_of_column[column] == no_partner) return column;
            if (first == no_partner) first = column;
        }
    }
    return first;
}

double SparseSearch::cost(std::size_t row, std::size_t column) const {
    for (std::size_t i = first_[row]; i < first_[row + 1]; ++i) {
        if (column_[i] == column) return cost_[i];
    }
    return infinite;
}

void SparseSearch::begin() {
    for (const std::size_t column : reached_) distance_[column] = infinite;
    reached_.clear();
}

double SparseSearch::extend(std::size_t row, double base) {
    for (std::size_t i = first_[row]; i < first_[row + 1]; ++i) {
        const std::size_t column = column_[i];
        const double through = base + cost_[i] - open_price_[column];
        if (!(through < distance_[column])) continue;
        if (distance_[column] == infinite) reached_.push_back(column);
        distance_[column] = through;
    }
    double least = infinite;
    for (const std::size_t column : reached_) least = std::min(least, distance_[column]);
    return least;
}

std::size_t SparseSearch::nearest(double distance, std::span<const std::size_t> row_of_column) const {
    std::size_t first = no_partner, first_free = no_partner;
    for (const std::size_t column : reached_) {
        if (distance_[column] != distance) continue;
        if (row_of_column[column] == no_partner) first_free = std::min(first_free, column);
        first = std::min(first, column);
    }
    return first_free == no_partner ? first : first_free;
}

} // namespace biaokao
