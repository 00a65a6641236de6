// The keys that choose tools, draw without a mouse and change the answer: the second half of view_keys.h.
#include <algorithm>
#include <array>
#include <cmath>

#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "engine/answer/shape_bounds.h"
#include "tasks/types/image_objects/turning_frame.h"
#include "tasks/types/image_objects/view_drawing.h"
#include "tasks/types/image_objects/view_groups.h"
#include "tasks/types/image_objects/view_keys.h"
#include "tasks/types/image_objects/view_paint.h"
#include "tasks/types/image_objects/view_points.h"
#include "tasks/types/image_objects/view_shapes.h"

namespace biaokao::image_objects {
namespace {

constexpr auto canvas_keys = KeyContext::canvas;
constexpr std::array edit_actions{
    ActionRow{"image.select", canvas_keys, "V"},
    ActionRow{"image.again", canvas_keys, "N"},
    ActionRow{"image.crosshair", canvas_keys, "X"},
    ActionRow{"image.corner", canvas_keys, "Insert"},
    ActionRow{"image.finish", canvas_keys, "Enter"},
    ActionRow{"image.back", canvas_keys, "Backspace"},
    ActionRow{"image.delete", canvas_keys, "Delete"},
    ActionRow{"image.all", canvas_keys, "Ctrl+A"},
    ActionRow{"image.copy", canvas_keys, "Ctrl+C"},
    ActionRow{"image.paste", canvas_keys, "Ctrl+V"},
    ActionRow{"image.duplicate", canvas_keys, "Ctrl+D"},
    ActionRow{"image.group", canvas_keys, "Ctrl+G"},
    ActionRow{"image.ungroup", canvas_keys, "Ctrl+Shift+G"},
};
// Offered where the schema has the shape.
struct ToolKey {
    ActionRow row;
    Tool tool;
};
constexpr std::array tool_keys{
    ToolKey{{"image.box", canvas_keys, "W R"}, Tool::box},
    ToolKey{{"image.rotated_box", canvas_keys, "O"}, Tool::rotated_box},
    ToolKey{{"image.ellipse", canvas_keys, "I"}, Tool::ellipse},
    ToolKey{{"image.polygon", canvas_keys, "P"}, Tool::polygon},
    ToolKey{{"image.polyline", canvas_keys, "L"}, Tool::polyline},
    ToolKey{{"image.keypoints", canvas_keys, "K"}, Tool::keypoints},
    ToolKey{{"image.brush", canvas_keys, "B"}, Tool::brush},
    ToolKey{{"image.eraser", canvas_keys, "E"}, Tool::eraser},
};
constexpr ActionRow absent_action{"image.point_absent", canvas_keys, "J"};
constexpr std::array brush_actions{ActionRow{"image.brush_smaller", canvas_keys, "[", true},
                                   ActionRow{"image.brush_larger", canvas_keys, "]", true}};
struct Step { // a held key is one undo step
    ActionRow row;
    Key key;
    Vec2 way;       // in image pixels
    double degrees; // of what turns
};
constexpr std::array steps{
    Step{{"image.left", canvas_keys, "Left Shift+Left", true}, Key::left, {-1, 0}, 0},
    Step{{"image.right", canvas_keys, "Right Shift+Right", true}, Key::right, {1, 0}, 0},
    Step{{"image.up", canvas_keys, "Up Shift+Up", true}, Key::up, {0, -1}, 0},
    Step{{"image.down", canvas_keys, "Down Shift+Down", true}, Key::down, {0, 1}, 0},
};
constexpr std::array turns{
    Step{{"image.turn_left", canvas_keys, ", Shift+,", true}, Key::comma, {}, -1},
    Step{{"image.turn_right", canvas_keys, ". Shift+.", true}, Key::period, {}, 1},
};
constexpr float reveal_margin_px = 40;
constexpr double copy_offset_px = 10, big_step_px = 10, small_turn_degrees = 0.1;

std::vector<Object> selected_objects(const CanvasFrame& canvas) {
    std::vector<Object> selected;
    for (const std::string& id : canvas.state.selection.ids())
        if (const auto found = canvas.task.answer.objects.find(id); found != canvas.task.answer.objects.end())
            selected.push_back(found->second);
    return selected;
}

void move_keyboard_point(CanvasFrame& canvas, Vec2 way) {
    ViewState& state = canvas.state;
    if (!state.keyboard_point) {
        const Vec2 start = canvas.area->hovered ? canvas.pointer_in_image : state.zoom.center_in_image;
        state.keyboard_point = {std::round(start.x), std::round(start.y)};
    }
    state.keyboard_point = clamped(*state.keyboard_point + way, canvas.image_size);
    canvas.hand_in_image = *state.keyboard_point;
    state.zoom.reveal(*state.keyboard_point, static_cast<double>(canvas.task.ui.px(reveal_margin_px)));
}

// Takes the selection for a row of steps; the draft is committed when the last of their keys goes up.
bool take_for_steps(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    if (state.gesture.kind != Gesture::Kind::nudge) begin_shapes(canvas, Gesture::Kind::nudge, state.selection.ids());
    return state.gesture.kind == Gesture::Kind::nudge; // not where it is hidden, locked, or in another picture
}

// The chosen point alone, else all that is selected.
void nudge(CanvasFrame& canvas, Vec2 way) {
    if (!take_for_steps(canvas)) return;
    ViewState& state = canvas.state;
    auto& [id, shape] = *state.gesture.shapes.begin();
    const auto at = state.point && state.gesture.shapes.size() == 1 ? point_of(shape, *state.point) : std::nullopt;
    if (at) {
        shape = pulled(shape, {Grip::Kind::point, {}, *state.point}, *at + way, false, canvas.image_size);
        return;
    }
    const Box now = bounds_of(shape).value_or(Box{}), before = bounds_of(state.gesture.before.at(id)).value_or(Box{});
    move_shapes(canvas, Vec2{now.x - before.x, now.y - before.y} + way, 0);
}

void turn_selection(CanvasFrame& canvas, double degrees) {
    if (!take_for_steps(canvas)) return;
    for (auto& [id, shape] : canvas.state.gesture.shapes)
        if (const auto frame = turning_frame(shape)) shape = in_frame(shape, turned_by(*frame, degrees));
}

void act_on_steps(CanvasFrame& canvas) {
    Ui& ui = canvas.task.ui;
    ViewState& state = canvas.state;
    const bool shift = ImGui::GetIO().KeyShift;
    bool any_down = false;
    for (const Step& step : steps) {
        ui.actions().offer(std::span(&step.row, 1));
        any_down = any_down || compat::key_down(step.key);
        if (!ui.action(step.row.id)) continue;
        const Vec2 way = step.way * (shift ? big_step_px : 1);
        if (state.tool != Tool::select) move_keyboard_point(canvas, way);
        else if (!state.selection.empty()) nudge(canvas, way);
    }
    if (tool_fits(Tool::rotated_box, canvas.task.question, canvas.item) ||
        tool_fits(Tool::ellipse, canvas.task.question, canvas.item))
        for (const Step& step : turns) {
            ui.actions().offer(std::span(&step.row, 1));
            any_down = any_down || compat::key_down(step.key);
            if (ui.action(step.row.id)) turn_selection(canvas, step.degrees * (shift ? small_turn_degrees : 1));
        }
    if (state.gesture.kind == Gesture::Kind::nudge && !any_down) commit_shapes(canvas);
    if (state.gesture.kind == Gesture::Kind::corners && state.keyboard_point)
        update_corners(canvas, *state.keyboard_point, shift && !any_down);
}

// Insert: a corner, a point or a dab of the brush at the cross-hair; without a tool a new point behind the chosen one.
void set_at_crosshair(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    if (state.tool == Tool::select) {
        add_point_behind_chosen(canvas);
        return;
    }
    if (!state.keyboard_point) move_keyboard_point(canvas, {0, 0});
    const Vec2 at = *state.keyboard_point;
    if (draws_by_points(state.tool)) return set_point(canvas, at);
    if (paints(state.tool)) {
        begin_stroke(canvas, at);
        if (state.gesture.kind == Gesture::Kind::paint) end_stroke(canvas);
        return;
    }
    if (state.gesture.kind == Gesture::Kind::none) return begin_corners(canvas, at);
    if (state.gesture.kind != Gesture::Kind::corners) return;
    update_corners(canvas, at, false);
    finish_corners(canvas);
}

void finish(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    if (state.gesture.kind == Gesture::Kind::points) return finish_points(canvas);
    if (state.gesture.kind != Gesture::Kind::corners) return;
    if (state.keyboard_point) set_at_crosshair(canvas);
    else finish_corners(canvas);
}

void act_on_tool_keys(CanvasFrame& canvas) {
    Ui& ui = canvas.task.ui;
    ViewState& state = canvas.state;
    const Question& question = canvas.task.question;
    for (const ToolKey& each : tool_keys) {
        if (!tool_fits(each.tool, question, canvas.item)) continue;
        ui.actions().offer(std::span(&each.row, 1));
        if (ui.action(each.row.id)) choose_tool(state, each.tool, question, canvas.item);
    }
    if (ui.action("image.select")) choose_tool(state, Tool::select, question, canvas.item);
    if (ui.action("image.again") && tool_fits(state.last_tool, question, canvas.item))
        choose_tool(state, state.last_tool, question, canvas.item);
    if (tool_fits(Tool::brush, question, canvas.item)) {
        ui.actions().offer(brush_actions);
        if (ui.action("image.brush_smaller")) change_brush(state, -1);
        if (ui.action("image.brush_larger")) change_brush(state, +1);
    }
    if (tool_fits(Tool::keypoints, question, canvas.item)) {
        ui.actions().offer(std::span(&absent_action, 1));
        if (!ui.action("image.point_absent")) return;
        if (state.gesture.kind == Gesture::Kind::points || !step_visibility(canvas)) skip_key_point(canvas);
    }
}

} // namespace

void act_on_edit_keys(CanvasFrame& canvas) {
    Ui& ui = canvas.task.ui;
    ViewState& state = canvas.state;
    ui.actions().offer(edit_actions);
    act_on_tool_keys(canvas);
    if (ui.action("image.crosshair")) state.crosshair = !state.crosshair;
    if (ui.action("image.corner")) set_at_crosshair(canvas);
    if (ui.action("image.finish")) finish(canvas);
    if (ui.action("image.back") && !take_back(state.gesture)) remove_chosen_point(canvas);
    if (ui.action("image.delete") && !remove_chosen_point(canvas)) delete_selection(canvas);
    if (ui.action("image.all")) {
        ObjectIds all;
        for (const PlacedShape& each : canvas.shapes())
            if (each.pickable) all.insert(each.id);
        state.selection.choose_all(all);
    }
    if (ui.action("image.copy")) copy_selection(canvas);
    if (ui.action("image.paste")) paste(canvas);
    if (ui.action("image.duplicate")) duplicate_selection(canvas);
    if (ui.action("image.group")) group_selection(canvas);
    if (ui.action("image.ungroup")) ungroup_selection(canvas);
    act_on_steps(canvas);
}

void choose_tool(ViewState& state, Tool tool, const Question& question, const ItemSpec& item) {
    state.tool = tool;
    state.gesture = {};
    state.focus.wanted = true;
    if (tool == Tool::select) {
        state.keyboard_point.reset();
        return;
    }
    state.last_tool = tool;
    const auto used = state.labels.find(shape_of_tool(tool));
    state.label = label_for_tool(tool, used == state.labels.end() ? state.label : used->second, question, item);
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

} // namespace biaokao::image_objects
