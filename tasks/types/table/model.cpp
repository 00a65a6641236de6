// The row of table: rows of a CSV file that are corrected, removed and added.
#include "engine/answer/answer.h"
#include "engine/media/media_kind.h"
#include "engine/pack/schema_check.h"
#include "engine/pack/task_type.h"
#include "tasks/types/table/figure.h"

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

} // namespace

extern const TaskType table_type; // listed in task_list.def
const TaskType table_type{.id = "table",
                          .check_question = check_question,
                          .check_answer = check_answer,
                          .figure = table::changes_figure,
                          .item_begun = item_begun};

} // namespace biaokao
