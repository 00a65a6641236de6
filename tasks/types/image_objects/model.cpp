// The row of image_objects: shapes with label and attributes over pictures.
#include <algorithm>
#include <array>

#include "engine/answer/shape_bounds.h"
#include "engine/geometry/ring_crossing.h"
#include "engine/media/media_kind.h"
#include "engine/pack/schema_check.h"
#include "engine/pack/task_type.h"
#include "tasks/types/image_objects/figure.h"

namespace biaokao {
namespace {

constexpr std::array<std::string_view, 7> shapes{"box",      "rotated_box", "ellipse", "polygon",
                                                 "polyline", "keypoints",   "mask"};
constexpr const char* shape_list = "box, rotated_box, ellipse, polygon, polyline, keypoints, mask";

void check_question(const Question& question, const std::string& file, Problems& problems) {
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
        const std::string place = place_of(where, "objects", id);
        if (!object.text.empty()) problems.add("error.box_text", place + "/text");
        // With a label, the schema check has said that the shape is another one.
        if (!stands_in_picture(object.shape) && object.label.empty())
            problems.add("error.shape_of_picture", place, {{"allowed", shape_list}});
        const auto* box = std::get_if<Box>(&object.shape);
        if (box && (box->x < 0 || box->y < 0 || box->width <= 0 || box->height <= 0))
            problems.add("error.box_outside", place + "/box");
    }
}

bool item_begun(const Question&, const ItemSpec& item, const Answer& answer) {
    const auto entry = answer.items.find(item.id);
    if (entry != answer.items.end() && !entry->second.classes.empty()) return true;
    return std::any_of(answer.objects.begin(), answer.objects.end(),
                       [&](const auto& object) { return object.second.item == item.id; });
}

void add_findings(const Question&, const ItemSpec& item, const Answer& answer, const std::string& item_title,
                  std::vector<ItemFinding>& findings) {
    for (const auto& [id, object] : answer.objects) {
        const auto* polygon = std::get_if<Polygon>(&object.shape);
        if (polygon && object.item == item.id && crosses_itself(sort_ring(polygon->points)))
            findings.push_back({{"review.polygon_crosses", {{"item", item_title}, {"object", id}}}, item.id, id});
    }
}

} // namespace

extern const TaskType image_objects_type;
const TaskType image_objects_type{.id = "image_objects",
                                  .check_question = check_question,
                                  .check_answer = check_answer,
                                  .figure = image_objects::figure,
                                  .item_begun = item_begun,
                                  .add_findings = add_findings};

} // namespace biaokao
