#include "tasks/types/image_objects/view_keys.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "app/ui/labelling/edits.h"
#include "tasks/types/image_objects/view_boxes.h"

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
};
constexpr std::array edit_actions{
    ActionRow{"image.box", canvas_keys, "W R N"},        ActionRow{"image.select", canvas_keys, "V"},
    ActionRow{"image.crosshair", canvas_keys, "X"},      ActionRow{"image.corner", canvas_keys, "Insert"},
    ActionRow{"image.finish", canvas_keys, "Enter"},     ActionRow{"image.back", canvas_keys, "Backspace"},
    ActionRow{"image.delete", canvas_keys, "Delete"},    ActionRow{"image.all", canvas_keys, "Ctrl+A"},
    ActionRow{"image.copy", canvas_keys, "Ctrl+C"},      ActionRow{"image.paste", canvas_keys, "Ctrl+V"},
    ActionRow{"image.duplicate", canvas_keys, "Ctrl+D"},
};
struct Arrow {
    ActionRow row;
    Key key;
    Vec2 way;
};
constexpr std::array arrows{
    Arrow{{"image.left", canvas_keys, "Left Shift+Left", true}, Key::left, {-1, 0}},
    Arrow{{"image.right", canvas_keys, "Right Shift+Right", true}, Key::right, {1, 0}},
    Arrow{{"image.up", canvas_keys, "Up Shift+Up", true}, Key::up, {0, -1}},
    Arrow{{"image.down", canvas_keys, "Down Shift+Down", true}, Key::down, {0, 1}},
};
constexpr float reveal_margin_px = 40;
constexpr double copy_offset_px = 10, big_step_px = 10;

std::vector<std::string> order_of(const std::vector<PickableBox>& boxes) {
    std::vector<std::string> order;
    for (const PickableBox& each : boxes) order.push_back(each.id);
    return order;
}

std::vector<Object> selected_objects(const CanvasFrame& canvas) {
    std::vector<Object> selected;
    for (const std::string& id : canvas.state.selection.ids())
        if (const auto found = canvas.task.answer.objects.find(id); found != canvas.task.answer.objects.end())
            selected.push_back(found->second);
    return selected;
}

// Where several boxes lie over each other Tab goes through them from small to large, else through the picture.
void step_selection(CanvasFrame& canvas, int direction) {
    ViewState& state = canvas.state;
    std::vector<std::string> order;
    if (canvas.area->hovered && !state.keyboard_point) order = boxes_under(canvas.boxes, canvas.pointer_in_image, 0);
    const bool in_stack = std::find(order.begin(), order.end(), state.selection.anchor()) != order.end();
    if (order.size() < 2 || !in_stack) order = order_of(canvas.boxes);
    state.selection.step(direction, order);
    state.list.scroll_to = state.selection.anchor();
    state.reveal = state.selection.anchor();
}

// Cancels the drawing; then leaves the tool; then deselects (annotation-tools.md 3, rule 7).
void cancel(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    if (state.gesture.kind != Gesture::Kind::none) {
        state.gesture = {};
        return;
    }
    if (state.tool != Tool::select && canvas.editable()) return choose_tool(state, Tool::select);
    state.selection.clear();
}

void move_keyboard_point(CanvasFrame& canvas, Vec2 way) {
    ViewState& state = canvas.state;
    if (!state.keyboard_point) {
        const Vec2 start = canvas.area->hovered ? canvas.pointer_in_image : state.zoom.center_in_image;
        state.keyboard_point = {std::round(start.x), std::round(start.y)};
    }
    state.keyboard_point = clamped(*state.keyboard_point + way, canvas.image_size);
    state.zoom.reveal(*state.keyboard_point, static_cast<double>(canvas.task.ui.px(reveal_margin_px)));
}

// A held arrow is one undo step: the draft is committed when the last arrow goes up.
void nudge(CanvasFrame& canvas, Vec2 way) {
    ViewState& state = canvas.state;
    if (state.gesture.kind != Gesture::Kind::nudge) begin_boxes(canvas, Gesture::Kind::nudge, state.selection.ids());
    if (state.gesture.kind != Gesture::Kind::nudge) return; // hidden, or of another picture
    const auto& [id, before] = *state.gesture.before.begin();
    const Box& now = state.gesture.boxes.at(id);
    move_boxes(canvas, Vec2{now.x - before.x, now.y - before.y} + way, 0);
}

void act_on_arrows(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    for (const Arrow& arrow : arrows) canvas.task.ui.actions().offer(std::span(&arrow.row, 1));
    bool any_down = false;
    for (const Arrow& arrow : arrows) {
        any_down = any_down || compat::key_down(arrow.key);
        if (!canvas.task.ui.action(arrow.row.id)) continue;
        const Vec2 way = arrow.way * (ImGui::GetIO().KeyShift ? big_step_px : 1);
        const bool draws = state.tool == Tool::box;
        if (draws) move_keyboard_point(canvas, way);
        else if (!state.selection.empty()) nudge(canvas, way);
    }
    if (state.gesture.kind == Gesture::Kind::nudge && !any_down) commit_boxes(canvas);
    if (state.gesture.kind == Gesture::Kind::draw && state.keyboard_point)
        update_drawing(canvas, *state.keyboard_point, ImGui::GetIO().KeyShift && !any_down);
}

void set_corner(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    if (state.tool != Tool::box) return;
    if (!state.keyboard_point) move_keyboard_point(canvas, {0, 0});
    if (state.gesture.kind == Gesture::Kind::none) return begin_drawing(canvas, *state.keyboard_point);
    if (state.gesture.kind != Gesture::Kind::draw) return;
    update_drawing(canvas, *state.keyboard_point, false);
    finish_drawing(canvas);
}

void hide_or_show(ViewState& state, const ObjectIds& ids) {
    const bool hidden =
        std::all_of(ids.begin(), ids.end(), [&](const auto& id) { return state.list.hidden.contains(id); });
    for (const std::string& id : ids) {
        if (hidden) state.list.hidden.erase(id);
        else state.list.hidden.insert(id);
    }
}

void act_on_view_keys(CanvasFrame& canvas) {
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
}

void act_on_edit_keys(CanvasFrame& canvas) {
    Ui& ui = canvas.task.ui;
    ViewState& state = canvas.state;
    ui.actions().offer(edit_actions);
    if (ui.action("image.box")) choose_tool(state, Tool::box);
    if (ui.action("image.select")) choose_tool(state, Tool::select);
    if (ui.action("image.crosshair")) state.crosshair = !state.crosshair;
    if (ui.action("image.corner")) set_corner(canvas);
    if (ui.action("image.finish") && state.gesture.kind == Gesture::Kind::draw) {
        if (state.keyboard_point) set_corner(canvas);
        else finish_drawing(canvas);
    }
    if (ui.action("image.back") && state.gesture.kind == Gesture::Kind::draw) state.gesture = {};
    if (ui.action("image.delete")) delete_objects(canvas.task, state.selection.ids());
    if (ui.action("image.all")) {
        const auto order = order_of(canvas.boxes);
        state.selection.choose_all({order.begin(), order.end()});
    }
    if (ui.action("image.copy")) copy_selection(canvas);
    if (ui.action("image.paste")) paste(canvas);
    if (ui.action("image.duplicate")) duplicate_selection(canvas);
    act_on_arrows(canvas);
}

} // namespace

void act_on_keys(CanvasFrame& canvas) {
    act_on_view_keys(canvas);
    if (canvas.editable()) act_on_edit_keys(canvas);
}

void choose_tool(ViewState& state, Tool tool) {
    state.tool = tool;
    state.gesture = {};
    state.focus.wanted = true;
    if (tool == Tool::select) state.keyboard_point.reset();
}

void copy_selection(CanvasFrame& canvas) {
    if (canvas.state.selection.empty()) return;
    canvas.state.clipboard = selected_objects(canvas);
    canvas.state.clipboard_item = canvas.item.id;
}

void paste(CanvasFrame& canvas) {
    // In another picture at the same place: the same thing a frame later.
    const bool same = canvas.state.clipboard_item == canvas.item.id;
    const double offset = same ? copy_offset_px : 0;
    add_copies(canvas, canvas.state.clipboard, {offset, offset});
}

void duplicate_selection(CanvasFrame& canvas) {
    add_copies(canvas, selected_objects(canvas), {copy_offset_px, copy_offset_px});
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
    if (const Box* box = box_of(object->second)) canvas.state.zoom.fit_box(*box, 0.5);
}

} // namespace biaokao::image_objects
