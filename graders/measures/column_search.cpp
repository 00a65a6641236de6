#include "graders/measures/column_search.h"

#include <array>
#include <numeric>

namespace biaokao {
namespace {

// The same for the same classes in any order; different ones rarely share it.
std::uint64_t fingerprint_of(std::span<const std::uint32_t> column) {
    std::uint64_t sum = 0;
    for (const std::uint32_t one : column) {
        const std::uint64_t spread = (one + 1) * 0x9E3779B97F4A7C15;
        sum += (spread ^ spread >> 29) * 0xBF58476D1CE4E5B9;
    }
    return sum;
}

std::size_t count_different(std::span<const std::uint32_t> column) {
    std::vector<std::uint32_t> sorted(column.begin(), column.end());
    std::sort(sorted.begin(), sorted.end());
    return static_cast<std::size_t>(std::unique(sorted.begin(), sorted.end()) - sorted.begin());
}

class ColumnSearch {
public:
    explicit ColumnSearch(const RowComparison& comparison)
        : comparison_(comparison), cells_(comparison.cells), columns_(cells_.columns), taken_(columns_) {
        for (std::size_t column = 0; column < columns_; ++column) {
            reference_print_.push_back(fingerprint_of(cells_.reference_column(column)));
            candidate_print_.push_back(fingerprint_of(cells_.candidate_column(column)));
        }
    }

    // Without this no order of the columns can do.
    [[nodiscard]] bool same_fingerprints() const {
        std::vector<std::uint64_t> reference = reference_print_, candidate = candidate_print_;
        std::sort(reference.begin(), reference.end());
        std::sort(candidate.begin(), candidate.end());
        return reference == candidate;
    }

    // Row stands against row, so that each pair of columns is equal or not, whatever the others do.
    [[nodiscard]] bool lists_equal() const {
        PermittedPairs permitted;
        for (std::size_t r = 0; r < columns_; ++r) {
            for (std::size_t c = 0; c < columns_; ++c) {
                if (columns_equal(r, c)) permitted.partners.push_back(static_cast<std::uint32_t>(c));
            }
            permitted.close_left();
        }
        return largest_pairing(permitted, columns_).pairs == columns_;
    }

    std::optional<bool> multisets_equal() {
        order_columns();
        find_copies();
        return choose(all_rows_alike(cells_));
    }

private:
    [[nodiscard]] bool columns_equal(std::size_t reference, std::size_t candidate) const {
        if (reference_print_[reference] != candidate_print_[candidate]) return false;
        const auto left = cells_.reference_column(reference), right = cells_.candidate_column(candidate);
        if (!std::equal(left.begin(), left.end(), right.begin())) return false;
        if (cells_.exact) return true;
        for (std::size_t row = 0; row < left.size(); ++row) {
            if (!equal_within(comparison_.reference.at(row, reference), comparison_.candidate.at(row, candidate),
                              comparison_.tolerance))
                return false;
        }
        return true;
    }

    // Those with the fewest choices first, then those that tell most rows apart.
    void order_columns() {
        std::vector<std::array<std::size_t, 2>> rank;
        for (std::size_t column = 0; column < columns_; ++column) {
            const auto choices = std::count(candidate_print_.begin(), candidate_print_.end(), reference_print_[column]);
            rank.push_back({static_cast<std::size_t>(choices),
                            cells_.reference_rows - count_different(cells_.reference_column(column))});
        }
        order_.resize(columns_);
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return rank[a] < rank[b]; });
    }

    // Of columns with the very same cells only one need be tried at a time.
    void find_copies() {
        for (std::size_t column = 0; column < columns_; ++column) {
            std::size_t first = 0;
            while (first < column && !are_copies(first, column)) ++first;
            first_copy_.push_back(first);
        }
    }
    [[nodiscard]] bool are_copies(std::size_t a, std::size_t b) const {
        const TableRows& table = comparison_.candidate;
        for (std::size_t row = 0; row < table.rows; ++row) {
            if (!(table.at(row, a) == table.at(row, b))) return false;
        }
        return true;
    }

    // A partner for the next column in order, given those for the columns before it.
    std::optional<bool> choose(const RowClasses& rows) {
        if (chosen_.size() == columns_) return true;
        const std::size_t column = order_[chosen_.size()];
        std::vector<char> tried(columns_);
        for (std::size_t partner = 0; partner < columns_; ++partner) {
            if (taken_[partner] || reference_print_[column] != candidate_print_[partner]) continue;
            if (std::exchange(tried[first_copy_[partner]], char{1})) continue;
            const std::optional<bool> equal = choose_pair({column, partner}, rows);
            if (!equal || *equal) return equal;
        }
        return false;
    }

    std::optional<bool> choose_pair(ColumnPair pair, const RowClasses& rows) {
        visited_ += rows.reference.size() + rows.candidate.size();
        if (visited_ > most_rows_visited) return std::nullopt;
        const RowClasses finer =
            refined(rows, cells_.reference_column(pair.first), cells_.candidate_column(pair.second));
        if (!finer.balanced) return false;
        chosen_.push_back(pair);
        taken_[pair.second] = 1;
        std::optional<bool> equal = true;
        if (!cells_.exact) {
            const auto pairing = pair_rows(comparison_, finer, chosen_, compared_);
            equal = pairing ? std::optional(pairing->pairs == finer.reference.size()) : std::nullopt;
        }
        if (equal && *equal) equal = choose(finer);
        chosen_.pop_back();
        taken_[pair.second] = 0;
        return equal;
    }

    const RowComparison& comparison_;
    const CellClasses& cells_;
    std::size_t columns_;
    std::vector<std::uint64_t> reference_print_, candidate_print_;
    std::vector<std::size_t> order_, first_copy_;
    std::vector<ColumnPair> chosen_;
    std::vector<char> taken_; // of the candidate's columns
    std::size_t visited_ = 0, compared_ = 0;
};

} // namespace

std::optional<bool> lists_equal_for_any_columns(const RowComparison& comparison) {
    const ColumnSearch search(comparison);
    if (!search.same_fingerprints()) return false;
    return comparison.cells.columns > most_ordered_columns ? std::nullopt : std::optional(search.lists_equal());
}

std::optional<bool> multisets_equal_for_any_columns(const RowComparison& comparison) {
    ColumnSearch search(comparison);
    if (!search.same_fingerprints()) return false;
    return comparison.cells.columns > most_ordered_columns ? std::nullopt : search.multisets_equal();
}

} // namespace biaokao
