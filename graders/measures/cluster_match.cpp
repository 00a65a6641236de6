#include "graders/measures/cluster_match.h"

#include <algorithm>
#include <cmath>

#include "graders/measures/assignment.h"
#include "graders/measures/cross_table.h"

namespace biaokao {
namespace {

// The matching with the most common items. Every reference group also gets a place of its own that is worth nothing, so
// that "as many pairs as possible" of the assignment pairs all groups in any case and only the sum is left to decide.
// Without these places two small groups would be preferred to a large one.
void match_groups(const CrossTable& table, ClusterMatching& result) {
    const auto groups = static_cast<int>(table.row_sizes.size()), columns = static_cast<int>(table.column_sizes.size());
    std::vector<Cell> cells;
    cells.reserve(table.cells.size() + table.row_sizes.size());
    for (const CrossCell& cell : table.cells) cells.push_back({cell.row, cell.column, static_cast<double>(cell.count)});
    for (int group = 0; group < groups; ++group) cells.push_back({group, columns + group, 0});
    const Assignment found = assign_most_then_largest(groups, columns + groups, cells);

    result.groups.resize(table.row_sizes.size());
    for (std::size_t group = 0; group < result.groups.size(); ++group)
        result.groups[group].size = table.row_sizes[group];
    for (const CrossCell& cell : table.cells) {
        const auto group = static_cast<std::size_t>(cell.row);
        if (found.column_of_row[group] != cell.column) continue;
        result.groups[group].partner = cell.column;
        result.groups[group].partner_size = table.column_sizes[static_cast<std::size_t>(cell.column)];
        result.groups[group].common = cell.count;
    }
}

// Sums over the cells, where each item without a group stands alone in a column of its own.
struct Sums {
    double largest_of_rows = 0, largest_of_columns = 0;
    double cells_squared = 0, rows_squared = 0, columns_squared = 0; // Σ n²
    double information = 0, row_entropy = 0, column_entropy = 0;     // natural logarithm
};

double entropy_part(double size, double n) { return size > 0 ? size / n * std::log(n / size) : 0; }

// One cell's share of the mutual information: exactly 0 where it holds as many items as chance would put there.
double information_part(double count, double row_size, double column_size, double n) {
    return count / n * std::log(n * count / (row_size * column_size));
}

Sums sum_up(const CrossTable& table) {
    const auto n = static_cast<double>(table.items);
    const auto alone = static_cast<double>(table.without_column);
    std::vector<int> largest_of_row(table.row_sizes.size()), largest_of_column(table.column_sizes.size());
    std::vector<int> alone_in_row = table.row_sizes;
    Sums sums{.largest_of_columns = alone, .cells_squared = alone, .columns_squared = alone};
    for (const CrossCell& cell : table.cells) {
        const auto row = static_cast<std::size_t>(cell.row), column = static_cast<std::size_t>(cell.column);
        const double count = cell.count;
        largest_of_row[row] = std::max(largest_of_row[row], cell.count);
        largest_of_column[column] = std::max(largest_of_column[column], cell.count);
        alone_in_row[row] -= cell.count;
        sums.cells_squared += count * count;
        sums.information += information_part(count, table.row_sizes[row], table.column_sizes[column], n);
    }
    for (std::size_t row = 0; row < table.row_sizes.size(); ++row) {
        const double size = table.row_sizes[row];
        sums.largest_of_rows += std::max(largest_of_row[row], alone_in_row[row] > 0 ? 1 : 0);
        sums.rows_squared += size * size;
        sums.row_entropy += entropy_part(size, n);
        if (alone_in_row[row] > 0) sums.information += alone_in_row[row] * information_part(1, size, 1, n);
    }
    for (std::size_t column = 0; column < table.column_sizes.size(); ++column) {
        const double size = table.column_sizes[column];
        sums.largest_of_columns += largest_of_column[column];
        sums.columns_squared += size * size;
        sums.column_entropy += entropy_part(size, n);
    }
    sums.column_entropy += alone * entropy_part(1, n);
    return sums;
}

// Of one group nothing is left to be known: 1. Rounding may leave the shares that are 0 or 1 by a hair.
double share_of(double information, double entropy) {
    return entropy > 0 ? std::clamp(information / entropy, 0.0, 1.0) : 1;
}

// Hubert and Arabie's index from counts of ordered pairs of items: together in both, in one only, in neither.
double adjusted_rand_index(const Sums& sums, double n) {
    const double both = sums.cells_squared - n;
    const double reference_only = sums.rows_squared - sums.cells_squared;
    const double candidate_only = sums.columns_squared - sums.cells_squared;
    const double neither = n * n - n - both - reference_only - candidate_only;
    if (reference_only == 0 && candidate_only == 0) return 1;
    return 2 * (both * neither - reference_only * candidate_only) /
           ((both + reference_only) * (reference_only + neither) +
            (both + candidate_only) * (candidate_only + neither));
}

} // namespace

ClusterMatching match_clusters(std::span<const int> reference, std::span<const int> candidate, int reference_groups,
                               int candidate_groups) {
    const CrossTable table = cross_table(reference, candidate, reference_groups, candidate_groups);
    ClusterMatching result{.items = table.items, .unassigned = table.without_column};
    if (table.items == 0) return result;
    match_groups(table, result);
    const Sums sums = sum_up(table);
    const double n = table.items;
    int matched = 0;
    for (const ReferenceGroup& group : result.groups) matched += group.common;
    result.matched_items = matched;
    result.accuracy = matched / n;
    result.purity = sums.largest_of_columns / n;
    result.inverse_purity = sums.largest_of_rows / n;
    const double homogeneity = share_of(sums.information, sums.row_entropy);
    const double completeness = share_of(sums.information, sums.column_entropy);
    result.homogeneity = homogeneity;
    result.completeness = completeness;
    result.v_measure =
        homogeneity + completeness > 0 ? 2 * homogeneity * completeness / (homogeneity + completeness) : 0;
    result.nmi = share_of(2 * sums.information, sums.row_entropy + sums.column_entropy);
    result.ari = adjusted_rand_index(sums, n);
    return result;
}

} // namespace biaokao
