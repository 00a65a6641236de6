#include "graders/measures/table_diff.h"

#include <algorithm>
#include <numeric>

#include "engine/base/result.h"
#include "engine/text/strict_number.h"
#include "graders/measures/limits.h"

namespace biaokao {
namespace {

// A row id with its first eight bytes as a number: ids are short, so most comparisons need nothing else.
struct RowKey {
    std::uint64_t head = 0;
    std::string_view id;
    std::size_t row = 0;

    friend bool operator<(const RowKey& a, const RowKey& b) { // equal ids by row
        if (a.head != b.head) return a.head < b.head;
        const int order = a.id.compare(b.id);
        return order != 0 ? order < 0 : a.row < b.row;
    }
    friend bool operator==(const RowKey& a, const RowKey& b) { return a.head == b.head && a.id == b.id; }
};

RowKey key_of(std::string_view id, std::size_t row) {
    std::uint64_t head = 0;
    for (std::size_t i = 0; i < 8; ++i) head = head << 8 | (i < id.size() ? static_cast<unsigned char>(id[i]) : 0u);
    return {head, id, row};
}

std::vector<RowKey> sorted_keys(const TableRows& table, std::size_t id_column) {
    std::vector<RowKey> keys;
    keys.reserve(table.rows);
    for (std::size_t row = 0; row < table.rows; ++row) keys.push_back(key_of(table.at(row, id_column).text(), row));
    if (!std::is_sorted(keys.begin(), keys.end())) std::sort(keys.begin(), keys.end());
    return keys;
}

std::vector<std::size_t> by_name(const std::vector<std::string_view>& columns) {
    std::vector<std::size_t> order(columns.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return columns[a] < columns[b]; });
    return order;
}

// The column of `other` that has the name of each column of `columns`; both have the same names.
std::vector<std::size_t> columns_in(const std::vector<std::string_view>& other,
                                    const std::vector<std::string_view>& columns) {
    BIAOKAO_ASSERT(other.size() == columns.size());
    const std::vector<std::size_t> from = by_name(columns), to = by_name(other);
    std::vector<std::size_t> place(columns.size());
    for (std::size_t i = 0; i < from.size(); ++i) place[from[i]] = to[i];
    return place;
}

std::optional<Number> number_in(const TableCell& cell) {
    if (cell.is_number()) return cell.number();
    return cell.is_text() ? strict_number(cell.text()) : std::nullopt;
}

bool equal_cells(const TableCell& a, const TableCell& b, const std::optional<double>& tolerance) {
    if (a == b) return true;
    if (!tolerance) return false;
    const auto number_a = number_in(a);
    const auto number_b = number_a ? number_in(b) : std::nullopt;
    return number_b && at_most(distance(*number_a, *number_b), *tolerance);
}

class Differ {
public:
    Differ(const TableTask& task, const Table& answer)
        : task_(task), answer_(answer), answer_column_(columns_in(answer.columns, task.before.columns)) {}

    TableDiff run() {
        const std::vector<RowKey> before = sorted_keys(task_.before.rows, task_.id_column);
        const std::vector<RowKey> after = sorted_keys(task_.after.rows, task_.id_column);
        const std::vector<RowKey> found = sorted_keys(answer_.rows, answer_column_[task_.id_column]);
        std::size_t b = 0, a = 0, f = 0;
        while (b < before.size() || a < after.size() || f < found.size()) {
            const RowKey* least = nullptr;
            for (const RowKey* key : {next(before, b), next(after, a), next(found, f)}) {
                if (key && (!least || *key < *least)) least = key;
            }
            const std::string_view id = least->id;
            const auto take = [&](const std::vector<RowKey>& keys, std::size_t& at) -> std::optional<std::size_t> {
                if (at == keys.size() || !(keys[at] == *least)) return std::nullopt;
                return keys[at++].row;
            };
            const auto row_before = take(before, b), row_after = take(after, a), row_found = take(found, f);
            judge_row(id, row_before, row_after, row_found);
        }
        return std::move(diff_);
    }

private:
    using Row = std::optional<std::size_t>;

    static const RowKey* next(const std::vector<RowKey>& keys, std::size_t at) {
        return at < keys.size() ? &keys[at] : nullptr;
    }

    void judge_row(std::string_view id, Row before, Row after, Row found) {
        if (before && after) {
            if (!found) add(id, RowOutcome::removed_falsely);
            judge_cells(id, *before, *after, found);
        } else if (before) {
            add(id, found ? RowOutcome::removed_missed : RowOutcome::removed_correct);
        } else if (after) {
            add(id, !found                            ? RowOutcome::added_missed
                    : added_row_equal(*after, *found) ? RowOutcome::added_correct
                                                      : RowOutcome::added_wrong);
        } else {
            add(id, RowOutcome::added_falsely);
        }
    }

    // A row that should stay but is gone misses the changes that were wanted in it; its other cells count as nothing.
    void judge_cells(std::string_view id, std::size_t before, std::size_t after, Row found) {
        for (std::size_t column = 0; column < answer_column_.size(); ++column) {
            if (column == task_.id_column) continue;
            const TableCell& original = task_.before.rows.at(before, column);
            const TableCell& wanted = task_.after.rows.at(after, column);
            const bool to_change = !equal_cells(original, wanted, task_.tolerance[column]);
            if (!found && !to_change) continue;
            const TableCell cell = found ? answer_.rows.at(*found, answer_column_[column]) : TableCell();
            const CellOutcome outcome =
                found ? outcome_of(original, wanted, cell, to_change, column) : CellOutcome::missed;
            ++diff_.cells[static_cast<std::size_t>(outcome)];
            if (outcome != CellOutcome::kept)
                diff_.cell_findings.push_back({id, column, outcome, original, wanted, cell});
        }
    }

    [[nodiscard]] CellOutcome outcome_of(const TableCell& original, const TableCell& wanted, const TableCell& cell,
                                         bool to_change, std::size_t column) const {
        const std::optional<double>& tolerance = task_.tolerance[column];
        if (equal_cells(cell, wanted, tolerance)) return to_change ? CellOutcome::correct : CellOutcome::kept;
        if (!to_change) return CellOutcome::changed_falsely;
        return equal_cells(cell, original, tolerance) ? CellOutcome::missed : CellOutcome::wrong;
    }

    [[nodiscard]] bool added_row_equal(std::size_t after, std::size_t found) const {
        for (std::size_t column = 0; column < answer_column_.size(); ++column) {
            if (column == task_.id_column) continue;
            if (!equal_cells(task_.after.rows.at(after, column), answer_.rows.at(found, answer_column_[column]),
                             task_.tolerance[column]))
                return false;
        }
        return true;
    }

    void add(std::string_view id, RowOutcome outcome) {
        ++diff_.rows[static_cast<std::size_t>(outcome)];
        diff_.row_findings.push_back({id, outcome});
    }

    const TableTask& task_;
    const Table& answer_;
    std::vector<std::size_t> answer_column_; // of each column of the task
    TableDiff diff_;
};

} // namespace

std::optional<std::size_t> faulty_row_id(const TableRows& table, std::size_t id_column) {
    for (std::size_t row = 0; row < table.rows; ++row) {
        if (!table.at(row, id_column).is_text()) return row;
    }
    const std::vector<RowKey> keys = sorted_keys(table, id_column);
    std::optional<std::size_t> first;
    for (std::size_t i = 1; i < keys.size(); ++i) {
        if (keys[i] == keys[i - 1]) first = std::min(first.value_or(table.rows), keys[i].row);
    }
    return first;
}

bool same_columns(const std::vector<std::string_view>& columns, const std::vector<std::string_view>& other) {
    std::vector<std::string_view> a = columns, b = other;
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a == b && std::adjacent_find(b.begin(), b.end()) == b.end();
}

TableDiff diff_tables(const TableTask& task, const Table& answer) {
    BIAOKAO_ASSERT(task.before.columns == task.after.columns && task.id_column < task.before.columns.size() &&
                   task.tolerance.size() == task.before.columns.size());
    return Differ(task, answer).run();
}

} // namespace biaokao
