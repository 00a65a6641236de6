#include "tasks/types/image_objects/view_keys.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <imgui.h>

#include "engine/answer/shape_bounds.h"

namespace biaokao::image_objects {
namespace {

constexpr auto canvas_keys = KeyContext::canvas;
constexpr std::array view_actions{
    ActionRow{"image.next", canvas_keys, "Tab", true},
    ActionRow{"image.previous", canvas_keys, "Shift+Tab", true},
    ActionRow{"image.cancel", canvas_keys, "Esc"},
    ActionRow{"image.zoom_in", canvas_keys, "Ctrl+= Ctrl+Shift+=", true},
    ActionRow{"image.zoom_out", canvas_keys, "Ctrl+-", true},
    ActionRow{"image.fit", canvas_keys, "Ctrl+F"},
    ActionRow{"image.actual", canvas_keys, "Ctrl+0"},
    ActionRow{"image.to_selection", canvas_keys, "Z"},
    ActionRow{"image.hide", canvas_keys, "H"},
    ActionRow{"image.hide_all", canvas_keys, "Ctrl+H"},
    ActionRow{"image.lock", canvas_keys, "Ctrl+L"},
    ActionRow{"image.raise", canvas_keys, "Ctrl+]"},
    ActionRow{"image.lower", canvas_keys, "Ctrl+["},
};
constexpr float pick_reach_px = 6;

// Where several shapes lie over each other Tab goes through them from small to large, else through the picture.
void step_selection(CanvasFrame& canvas, int direction) {
    ViewState& state = canvas.state;
    std::vector<std::string> order;
    if (canvas.area->hovered && !state.keyboard_point)
        order = shapes_under(canvas.shapes(), canvas.pointer_in_image, {0, canvas.image_from_px(pick_reach_px)});
    const bool in_stack = std::find(order.begin(), order.end(), state.selection.anchor()) != order.end();
    if (order.size() < 2 || !in_stack) {
        order.clear();
        for (const PlacedShape& each : canvas.shapes())
            if (each.pickable) order.push_back(each.id);
    }
    state.selection.step(direction, order);
    state.point.reset();
    state.list.scroll_to = state.selection.anchor();
    state.reveal = state.selection.anchor();
}

// Cancels the drawing; then leaves the tool; then lets go of the point; then deselects (annotation-tools.md 3, rule 7).
void cancel(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    if (state.gesture.kind != Gesture::Kind::none) {
        state.gesture = {};
        return;
    }
    if (state.tool != Tool::select && canvas.editable())
        return choose_tool(state, Tool::select, canvas.task.question, canvas.item);
    if (std::exchange(state.point, std::nullopt)) return;
    state.selection.clear();
}

} // namespace

void act_on_keys(CanvasFrame& canvas) {
    Ui& ui = canvas.task.ui;
    ViewState& state = canvas.state;
    ui.actions().offer(view_actions);
    if (ui.action("image.next")) step_selection(canvas, +1);
    if (ui.action("image.previous")) step_selection(canvas, -1);
    if (ui.action("image.cancel")) cancel(canvas);
    if (ui.action("image.zoom_in")) zoom_by_steps(canvas, +1);
    if (ui.action("image.zoom_out")) zoom_by_steps(canvas, -1);
    if (ui.action("image.fit")) state.zoom.fit(canvas.image_size);
    if (ui.action("image.actual")) zoom_to_actual(canvas);
    if (ui.action("image.to_selection")) zoom_to_selection(canvas);
    if (ui.action("image.hide")) hide_or_show(state, state.selection.ids());
    if (ui.action("image.hide_all")) {
        ObjectIds all;
        for (const auto& [id, object] : canvas.task.answer.objects)
            if (object.item == canvas.item.id) all.insert(id);
        hide_or_show(state, all);
    }
    if (ui.action("image.lock")) lock_or_unlock(state, state.selection.ids());
    if (ui.action("image.raise")) raise_selection(state, +1);
    if (ui.action("image.lower")) raise_selection(state, -1);
    if (canvas.editable()) act_on_edit_keys(canvas);
}

void hide_or_show(ViewState& state, const ObjectIds& ids) { toggle_all(state.list.hidden, ids); }
void lock_or_unlock(ViewState& state, const ObjectIds& ids) { toggle_all(state.locked, ids); }

void raise_selection(ViewState& state, int direction) {
    int outermost = 0;
    for (const auto& [id, height] : state.height)
        outermost = direction > 0 ? std::max(outermost, height) : std::min(outermost, height);
    for (const std::string& id : state.selection.ids()) state.height[id] = outermost + direction;
}

void zoom_by_steps(CanvasFrame& canvas, double steps) {
    ImageZoom& zoom = canvas.state.zoom;
    const Box& area = zoom.canvas_in_screen;
    Vec2 at{area.x + area.width / 2, area.y + area.height / 2};
    if (canvas.state.keyboard_point) at = zoom.screen_from_image(*canvas.state.keyboard_point);
    else if (canvas.area && canvas.area->hovered) at = canvas.pointer_in_screen;
    zoom.set_zoom_at(zoom.zoom * std::pow(zoom_step, steps), at);
}

void zoom_to_actual(CanvasFrame& canvas) {
    ImageZoom& zoom = canvas.state.zoom;
    const Box& area = zoom.canvas_in_screen;
    zoom.set_zoom_at(1, {area.x + area.width / 2, area.y + area.height / 2});
}

void zoom_to_selection(CanvasFrame& canvas) {
    const auto object = canvas.task.answer.objects.find(canvas.state.selection.anchor());
    if (object == canvas.task.answer.objects.end()) return;
    if (const auto box = bounds_of(object->second.shape)) canvas.state.zoom.fit_box(*box, 0.5);
}

} // namespace biaokao::image_objects
