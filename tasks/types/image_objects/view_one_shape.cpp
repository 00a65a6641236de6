#include "tasks/types/image_objects/view_one_shape.h"

#include <algorithm>

#include <imgui.h>

#include "app/ui/widgets.h"
#include "engine/pack/findings.h"
#include "tasks/types/image_objects/view_keys.h"

namespace biaokao::image_objects {
namespace {

// Empty behind the last one.
std::string item_after(const Question& question, std::string_view item) {
    const std::size_t next = question.index_of_item(item) + 1;
    return next < question.items.size() ? question.items[next].id : std::string();
}

} // namespace

void take_up_one_shape(const TaskFrame& frame, ViewState& state, const ItemSpec& item) {
    const auto& one = frame.question.tools.one_shape;
    const LabelSpec* label = one ? frame.question.labels.find_label(one->label) : nullptr;
    if (label == nullptr || !frame.editable || frame.comparison != nullptr) return;
    const bool is_done = std::ranges::any_of(frame.answer.objects, [&](const auto& object) {
        return object.second.item == item.id && object.second.label == label->id;
    });
    if (is_done) return;
    state.labels[label->shape] = label->id;
    choose_tool(state, tool_of_shape(label->shape), frame.question, item);
}

void go_on_after_one_shape(CanvasFrame& canvas, const Object& drawn) {
    const Question& question = canvas.task.question;
    const auto& one = question.tools.one_shape;
    if (!one || drawn.label != one->label || !missing_attributes(question, drawn).empty()) return;
    canvas.state.item_wanted = item_after(question, canvas.item.id);
    if (canvas.state.item_wanted.empty()) canvas.task.ui.notify(canvas.task.ui.tr("image.one_shape_last"));
}

std::size_t points_of_one_shape(const CanvasFrame& canvas) {
    const auto& one = canvas.task.question.tools.one_shape;
    return one && canvas.state.label == one->label ? one->points : 0;
}

void one_shape_ui(TaskFrame& frame, ViewState& state) {
    Ui& ui = frame.ui;
    const auto& one = frame.question.tools.one_shape;
    const LabelSpec* label = one ? frame.question.labels.find_label(one->label) : nullptr;
    if (label == nullptr) return;
    const std::string next = item_after(frame.question, state.item);
    const std::string_view words = ui.tr("image.skip");
    if (line_button(ui, "skip", words,
                    {.enabled = !next.empty(),
                     .action = "labelling.item_next",
                     .tooltip = ui.tr("image.skip_tip", {{"label", label->title.in(ui.language())}})}))
        state.item_wanted = next;
}

} // namespace biaokao::image_objects
