// text_labels without its screen: what a question may hold, what an answer may hold.
#include "engine/answer/answer.h"
#include "engine/media/media_kind.h"
#include "engine/media/text_document.h"
#include "engine/pack/schema_check.h"
#include "engine/pack/task_type.h"
#include "engine/text/utf8.h"
#include "tasks/types/text_labels/figure.h"
#include "tasks/types/text_labels/marks.h"
#include "tasks/types/text_labels/span_rules.h"

namespace biaokao {
namespace {

void check_text_question(const Question& question, const std::string& file, Problems& problems) {
    static constexpr std::string_view shapes[] = {"span", "relation"};
    check_label_shapes(question, shapes, file, problems);
    for (std::size_t i = 0; i < question.items.size(); ++i) {
        const ItemSpec& item = question.items[i];
        const std::string place = file + ":/items/" + std::to_string(i);
        if (item.file.empty() && item.text.empty()) {
            problems.add("error.item_needs_text", place, {{"item", item.id}});
        } else if (!item.file.empty() && media_kind_from_name(item.file) != MediaKind::text) {
            problems.add("error.item_not_text", place + "/file", {{"file", item.file}});
        } else if (!item.text.empty()) {
            if (auto text = read_text_document(item.text, place + "/text"); !text) problems.add(text.error());
        }
    }
}

// How long a document in a file is, only the file knows; range_of (marks.h) cuts what lies beyond, so that scoring
// never opens media. The end of an inline text is known.
void check_text_answer(const Question& question, const Answer& answer, const std::string& where, Problems& problems) {
    check_answer_schema(question, answer, where, problems);
    for (const auto& [id, object] : answer.objects) {
        const auto* span = std::get_if<Span>(&object.shape);
        const ItemSpec* item = question.find_item(object.item);
        if (span == nullptr || item == nullptr) continue; // already named by the schema
        const std::string place = pointer_child(place_of(where, "objects", id), "span");
        if (span->start < 0 || span->start >= span->end) {
            problems.add("error.span_empty", place);
        } else if (item->file.empty()) {
            const auto size = static_cast<std::int64_t>(code_point_count(item->text));
            if (span->end > size) problems.add("error.span_outside", place, {{"max", std::to_string(size)}});
        }
    }
}

bool text_item_begun(const Question&, const ItemSpec& item, const Answer& answer) {
    for (const auto& [id, object] : answer.objects)
        if (object.item == item.id) return true;
    const auto found = answer.items.find(item.id);
    return found != answer.items.end() && !found->second.classes.empty();
}

void add_text_findings(const Question& question, const ItemSpec& item, const Answer& answer,
                       const std::string& item_title, std::vector<ItemFinding>& findings) {
    for (const auto& [id, object] : answer.objects)
        if (object.item == item.id && spans::lost_an_end(answer, object))
            findings.push_back({{"review.relation_end_missing", {{"item", item_title}, {"object", id}}}, item.id, id});
    for (const auto& [earlier, later] : spans::doubtful_overlaps(question, answer, item.id))
        findings.push_back({{"review.spans_overlap", {{"item", item_title}, {"object", later}, {"other", earlier}}},
                            item.id,
                            later,
                            /*blocks_check=*/false});
}

} // namespace

extern const TaskType text_labels_type; // listed in task_list.def
const TaskType text_labels_type{.id = "text_labels",
                                .check_question = check_text_question,
                                .check_answer = check_text_answer,
                                .figure = spans::spans_figure,
                                .item_begun = text_item_begun,
                                .add_findings = add_text_findings};

} // namespace biaokao
