// The row of image_objects: boxes with label and attributes over pictures.
#include <algorithm>

#include "engine/media/media_kind.h"
#include "engine/pack/schema_check.h"
#include "engine/pack/task_type.h"
#include "tasks/types/image_objects/figure.h"
#include "tasks/types/image_objects/picking.h"

namespace biaokao {
namespace {

void check_question(const Question& question, const std::string& file, Problems& problems) {
    static constexpr std::string_view shapes[] = {"box"};
    check_label_shapes(question, shapes, file, problems);
    for (std::size_t i = 0; i < question.items.size(); ++i) {
        const ItemSpec& item = question.items[i];
        if (media_kind_from_name(item.file) != MediaKind::image)
            problems.add("error.item_no_picture", file + ":/items/" + std::to_string(i), {{"item", item.id}});
    }
}

void check_answer(const Question& question, const Answer& answer, const std::string& where, Problems& problems) {
    check_answer_schema(question, answer, where, problems);
    for (const auto& [id, object] : answer.objects) {
        const Box* box = image_objects::box_of(object);
        if (box == nullptr) {
            if (object.label.empty()) problems.add("error.box_expected", place_of(where, "objects", id));
            continue; // with a label, the schema check has said so
        }
        if (box->x < 0 || box->y < 0 || box->width <= 0 || box->height <= 0)
            problems.add("error.box_outside", place_of(where, "objects", id) + "/box");
        if (!object.text.empty()) problems.add("error.box_text", place_of(where, "objects", id) + "/text");
    }
}

bool item_begun(const Question&, const ItemSpec& item, const Answer& answer) {
    const auto entry = answer.items.find(item.id);
    if (entry != answer.items.end() && !entry->second.classes.empty()) return true;
    return std::any_of(answer.objects.begin(), answer.objects.end(),
                       [&](const auto& object) { return object.second.item == item.id; });
}

} // namespace

extern const TaskType image_objects_type;
const TaskType image_objects_type{.id = "image_objects",
                                  .check_question = check_question,
                                  .check_answer = check_answer,
                                  .figure = image_objects::figure,
                                  .item_begun = item_begun};

} // namespace biaokao
