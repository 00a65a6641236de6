// The solver behind assignment.h: shortest augmenting paths (Jonker and Volgenant 1987, rectangular after Crouse 2016)
// that also leaves rows free where no complete assignment exists.
//
// A free row counts before every cost: the search first looks at ways to a free column and asks what it costs to
// leave a row free only where there is none. Rows and columns from which no free column can be reached stay that way
// ("lost"), because whoever enters them can only push one of their rows out. So no large constant is needed, which
// would swallow the digits of the costs (1e18 + 0.5 == 1e18).
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "engine/base/result.h"
#include "graders/measures/cost_search.h"

namespace biaokao {

// `Search` (cost_search.h) holds the costs of rows() <= columns(), the prices of the columns and the distances of one
// search; the smaller number of rows is what the time depends on.
template <class Search>
class AugmentingPaths {
public:
    explicit AugmentingPaths(Search& search)
        : search_(search), column_of_row_(search.rows(), no_partner), row_of_column_(search.columns(), no_partner),
          row_price_(search.rows()), settled_distance_(search.columns()) {}

    // The column of each row. Rows that find their cheapest column free take it, only the others search.
    [[nodiscard]] const std::vector<std::size_t>& solve() {
        std::vector<std::size_t> waiting;
        for (std::size_t row = 0; row < search_.rows(); ++row) {
            search_.begin();
            const double least = search_.extend(row, 0);
            if (!(least < unreachable)) continue; // nothing is permitted
            row_price_[row] = least;
            const std::size_t column = search_.nearest(least, row_of_column_);
            if (row_of_column_[column] == no_partner) marry(row, column);
            else waiting.push_back(row);
        }
        for (const std::size_t row : waiting) add_row(row);
        return column_of_row_;
    }

private:
    static constexpr double unreachable = std::numeric_limits<double>::infinity();

    struct TreeRow {
        std::size_t row = 0;
        double base = 0; // its distance less its price: what leaving it free would cost
    };
    struct Settled {
        std::size_t column = 0, row = 0;
    };

    void marry(std::size_t row, std::size_t column) {
        column_of_row_[row] = column;
        row_of_column_[column] = row;
    }

    void add_row(std::size_t new_row) {
        search_.begin();
        tree_.clear();
        settled_.clear();
        double least = reach(new_row, 0);
        while (least < unreachable) {
            const std::size_t column = search_.nearest(least, row_of_column_);
            if (row_of_column_[column] == no_partner) {
                augment(new_row, column, least);
                update_prices(new_row, least);
                return;
            }
            least = settle_and_go_on(column, least);
        }
        give_one_up(new_row);
    }

    // Adds the row to the tree; returns the least distance of an open column.
    double reach(std::size_t row, double distance) {
        tree_.push_back({row, distance - row_price_[row]});
        return search_.extend(row, tree_.back().base);
    }

    double settle_and_go_on(std::size_t column, double distance) {
        const std::size_t row = row_of_column_[column];
        settled_.push_back({column, row});
        settled_distance_[column] = distance;
        search_.close(column);
        return reach(row, distance);
    }

    // No free column can be reached: of all rows that can be pushed out, the one goes whose loss is the cheapest.
    void give_one_up(std::size_t new_row) {
        const std::size_t newly_lost = settled_.size();
        for (const std::size_t column : lost_) search_.open(column);
        double least = unreachable;
        std::size_t cheapest = 0;
        for (std::size_t i = 0; i < tree_.size(); ++i) {
            least = search_.extend(tree_[i].row, tree_[i].base);
            if (tree_[i].base < tree_[cheapest].base) cheapest = i;
        }
        while (least < tree_[cheapest].base) {
            least = settle_and_go_on(search_.nearest(least, row_of_column_), least);
            if (tree_.back().base < tree_[cheapest].base) cheapest = tree_.size() - 1;
        }
        const auto [row, cost] = tree_[cheapest];
        if (row != new_row) {
            const std::size_t column = column_of_row_[row];
            column_of_row_[row] = no_partner;
            augment(new_row, column, settled_distance_[column]);
        }
        update_prices(new_row, cost);
        for (std::size_t i = 0; i < newly_lost; ++i) lost_.push_back(settled_[i].column);
        for (const std::size_t column : lost_) search_.close(column);
    }

    void augment(std::size_t new_row, std::size_t column, double distance) {
        for (;;) {
            const std::size_t row = row_before(column, distance);
            const std::size_t next = column_of_row_[row];
            marry(row, column);
            if (row == new_row) return;
            column = next;
            distance = settled_distance_[column];
        }
    }

    // The first row of the tree that gave the column its distance. Found by the same sum, term by term, as in
    // Search::extend: keeping it during the search would cost more than half of the time.
    [[nodiscard]] std::size_t row_before(std::size_t column, double distance) const {
        for (const TreeRow& one : tree_) {
            if (one.base + search_.cost(one.row, column) - search_.price(column) == distance) return one.row;
        }
        BIAOKAO_ASSERT(false);
        return 0;
    }

    void update_prices(std::size_t new_row, double reached) {
        row_price_[new_row] += reached;
        for (const auto& [column, row] : settled_) {
            const double slack = reached - settled_distance_[column];
            row_price_[row] += slack;
            search_.set_price(column, search_.price(column) - slack);
        }
    }

    Search& search_;
    std::vector<std::size_t> column_of_row_, row_of_column_;
    std::vector<double> row_price_, settled_distance_;
    std::vector<TreeRow> tree_;
    std::vector<Settled> settled_;
    std::vector<std::size_t> lost_; // columns
};

} // namespace biaokao
