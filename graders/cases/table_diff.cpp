// Cases of table_diff: a table before and after, and what a candidate made of it.
#include "graders/measures/table_diff.h"

#include <algorithm>

#include "graders/cases/metric_cases.h"
#include "graders/cases/table_cases.h"

namespace biaokao {
namespace {

struct TableDiffCase {
    TableTask task;
    Table answer;
};

std::vector<std::string_view> read_columns(const CaseNode& list) {
    std::vector<std::string_view> columns;
    for (const Json& name : list.elements()) columns.push_back(list.at(name).text());
    return columns;
}

// Empty after a fault.
std::optional<std::size_t> place_of(const std::vector<std::string_view>& columns, std::string_view name) {
    const auto found = std::find(columns.begin(), columns.end(), name);
    return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

Table read_rows(const CaseNode& list, const std::vector<std::string_view>& columns, std::string_view id_column) {
    Table table{columns, read_table_rows(list, columns.size())};
    const auto place = place_of(columns, id_column);
    if (list.faulty() || !place) return table;
    if (const auto row = faulty_row_id(table.rows, *place))
        list.at(list.at(list.elements()[*row]).elements()[*place]).refuse("error.case_row_id");
    return table;
}

TableDiffCase read(const CaseParts& parts) {
    TableDiffCase input;
    const CaseNode key = parts.params.member("key"), numeric = parts.params.member("numeric");
    const CaseNode names = parts.reference.member("columns"), answer_names = parts.candidate.member("columns");
    const auto columns = read_columns(names), answer_columns = read_columns(answer_names);
    if (!same_columns(columns, columns)) names.refuse("error.case_columns");
    if (!same_columns(columns, answer_columns)) answer_names.refuse("error.case_columns");
    const auto id_column = place_of(columns, key.text());
    if (!id_column) key.refuse("error.case_unknown_value", {{"value", literal_value(key.text())}});
    input.task.tolerance.resize(columns.size());
    for (const auto& [name, value] : numeric.members()) {
        const auto column = place_of(columns, name);
        const double tolerance = numeric.at(value).number();
        if (!column) numeric.at(value).refuse("error.case_unknown_value", {{"value", literal_value(name)}});
        if (tolerance < 0) numeric.at(value).refuse("error.case_tolerance");
        if (column) input.task.tolerance[*column] = tolerance;
    }
    input.task.id_column = id_column.value_or(0);
    input.task.before = read_rows(parts.reference.member("before"), columns, key.text());
    input.task.after = read_rows(parts.reference.member("after"), columns, key.text());
    input.answer = read_rows(parts.candidate.member("rows"), answer_columns, key.text());
    return input;
}

TableDiff measure(const TableDiffCase& input) { return diff_tables(input.task, input.answer); }

Json print(const TableDiffCase&, const TableDiff& diff) {
    return Json::Object{{"cells_correct", diff.count(CellOutcome::correct)},
                        {"cells_missed", diff.count(CellOutcome::missed)},
                        {"cells_wrong", diff.count(CellOutcome::wrong)},
                        {"cells_false", diff.count(CellOutcome::changed_falsely)},
                        {"cells_kept", diff.count(CellOutcome::kept)},
                        {"rows_removed_correct", diff.count(RowOutcome::removed_correct)},
                        {"rows_removed_missed", diff.count(RowOutcome::removed_missed)},
                        {"rows_removed_false", diff.count(RowOutcome::removed_falsely)},
                        {"rows_added_correct", diff.count(RowOutcome::added_correct)},
                        {"rows_added_wrong", diff.count(RowOutcome::added_wrong)},
                        {"rows_added_missed", diff.count(RowOutcome::added_missed)},
                        {"rows_added_false", diff.count(RowOutcome::added_falsely)}};
}

} // namespace

extern const MetricCases table_diff_cases{"table_diff", run_cases<read, measure, print>};

} // namespace biaokao
