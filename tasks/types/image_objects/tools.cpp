#include "tasks/types/image_objects/tools.h"

#include <algorithm>
#include <array>

namespace biaokao::image_objects {
namespace {

struct Row {
    Tool tool;
    std::string_view shape;
};
constexpr std::array rows{Row{Tool::box, "box"},           Row{Tool::rotated_box, "rotated_box"},
                          Row{Tool::ellipse, "ellipse"},   Row{Tool::polygon, "polygon"},
                          Row{Tool::polyline, "polyline"}, Row{Tool::keypoints, "keypoints"},
                          Row{Tool::brush, "mask"},        Row{Tool::eraser, "mask"}};

} // namespace

std::string_view shape_of_tool(Tool tool) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& each) { return each.tool == tool; });
    return row == rows.end() ? std::string_view() : row->shape;
}

Tool tool_of_shape(std::string_view shape) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& each) { return each.shape == shape; });
    return row == rows.end() ? Tool::select : row->tool;
}

bool tool_fits(Tool tool, const Question& question, const ItemSpec& item) {
    if (tool == Tool::select) return true;
    const auto labels = question.labels_of(item);
    return std::any_of(labels.begin(), labels.end(),
                       [&](const LabelSpec* label) { return label->shape == shape_of_tool(tool); });
}

std::string label_for_tool(Tool tool, std::string_view current, const Question& question, const ItemSpec& item) {
    if (tool == Tool::select) return std::string(current);
    auto labels = question.labels_of(item);
    std::erase_if(labels, [&](const LabelSpec* label) { return label->shape != shape_of_tool(tool); });
    for (const LabelSpec* label : labels)
        if (label->id == current) return label->id;
    const bool takes_first = labels.size() == 1 || (tool == Tool::keypoints && !labels.empty());
    return takes_first ? labels.front()->id : std::string();
}

} // namespace biaokao::image_objects
