#include "graders/table/table_task.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace biaokao {
namespace {

TableCell cell_of(const AttributeValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return TableCell(*text);
    if (const auto* number = std::get_if<double>(&value)) return TableCell(Number(*number));
    return TableCell(std::string_view(std::get<bool>(value) ? "true" : "false"));
}

// The document with some rows removed, changed or added; texts are borrowed from both.
Table with_changes(const TableDocument& document, const std::map<std::string, RowChange>& changes) {
    Table table;
    table.columns.emplace_back("id");
    table.columns.insert(table.columns.end(), document.columns.begin(), document.columns.end());
    table.rows.columns = table.columns.size();
    const auto add_row = [&](const std::string& id, const std::vector<std::string>* values, const RowChange* change) {
        table.rows.cells.emplace_back(std::string_view(id));
        for (std::size_t i = 0; i < document.columns.size(); ++i) {
            const auto cell = change ? change->cells.find(document.columns[i]) : Attributes::const_iterator{};
            if (change && cell != change->cells.end()) table.rows.cells.push_back(cell_of(cell->second));
            else if (values) table.rows.cells.emplace_back(std::string_view((*values)[i]));
            else table.rows.cells.emplace_back();
        }
        ++table.rows.rows;
    };
    std::set<std::string_view> given;
    for (std::size_t row = 0; row < document.rows.size(); ++row) {
        const std::string& id = document.row_ids[row];
        given.insert(id);
        const auto change = changes.find(id);
        const RowChange* found = change == changes.end() ? nullptr : &change->second;
        if (!found || !found->removed) add_row(id, &document.rows[row], found);
    }
    for (const auto& [id, change] : changes) {
        if (!change.removed && !given.contains(id)) add_row(id, nullptr, &change);
    }
    return table;
}

std::shared_ptr<const TableDocument> read_document(const Question& question, const ItemSpec& item,
                                                   const PackFiles* files, const std::string& where,
                                                   Problems& problems) {
    const auto bytes = files ? files->read(item.file) : Result<std::string>(fail("error.table_file", where));
    auto document = bytes ? read_table_document(*bytes, item.file) : tl::unexpected(bytes.error());
    if (!document) {
        problems.add(document.error());
        return nullptr;
    }
    if (document->columns != question.labels.columns) {
        problems.add("error.table_columns", item.file + ":line 1");
        return nullptr;
    }
    return std::make_shared<const TableDocument>(std::move(*document));
}

} // namespace

std::optional<std::size_t> ItemTable::find_column(std::string_view column) const {
    const auto& columns = document->columns;
    const auto found = std::find(columns.begin(), columns.end(), column);
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin()) + 1;
}

bool ItemTable::has_work(std::string_view check, std::string_view row, std::size_t column) const {
    const TableDiff untouched = diff_tables(task, task.before);
    if (check == "row_removed" || check == "row_added") {
        const RowOutcome wanted = check == "row_removed" ? RowOutcome::removed_missed : RowOutcome::added_missed;
        return std::ranges::any_of(untouched.row_findings, [&](const RowFinding& finding) {
            return finding.row_id == row && finding.outcome == wanted;
        });
    }
    return std::ranges::any_of(untouched.cell_findings, [&](const CellFinding& finding) {
        const bool in_row = check == "column" || finding.row_id == row;
        const bool in_column = check == "row_right" || finding.column == column;
        return in_row && in_column && finding.outcome == CellOutcome::missed;
    });
}

TableDiff ItemTable::diff_with(const Answer& answer) const {
    const auto found = answer.items.find(item);
    return diff_tables(task, found == answer.items.end() ? task.before : with_changes(*document, found->second.rows));
}

std::optional<ItemTable> read_item_table(const Question& question, const ItemSpec& item, const PackFiles* files,
                                         const std::map<std::string, double>& tolerances, const QuestionKey& key,
                                         Problems& problems) {
    ItemTable table;
    table.item = item.id;
    table.document = read_document(question, item, files, key.where, problems);
    if (!table.document) return std::nullopt;
    const auto reference = key.reference.items.find(item.id);
    if (reference != key.reference.items.end()) table.wanted_changes = reference->second.rows;
    for (const auto& [row, change] : table.wanted_changes) {
        const auto& ids = table.document->row_ids;
        if (change.removed && std::find(ids.begin(), ids.end(), row) == ids.end())
            problems.add("error.table_row_absent", key.where + ":/reference/items/" + item.id + "/rows/" + row);
    }
    table.task.before = with_changes(*table.document, {});
    table.task.after = with_changes(*table.document, table.wanted_changes);
    table.task.tolerance.resize(table.document->columns.size() + 1);
    for (std::size_t i = 0; i < table.document->columns.size(); ++i) {
        const std::string& column = table.document->columns[i];
        const AttributeSpec* spec = question.labels.find_attribute(column);
        const auto tolerance = tolerances.find(column);
        if (tolerance != tolerances.end()) table.task.tolerance[i + 1] = tolerance->second;
        else if (spec && spec->kind == AttributeSpec::Kind::number) table.task.tolerance[i + 1] = 0;
    }
    return table;
}

std::string shown_cell(const TableCell& cell) {
    if (cell.is_nothing()) return "";
    if (cell.is_text()) return std::string(cell.text());
    if (const auto whole = cell.number().whole()) return std::to_string(*whole);
    return fmt::format("{}", cell.number().value());
}

void add_verdicts(const std::string& item, const TableDiff& diff, std::vector<ObjectVerdict>& verdicts) {
    const auto add = [&](std::string_view row, Verdict verdict) {
        const std::string id(row);
        verdicts.push_back({item, verdict == Verdict::missing ? "" : id, verdict == Verdict::extra ? "" : id, verdict});
    };
    for (const RowFinding& finding : diff.row_findings) {
        switch (finding.outcome) {
        case RowOutcome::removed_correct:
        case RowOutcome::added_correct: add(finding.row_id, Verdict::matched); break;
        case RowOutcome::added_wrong: add(finding.row_id, Verdict::near_miss); break;
        case RowOutcome::removed_missed:
        case RowOutcome::added_missed: add(finding.row_id, Verdict::missing); break;
        case RowOutcome::removed_falsely:
        case RowOutcome::added_falsely: add(finding.row_id, Verdict::extra); break;
        }
    }
    for (const CellFinding& finding : diff.cell_findings) {
        switch (finding.outcome) {
        case CellOutcome::correct: add(finding.row_id, Verdict::matched); break;
        case CellOutcome::wrong: add(finding.row_id, Verdict::near_miss); break;
        case CellOutcome::missed: add(finding.row_id, Verdict::missing); break;
        case CellOutcome::changed_falsely: add(finding.row_id, Verdict::extra); break;
        case CellOutcome::kept: break;
        }
    }
}

} // namespace biaokao
