#include "tasks/types/image_objects/view_label.h"

#include <algorithm>

#include "tasks/types/image_objects/view_keys.h"

namespace biaokao::image_objects {
namespace {

bool any_selected(const TaskFrame& frame, const ViewState& state, const LabelSpec& label, auto&& test) {
    return std::any_of(state.selection.ids().begin(), state.selection.ids().end(), [&](const std::string& id) {
        const auto object = frame.answer.objects.find(id);
        return object != frame.answer.objects.end() && test(object->second, label);
    });
}

} // namespace

void follow_label(TaskFrame& frame, ViewState& state, const ItemSpec& item, const std::string& label) {
    const LabelSpec* spec = frame.question.labels.find_label(label);
    if (spec == nullptr) return;
    state.labels[spec->shape] = label;
    if (any_selected(frame, state, *spec,
                     [](const Object& object, const LabelSpec& own) { return object.label == own.id; }))
        return;
    state.selection.clear();
    // An outline that is half drawn goes on under the new label; key points have other names there.
    if (shape_of_tool(state.tool) == spec->shape && state.tool != Tool::keypoints) return;
    choose_tool(state, tool_of_shape(spec->shape), frame.question, item);
}

std::vector<OfferedLabel> labels_for_selection(const TaskFrame& frame, const ViewState& state, const ItemSpec& item) {
    std::vector<OfferedLabel> offered;
    const auto labels = frame.question.labels_of(item);
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (any_selected(frame, state, *labels[i], [](const Object& object, const LabelSpec& label) {
                return shape_name(object.shape) == label.shape;
            }))
            offered.push_back({labels[i], i});
    return offered;
}

} // namespace biaokao::image_objects
