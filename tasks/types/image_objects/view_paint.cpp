#include "tasks/types/image_objects/view_paint.h"

#include <algorithm>
#include <cmath>

#include "app/ui/labelling/edits.h"
#include "tasks/types/image_objects/mask_edit.h"
#include "tasks/types/image_objects/shape_measure.h"
#include "tasks/types/image_objects/view_drawing.h"
#include "tasks/types/image_objects/view_shapes.h"

namespace biaokao::image_objects {
namespace {

constexpr const char* new_mask = ""; // its id in the draft: it has none yet

// The mask that a stroke at this point changes; empty: a new one.
std::string mask_for_stroke(const CanvasFrame& canvas, Vec2 at_in_image) {
    const PlacedShape* edited = canvas.edited();
    if (edited && std::holds_alternative<MaskRuns>(edited->shape())) return edited->id;
    if (canvas.state.tool == Tool::brush) return new_mask;
    for (const std::string& id : shapes_under(canvas.shapes(), at_in_image, {}))
        if (std::holds_alternative<MaskRuns>(canvas.state.shapes.find(id)->shape())) return id;
    return new_mask;
}

} // namespace

void begin_stroke(CanvasFrame& canvas, Vec2 at_in_image) {
    ViewState& state = canvas.state;
    const std::string id = mask_for_stroke(canvas, at_in_image);
    if (!id.empty()) {
        state.selection.choose(id);
        begin_shapes(canvas, Gesture::Kind::paint, {id});
    } else {
        if (state.tool == Tool::eraser) return;
        state.selection.clear();
        state.gesture = {};
        state.gesture.kind = Gesture::Kind::paint;
        state.gesture.before[new_mask] = state.gesture.shapes[new_mask] = clear_mask(canvas.image_size);
    }
    state.gesture.pressed = true;
    state.gesture.press_in_screen = canvas.pointer_in_screen;
    state.gesture.press_in_image = at_in_image;
    go_on_with_stroke(canvas, at_in_image);
}

void go_on_with_stroke(CanvasFrame& canvas, Vec2 at_in_image) {
    Gesture& gesture = canvas.state.gesture;
    if (gesture.shapes.empty()) return;
    auto* mask = std::get_if<MaskRuns>(&gesture.shapes.begin()->second);
    if (mask == nullptr) return;
    *mask =
        painted(*mask, gesture.press_in_image, at_in_image, canvas.state.brush_px, canvas.state.tool == Tool::brush);
    gesture.press_in_image = at_in_image;
}

void end_stroke(CanvasFrame& canvas) {
    const auto [id, shape] = *canvas.state.gesture.shapes.begin();
    const bool clear = std::get<MaskRuns>(shape).runs.empty();
    if (!id.empty() && !clear) return commit_shapes(canvas);
    canvas.state.gesture = {};
    if (id.empty() && !clear) create_shape(canvas, shape);
    if (!id.empty()) delete_objects(canvas.task, {id});
}

void change_brush(ViewState& state, int steps) {
    // From 1 px up in steps that stand on multiples of 5: 1, 5, 10 …
    const double goal = (std::floor(state.brush_px / brush_step_px) + steps) * brush_step_px;
    state.brush_px = std::clamp(goal, smallest_brush_px, largest_brush_px);
}

bool can_become_mask(const CanvasFrame& canvas) {
    const PlacedShape* shape = canvas.edited();
    return shape && std::holds_alternative<Polygon>(shape->shape()) &&
           tool_fits(Tool::brush, canvas.task.question, canvas.item);
}

void mask_from_selection(CanvasFrame& canvas) {
    const PlacedShape* shape = canvas.edited();
    const auto* polygon = shape ? std::get_if<Polygon>(&shape->shape()) : nullptr;
    if (polygon == nullptr) return;
    ViewState& state = canvas.state;
    const MaskRuns mask = filled(clear_mask(canvas.image_size), polygon->points, true);
    if (mask.runs.empty()) return;
    std::string label = label_for_tool(Tool::brush, state.label, canvas.task.question, canvas.item);
    std::swap(state.label, label); // that of the tool in the hand comes back
    create_shape(canvas, mask);
    state.label = std::move(label);
}

} // namespace biaokao::image_objects
