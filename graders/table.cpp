// Tables: which cells were changed to what, which rows were removed or added, by row id.
#include <algorithm>
#include <array>
#include <set>

#include "graders/graders.h"
#include "graders/support/check_settings.h"
#include "graders/support/common_checks.h"
#include "graders/support/compiled_judge.h"
#include "graders/support/field_checks.h"
#include "graders/support/titles.h"
#include "graders/table/table_task.h"

namespace biaokao {
namespace {

constexpr std::array<std::string_view, 12> check_names{
    "cell",   "row_right", "column", "row_removed", "row_added", "no_false_removal", "no_false_change",
    "number", "field",     "fields", "marked",      "saved"};
constexpr std::size_t most_named = 10; // row ids in one sentence

struct TableCheck {
    CheckSpec spec;
    std::string row;
    std::size_t column = 0; // of the task
    FieldCheck field;       // of a form beside the table
};

struct TableKey {
    Question question;
    QuestionKey key;
    std::map<std::string, ItemTable> tables; // by item
    std::vector<TableCheck> checks;
};

using Diffs = std::map<std::string, TableDiff>; // by item

struct Case {
    const TableKey& key;
    const TableCheck& check;
    const ItemTable& table;
    const TableDiff& diff;

    [[nodiscard]] std::vector<std::pair<std::string, std::string>>
    args(std::vector<std::pair<std::string, std::string>> more) const {
        more.emplace_back("item", item_title(key.question, check.spec.target));
        more.emplace_back("row", literal_value(check.row));
        return more;
    }
    [[nodiscard]] Evidence evidence(std::string_view sentence,
                                    std::vector<std::pair<std::string, std::string>> more) const {
        return {.kind = check.spec.check,
                .object = check.row,
                .reference = check.row,
                .text = {std::string(sentence), args(std::move(more))}};
    }
};

std::string column_title(const Case& c, std::size_t column) {
    return attribute_title(c.key.question, c.table.task.before.columns[column]);
}

std::string_view cell_sentence(const CellFinding& finding) {
    switch (finding.outcome) {
    case CellOutcome::correct: return "evidence.table.cell_right";
    case CellOutcome::missed:
        return finding.found.is_nothing() ? "evidence.table.cell_gone" : "evidence.table.cell_missed";
    case CellOutcome::wrong: return "evidence.table.cell_wrong";
    case CellOutcome::changed_falsely: return "evidence.table.cell_changed_falsely";
    case CellOutcome::kept: break;
    }
    return "evidence.table.cell_kept";
}

void add_cell_evidence(const Case& c, const CellFinding& finding, CheckResult& result) {
    const std::string value = shown_cell(finding.found), need = shown_cell(finding.wanted);
    Evidence evidence = c.evidence(cell_sentence(finding), {{"column", column_title(c, finding.column)},
                                                            {"id", literal_value(finding.row_id)},
                                                            {"value", literal_value(value)},
                                                            {"need", literal_value(need)}});
    evidence.object = evidence.reference = finding.row_id;
    evidence.value = value;
    evidence.need = need;
    result.evidence.push_back(std::move(evidence));
}

// All findings that `concerns` are right, and there is one at least.
template <class Concerns>
CheckResult judge_cells(const Case& c, Message nominal, const Concerns& concerns) {
    CheckResult result;
    result.nominal = std::move(nominal);
    std::size_t right = 0, wrong = 0;
    for (const CellFinding& finding : c.diff.cell_findings) {
        if (!concerns(finding)) continue;
        (finding.outcome == CellOutcome::correct ? right : wrong) += 1;
        if (result.evidence.size() < most_named) add_cell_evidence(c, finding, result);
    }
    result.outcome = right > 0 && wrong == 0 ? CheckResult::Outcome::earned : CheckResult::Outcome::missed;
    result.measured = {"measured.table.cells", {{"right", std::to_string(right)}, {"wrong", std::to_string(wrong)}}};
    return result;
}

CheckResult judge_cell(const Case& c) {
    CheckResult result;
    for (const CellFinding& finding : c.diff.cell_findings) {
        if (finding.row_id != c.check.row || finding.column != c.check.column) continue;
        result.nominal = {"nominal.name", {{"name", literal_value(shown_cell(finding.wanted))}}};
        result.measured = {"nominal.name", {{"name", literal_value(shown_cell(finding.found))}}};
        if (finding.outcome == CellOutcome::correct) result.outcome = CheckResult::Outcome::earned;
        add_cell_evidence(c, finding, result);
    }
    return result;
}

// A row that was to go or to come.
CheckResult judge_row(const Case& c) {
    struct Words {
        RowOutcome outcome;
        const char *sentence, *measured;
    };
    static constexpr std::array<Words, 5> words{{
        {RowOutcome::removed_correct, "evidence.table.removed_right", "measured.table.row_gone"},
        {RowOutcome::removed_missed, "evidence.table.removed_missed", "measured.table.row_there"},
        {RowOutcome::added_correct, "evidence.table.added_right", "measured.table.row_there"},
        {RowOutcome::added_wrong, "evidence.table.added_wrong", "measured.table.row_differs"},
        {RowOutcome::added_missed, "evidence.table.added_missed", "measured.table.row_gone"},
    }};
    CheckResult result;
    const bool goes = c.check.spec.check == "row_removed";
    result.nominal = {goes ? "measured.table.row_gone" : "measured.table.row_there", c.args({})};
    for (const RowFinding& finding : c.diff.row_findings) {
        if (finding.row_id != c.check.row) continue;
        for (const Words& row : words) {
            if (row.outcome != finding.outcome) continue;
            result.measured = {row.measured, c.args({})};
            result.evidence.push_back(c.evidence(row.sentence, {}));
        }
        const bool right = finding.outcome == (goes ? RowOutcome::removed_correct : RowOutcome::added_correct);
        result.outcome = right ? CheckResult::Outcome::earned : CheckResult::Outcome::missed;
    }
    return result;
}

// Nothing that was right from the start was removed or changed.
CheckResult judge_protection(const Case& c) {
    const bool rows = c.check.spec.check == "no_false_removal";
    std::string names;
    std::size_t count = 0;
    const auto note = [&](std::string_view id) {
        if (++count <= most_named) names += (names.empty() ? "" : ", ") + std::string(id);
        else if (count == most_named + 1) names += " …";
    };
    if (rows) {
        for (const RowFinding& finding : c.diff.row_findings)
            if (finding.outcome == RowOutcome::removed_falsely) note(finding.row_id);
    } else {
        for (const CellFinding& finding : c.diff.cell_findings)
            if (finding.outcome == CellOutcome::changed_falsely) note(finding.row_id);
    }
    CheckResult result;
    const std::string number = std::to_string(count);
    result.outcome = count == 0 ? CheckResult::Outcome::earned : CheckResult::Outcome::missed;
    result.nominal = {rows ? "nominal.table.no_false_removal" : "nominal.table.no_false_change", {}};
    result.measured = {"measured.value", {{"value", number}}};
    Evidence evidence = c.evidence(count == 0 ? "evidence.table.nothing_false"
                                   : rows     ? "evidence.table.false_removals"
                                              : "evidence.table.false_changes",
                                   {{"count", number}, {"rows", literal_value(names)}});
    evidence.object.clear();
    evidence.reference.clear();
    evidence.value = number;
    evidence.need = "0";
    result.evidence.push_back(std::move(evidence));
    return result;
}

CheckResult judge_check(const TableKey& key, const TableCheck& check, const Answer& answer, const Diffs& diffs) {
    const std::string& name = check.spec.check;
    if (name == "saved") return judge_saved(key.question, key.key.reference, answer);
    if (is_field_check(name)) return judge_fields(key.question, check.spec, check.field, answer);
    const Case c{key, check, key.tables.at(check.spec.target), diffs.at(check.spec.target)};
    if (name == "cell") return judge_cell(c);
    if (name == "row_removed" || name == "row_added") return judge_row(c);
    if (name == "row_right")
        return judge_cells(c, {"nominal.table.row", c.args({})},
                           [&](const CellFinding& f) { return f.row_id == check.row; });
    if (name == "column")
        return judge_cells(c, {"nominal.table.column", {{"column", column_title(c, check.column)}}},
                           [&](const CellFinding& f) { return f.column == check.column; });
    return judge_protection(c);
}

void read_check_settings(TableCheck& check, const ItemTable& table, JsonReader& reader) {
    const std::string& name = check.spec.check;
    const bool wants_row = name == "cell" || name.starts_with("row_");
    if (wants_row) check.row = reader.string("row");
    if (name == "cell" || name == "column") {
        const std::string column = reader.string("column");
        const auto found = table.find_column(column);
        if (!found) return reader.complain("error.table_column", "column", {{"column", literal_value(column)}});
        check.column = *found;
    }
    // An item about what never had to change could not be earned, or by everybody.
    if (wants_row || name == "column") {
        if (!table.has_work(name, check.row, check.column))
            reader.complain("error.table_no_work", wants_row ? "row" : "column", {{"row", literal_value(check.row)}});
    }
}

TableCheck read_check(const CheckSpec& spec, const TableKey& key, Problems& problems) {
    TableCheck check{.spec = spec, .row = {}, .field = {}};
    if (!check_name_known(spec, check_names, problems)) return check;
    if (spec.check == "saved") {
        check_saved_spec(spec, key.question, key.key, problems);
        return check;
    }
    if (is_field_check(spec.check)) {
        check.field = read_field_check(spec, key.question, key.key.reference, problems);
        return check;
    }
    const auto table = key.tables.find(spec.target);
    if (table == key.tables.end()) {
        problems.add("error.check_target", spec.where + "/target", {{"target", literal_value(spec.target)}});
        return check;
    }
    read_settings(spec.settings, spec.where, problems,
                  [&](JsonReader& reader) { read_check_settings(check, table->second, reader); });
    return check;
}

// What a group of checks is about: removed rows, added rows or changed cells of the tables that its checks name.
Tally tally_of(const TableKey& key, const std::string& group, const Diffs& diffs) {
    std::set<std::pair<std::string, std::string>> counted; // item, what
    Tally tally;
    const auto add = [&](std::size_t extra, std::size_t objects, std::size_t references) {
        tally.extra += static_cast<int>(extra);
        tally.objects += static_cast<int>(objects);
        tally.references += static_cast<int>(references);
    };
    for (const CheckSpec& check : key.key.checks) {
        const auto diff = diffs.find(check.target);
        if ((!group.empty() && check.group != group) || diff == diffs.end()) continue;
        const bool cells = check.check == "cell" || check.check == "row_right" || check.check == "column";
        if (!counted.emplace(check.target, cells ? "cells" : check.check).second) continue;
        const TableDiff& d = diff->second;
        using R = RowOutcome;
        using C = CellOutcome;
        if (check.check == "row_removed")
            add(d.count(R::removed_falsely), d.count(R::removed_correct) + d.count(R::removed_falsely),
                d.count(R::removed_correct) + d.count(R::removed_missed));
        if (check.check == "row_added")
            add(d.count(R::added_falsely),
                d.count(R::added_correct) + d.count(R::added_wrong) + d.count(R::added_falsely),
                d.count(R::added_correct) + d.count(R::added_wrong) + d.count(R::added_missed));
        if (cells)
            add(d.count(C::changed_falsely), d.count(C::correct) + d.count(C::wrong) + d.count(C::changed_falsely),
                d.count(C::correct) + d.count(C::wrong) + d.count(C::missed));
    }
    return tally;
}

Judgement judge(const TableKey& key, const Answer& answer, const ProcessLog*) {
    Diffs diffs;
    for (const auto& [item, table] : key.tables) diffs.emplace(item, table.diff_with(answer));
    Judgement judgement;
    for (const TableCheck& check : key.checks) judgement.checks.push_back(judge_check(key, check, answer, diffs));
    judgement.tally = tally_of(key, "", diffs);
    for (const auto& [group, spec] : key.key.groups) judgement.tally_of_group[group] = tally_of(key, group, diffs);
    for (const auto& [item, diff] : diffs) add_verdicts(item, diff, judgement.verdicts);
    return judgement;
}

std::map<std::string, double> read_tolerances(const Question& question, const QuestionKey& key, Problems& problems) {
    std::map<std::string, double> tolerances;
    read_settings(key.matching, key.where + ":/matching", problems, [&](JsonReader& reader) {
        const auto numeric = reader.child("numeric");
        if (!numeric || !numeric->value().object()) return;
        for (const auto& [column, value] : *numeric->value().object()) {
            const bool known = std::ranges::count(question.labels.columns, column) > 0;
            if (known && value.is_number() && value.number() >= 0) tolerances[column] = value.number();
            else reader.complain("error.table_column", "numeric", {{"column", literal_value(column)}});
        }
    });
    return tolerances;
}

tl::expected<Judge, Problems> compile(const Question& question, const QuestionKey& source, const PackFiles* files) {
    Problems problems;
    TableKey key{.question = question, .key = source};
    const auto tolerances = read_tolerances(question, source, problems);
    for (const ItemSpec& item : question.items) {
        auto table = read_item_table(question, item, files, tolerances, source, problems);
        if (table) key.tables.emplace(item.id, std::move(*table));
    }
    // Without its table every check would be wrong for a reason that is reported already.
    if (!problems.empty()) return tl::unexpected(std::move(problems));
    for (const CheckSpec& spec : source.checks) key.checks.push_back(read_check(spec, key, problems));
    return compiled_judge(std::move(key), std::move(problems), judge);
}

} // namespace

extern const Grader table_grader{.id = "table", .answer_kind = "table", .checks = check_names, .compile = compile};

} // namespace biaokao
