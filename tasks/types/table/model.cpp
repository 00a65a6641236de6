// The row of table: rows of a CSV file that are corrected, removed and added.
#include <set>

#include "engine/answer/answer.h"
#include "engine/media/media_kind.h"
#include "engine/pack/schema_check.h"
#include "engine/pack/task_type.h"
#include "engine/report/table_figure.h"

namespace biaokao {
namespace {

void check_question(const Question& question, const std::string& file, Problems& problems) {
    check_label_shapes(question, {}, file, problems);
    if (question.labels.columns.empty()) problems.add("error.table_without_columns", file + ":/labels/columns");
    for (std::size_t i = 0; i < question.items.size(); ++i) {
        const ItemSpec& item = question.items[i];
        if (media_kind_from_name(item.file) != MediaKind::table)
            problems.add("error.item_no_table", file + ":/items/" + std::to_string(i), {{"item", item.id}});
    }
}

void check_answer(const Question& question, const Answer& answer, const std::string& where, Problems& problems) {
    check_answer_schema(question, answer, where, problems);
}

bool item_begun(const Question&, const ItemSpec& item, const Answer& answer) {
    const auto found = answer.items.find(item.id);
    return found != answer.items.end() && (!found->second.rows.empty() || !found->second.attributes.empty());
}

std::string cell_text(const RowChange* change, const std::string& column) {
    if (!change) return "";
    if (change->removed) return "✕";
    const auto cell = change->cells.find(column);
    return cell == change->cells.end() ? "" : dump_json(json_from_attribute(cell->second));
}

const std::map<std::string, RowChange>* rows_of(const Answer* answer, const std::string& item) {
    if (!answer) return nullptr;
    const auto found = answer->items.find(item);
    return found == answer->items.end() ? nullptr : &found->second.rows;
}

// Each row that was changed or should have been: a removed row is one line, the others one for each cell.
Result<std::string> figure(const FigureInput& input) {
    const auto *mine = rows_of(&input.answer, input.item.id), *wanted = rows_of(input.reference, input.item.id);
    std::set<std::string> ids;
    for (const auto* rows : {mine, wanted})
        if (rows)
            for (const auto& [id, change] : *rows) ids.insert(id);
    const auto change_of = [](const std::map<std::string, RowChange>* rows, const std::string& id) -> const RowChange* {
        const auto found = rows ? rows->find(id) : std::map<std::string, RowChange>::const_iterator{};
        return rows && found != rows->end() ? &found->second : nullptr;
    };
    std::vector<FigureLine> lines;
    const auto add = [&](std::string name, std::string value, std::string need) {
        const auto state = !input.reference ? FigureLine::State::plain
                           : value == need  ? FigureLine::State::right
                                            : FigureLine::State::wrong;
        lines.push_back({std::move(name), std::move(value), std::move(need), state});
    };
    for (const std::string& id : ids) {
        const RowChange *given = change_of(mine, id), *reference = change_of(wanted, id);
        if ((given && given->removed) || (reference && reference->removed)) {
            add(id, cell_text(given, ""), cell_text(reference, ""));
            continue;
        }
        for (const std::string& column : input.question.labels.columns) {
            std::string value = cell_text(given, column), need = cell_text(reference, column);
            if (!value.empty() || !need.empty()) add(id + " " + column, std::move(value), std::move(need));
        }
    }
    return table_figure(lines);
}

} // namespace

extern const TaskType table_type; // listed in task_list.def
const TaskType table_type{.id = "table",
                          .check_question = check_question,
                          .check_answer = check_answer,
                          .figure = figure,
                          .item_begun = item_begun};

} // namespace biaokao
