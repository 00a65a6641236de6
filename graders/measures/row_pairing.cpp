#include "graders/measures/row_pairing.h"

#include <bit>

namespace biaokao {
namespace {

// Gives every different pair (class so far, class of a cell) a number.
class PairNumbers {
public:
    explicit PairNumbers(std::size_t most)
        : slots_(std::bit_ceil(2 * most + 2)), shift_(64 - std::countr_zero(slots_.size())) {}

    std::uint32_t of(std::uint32_t first, std::uint32_t second) {
        const std::uint64_t key = (std::uint64_t{first} << 32 | second) + 1; // 0 is an empty slot
        std::size_t at = key * 0x9E3779B97F4A7C15 >> shift_;
        for (; slots_[at].key != key; at = (at + 1) & (slots_.size() - 1)) {
            if (slots_[at].key != 0) continue;
            slots_[at] = {key, count_++};
            break;
        }
        return slots_[at].number;
    }
    [[nodiscard]] std::uint32_t count() const { return count_; }

private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t number = 0;
    };
    std::vector<Slot> slots_;
    int shift_;
    std::uint32_t count_ = 0;
};

// The rows of each class, in their order.
struct Grouped {
    std::vector<std::size_t> first;
    std::vector<std::uint32_t> rows;

    Grouped(std::span<const std::uint32_t> classes, std::uint32_t count) : first(count + 1), rows(classes.size()) {
        for (const std::uint32_t one : classes) ++first[one + 1];
        for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
        std::vector<std::size_t> next(first.begin(), first.end() - 1);
        for (std::uint32_t row = 0; row < classes.size(); ++row) rows[next[classes[row]]++] = row;
    }
    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t one) const {
        return std::span(rows).subspan(first[one], first[one + 1] - first[one]);
    }
};

using Rows = std::span<const std::uint32_t>;

class Pairer {
public:
    Pairer(const RowComparison& comparison, std::span<const ColumnPair> columns, std::size_t& compared)
        : comparison_(comparison), columns_(columns), compared_(compared) {
        found_.candidate_of_reference.assign(comparison.reference.rows, no_partner);
    }

    std::optional<RowPairing> run(const RowClasses& classes) {
        const Grouped reference(classes.reference, classes.count), candidate(classes.candidate, classes.count);
        for (std::uint32_t one = 0; one < classes.count; ++one) {
            const Rows left = reference.of(one), right = candidate.of(one);
            if (left.empty() || right.empty()) found_.every_row_has_an_equal = false;
            else if (!is_fuzzy(left[0])) pair_in_order(left, right);
            else if (!pair_by_comparing(left, right)) return std::nullopt;
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] bool is_fuzzy(std::size_t reference_row, std::size_t reference_column) const {
        return comparison_.cells.fuzzy[comparison_.cells.reference_column(reference_column)[reference_row]];
    }
    [[nodiscard]] bool is_fuzzy(std::size_t reference_row) const {
        return !comparison_.cells.exact && std::any_of(columns_.begin(), columns_.end(), [&](const ColumnPair& pair) {
            return is_fuzzy(reference_row, pair.first);
        });
    }

    void pair_in_order(Rows left, Rows right) {
        const std::size_t pairs = std::min(left.size(), right.size());
        for (std::size_t i = 0; i < pairs; ++i) found_.candidate_of_reference[left[i]] = right[i];
        found_.pairs += pairs;
    }

    // The column whose numbers lie farthest apart leaves the fewest rows to be compared.
    [[nodiscard]] ColumnPair widest_column(Rows left) const {
        ColumnPair widest = columns_[0];
        double best = -1;
        for (const ColumnPair& pair : columns_) {
            if (!is_fuzzy(left[0], pair.first)) continue;
            const auto value = [&](std::uint32_t row) {
                return comparison_.reference.at(row, pair.first).number().value();
            };
            double low = value(left[0]), high = low;
            for (const std::uint32_t row : left) low = std::min(low, value(row)), high = std::max(high, value(row));
            const double width = high / 2 - low / 2;
            const double spread = width / std::max({1.0, std::abs(low), std::abs(high)});
            if (spread > best) best = spread, widest = pair;
        }
        return widest;
    }

    bool pair_by_comparing(Rows left, Rows right) {
        const ColumnPair column = widest_column(left);
        const auto key = [&](std::uint32_t row) { return comparison_.candidate.at(row, column.second).number(); };
        std::vector<std::uint32_t> sorted(right.begin(), right.end());
        std::sort(sorted.begin(), sorted.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
        PermittedPairs permitted;
        std::vector<char> has_equal(sorted.size());
        for (const std::uint32_t row : left) {
            if (!add_equal_rows(row, sorted, column, permitted)) return false;
            const Rows equal = permitted.of(permitted.left_count() - 1);
            for (const std::uint32_t place : equal) has_equal[place] = 1;
            if (equal.empty()) found_.every_row_has_an_equal = false;
        }
        if (std::count(has_equal.begin(), has_equal.end(), 0) > 0) found_.every_row_has_an_equal = false;
        const Pairing pairing = largest_pairing(permitted, sorted.size());
        for (std::size_t i = 0; i < left.size(); ++i) {
            const std::uint32_t place = pairing.right_of_left[i];
            if (place != no_partner) found_.candidate_of_reference[left[i]] = sorted[place];
        }
        found_.pairs += pairing.pairs;
        return true;
    }

    // Adds the places in `sorted` of the rows equal to `row`. They lie together around its own value in that column.
    bool add_equal_rows(std::uint32_t row, Rows sorted, ColumnPair column, PermittedPairs& permitted) {
        const TableCell& cell = comparison_.reference.at(row, column.first);
        const auto may_be_equal = [&](std::size_t place) {
            ++compared_;
            return comparison_.tolerance > largest_sortable_tolerance ||
                   equal_within(cell, comparison_.candidate.at(sorted[place], column.second), comparison_.tolerance);
        };
        const auto add_if_equal = [&](std::size_t place) {
            if (rows_equal(row, sorted[place])) permitted.partners.push_back(static_cast<std::uint32_t>(place));
        };
        const auto middle = static_cast<std::size_t>(
            std::partition_point(sorted.begin(), sorted.end(),
                                 [&](std::uint32_t other) {
                                     return comparison_.candidate.at(other, column.second).number() < cell.number();
                                 }) -
            sorted.begin());
        for (std::size_t place = middle; place < sorted.size() && may_be_equal(place); ++place) {
            if (compared_ > comparison_.most_compared) return false;
            add_if_equal(place);
        }
        for (std::size_t place = middle; place > 0 && may_be_equal(place - 1); --place) {
            if (compared_ > comparison_.most_compared) return false;
            add_if_equal(place - 1);
        }
        permitted.close_left();
        return true;
    }

    [[nodiscard]] bool rows_equal(std::size_t reference, std::size_t candidate) const {
        return std::all_of(columns_.begin(), columns_.end(), [&](const ColumnPair& pair) {
            return equal_within(comparison_.reference.at(reference, pair.first),
                                comparison_.candidate.at(candidate, pair.second), comparison_.tolerance);
        });
    }

    const RowComparison& comparison_;
    std::span<const ColumnPair> columns_;
    std::size_t& compared_;
    RowPairing found_;
};

} // namespace

RowClasses all_rows_alike(const CellClasses& cells) {
    return {.reference = std::vector<std::uint32_t>(cells.reference_rows),
            .candidate = std::vector<std::uint32_t>(cells.candidate_rows),
            .count = 1,
            .balanced = cells.reference_rows == cells.candidate_rows};
}

RowClasses refined(const RowClasses& rows, std::span<const std::uint32_t> reference_column,
                   std::span<const std::uint32_t> candidate_column) {
    RowClasses finer{.reference = rows.reference, .candidate = rows.candidate};
    PairNumbers numbers(rows.reference.size() + rows.candidate.size());
    for (std::size_t row = 0; row < finer.reference.size(); ++row)
        finer.reference[row] = numbers.of(rows.reference[row], reference_column[row]);
    for (std::size_t row = 0; row < finer.candidate.size(); ++row)
        finer.candidate[row] = numbers.of(rows.candidate[row], candidate_column[row]);
    finer.count = numbers.count();
    std::vector<std::int64_t> surplus(finer.count); // of reference rows in each class
    for (const std::uint32_t one : finer.reference) ++surplus[one];
    for (const std::uint32_t one : finer.candidate) --surplus[one];
    finer.balanced = std::all_of(surplus.begin(), surplus.end(), [](std::int64_t more) { return more == 0; });
    return finer;
}

std::optional<RowPairing> pair_rows(const RowComparison& comparison, const RowClasses& rows,
                                    std::span<const ColumnPair> columns, std::size_t& compared) {
    return Pairer(comparison, columns, compared).run(rows);
}

} // namespace biaokao
