// What a candidate changed in a table: per cell, was it to change, was it changed, to what; per row, was it to be
// removed or added. A copy of the input earns nothing: only what is correct is an achievement, not what was kept.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/answer/table_cell.h"

namespace biaokao {

struct Table {
    std::vector<std::string_view> columns; // names, each once
    TableRows rows;                        // as many columns
};

struct TableTask {
    Table before, after;       // the same columns in the same order
    std::size_t id_column = 0; // texts, each once in a table: rows are told apart by them, never by their place
    // Of each column: the largest allowed difference where it holds numbers, empty elsewhere. In a column of numbers a
    // text that reads strictly as a number counts as one; elsewhere 5 is not "5".
    std::vector<std::optional<double>> tolerance;
};

// Correct: should change, is as wanted. Missed: should change, was left or went with its row. Wrong: should change, is
// something else. False: should stay, was changed. Kept: should stay, stayed.
enum class CellOutcome { correct, missed, wrong, changed_falsely, kept };
enum class RowOutcome {
    removed_correct,
    removed_missed,
    removed_falsely,
    added_correct,
    added_wrong,
    added_missed,
    added_falsely
};

struct CellFinding {
    std::string_view row_id;
    std::size_t column = 0; // of the task
    CellOutcome outcome = CellOutcome::kept;
    TableCell original, wanted, found; // found is nothing where the row is gone
};
struct RowFinding {
    std::string_view row_id;
    RowOutcome outcome = RowOutcome::removed_correct;
};

struct TableDiff {
    std::array<std::size_t, 5> cells{}; // by CellOutcome
    std::array<std::size_t, 7> rows{};  // by RowOutcome
    // Everything but the kept cells, in the order of row ids and columns; texts live as long as the tables.
    std::vector<CellFinding> cell_findings;
    std::vector<RowFinding> row_findings;

    [[nodiscard]] std::size_t count(CellOutcome outcome) const { return cells[static_cast<std::size_t>(outcome)]; }
    [[nodiscard]] std::size_t count(RowOutcome outcome) const { return rows[static_cast<std::size_t>(outcome)]; }
};

// The first row whose id is no text or stands in a row before it.
[[nodiscard]] std::optional<std::size_t> faulty_row_id(const TableRows& table, std::size_t id_column);
// Whether `other` has the names of `columns`, in any order, and none twice.
[[nodiscard]] bool same_columns(const std::vector<std::string_view>& columns,
                                const std::vector<std::string_view>& other);

// The row ids and columns of all three tables have passed the two checks above.
[[nodiscard]] TableDiff diff_tables(const TableTask& task, const Table& answer);

} // namespace biaokao
