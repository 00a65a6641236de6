#include "tasks/types/image_objects/view_mouse.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "tasks/types/image_objects/outline_edit.h"
#include "tasks/types/image_objects/view_drawing.h"
#include "tasks/types/image_objects/view_groups.h"
#include "tasks/types/image_objects/view_paint.h"
#include "tasks/types/image_objects/view_points.h"
#include "tasks/types/image_objects/view_shapes.h"

namespace biaokao::image_objects {
namespace {

constexpr float edge_reach_px = 6, drag_from_px = 5;

// Alt suspends snapping; it is pressed after the button, because some window managers take Alt + press.
double snap_reach(const CanvasFrame& canvas) {
    if (ImGui::GetIO().KeyAlt) return 0;
    return canvas.image_from_px(static_cast<float>(snap_reach_in_screen));
}

std::vector<std::string> under_pointer(const CanvasFrame& canvas) {
    const double reach = canvas.image_from_px(edge_reach_px);
    return shapes_under(canvas.shapes(), canvas.pointer_in_image, {reach / 2, reach});
}

void begin_area(CanvasFrame& canvas) {
    Gesture& gesture = canvas.state.gesture;
    gesture = {};
    gesture.kind = Gesture::Kind::area;
    gesture.pressed = true;
    gesture.press_in_screen = canvas.pointer_in_screen;
    gesture.press_in_image = canvas.pointer_in_image;
}

// The first of the shapes under the pointer is meant, unless one of those there is selected already: then a drag moves
// that one. Ctrl adds and removes.
void press_in_select_mode(CanvasFrame& canvas) {
    Selection& selection = canvas.state.selection;
    const auto under = under_pointer(canvas);
    canvas.state.point.reset();
    if (under.empty()) return begin_area(canvas);
    if (ImGui::GetIO().KeyCtrl) return selection.toggle(under.front());
    const bool holds = std::any_of(under.begin(), under.end(), [&](const auto& id) { return selection.contains(id); });
    if (!holds) selection.choose(under.front());
    if (canvas.editable()) begin_shapes(canvas, Gesture::Kind::move, selection.ids());
}

// The second click on a member of a group takes the whole group, and a drag from there moves it.
bool press_on_group(CanvasFrame& canvas) {
    if (!ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left) || ImGui::GetIO().KeyCtrl) return false;
    Selection& selection = canvas.state.selection;
    const auto under = under_pointer(canvas);
    const auto chosen = std::find(under.begin(), under.end(), selection.anchor()); // by the first click
    if (chosen == under.end() || !choose_group_of(canvas.task, canvas.state, *chosen)) return false;
    if (!canvas.editable()) return true;
    begin_shapes(canvas, Gesture::Kind::move, selection.ids());
    canvas.state.gesture.keeps_selection = true;
    return true;
}

// While something is being drawn: the second corner, set when the button goes up, or the next point.
void press_while_drawing(CanvasFrame& canvas) {
    Gesture& gesture = canvas.state.gesture;
    if (gesture.kind == Gesture::Kind::points) {
        // The first press of the two has set the last point already.
        if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left) && canvas.state.tool != Tool::keypoints)
            return finish_points(canvas);
        return set_point(canvas, canvas.hand_in_image);
    }
    ++gesture.presses;
    gesture.pressed = true;
    gesture.press_in_screen = canvas.pointer_in_screen;
}

void press_grip(CanvasFrame& canvas, const Grip& grip) {
    ViewState& state = canvas.state;
    if (ImGui::GetIO().KeyAlt && toggle_point_under_pointer(canvas)) return;
    state.point.reset();
    if (grip.kind == Grip::Kind::point) state.point = grip.index;
    begin_shapes(canvas, Gesture::Kind::pull, state.selection.ids());
    state.gesture.grip = grip;
}

void press_left(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    if (state.gesture.draws()) return press_while_drawing(canvas);
    const bool draws = canvas.editable() && state.tool != Tool::select;
    if (draws && paints(state.tool)) return begin_stroke(canvas, canvas.hand_in_image);
    if (!draws && press_on_group(canvas)) return;
    if (const auto grip = grip_under_pointer(canvas); grip && !ImGui::GetIO().KeyCtrl) return press_grip(canvas, *grip);
    if (!draws && ImGui::GetIO().KeyAlt && toggle_point_under_pointer(canvas)) return;
    if (!draws) return press_in_select_mode(canvas);
    if (draws_by_points(state.tool)) return set_point(canvas, canvas.hand_in_image);
    begin_corners(canvas, canvas.hand_in_image);
    state.gesture.pressed = true;
}

void drag_on(CanvasFrame& canvas) {
    Gesture& gesture = canvas.state.gesture;
    const Vec2 way = canvas.pointer_in_screen - gesture.press_in_screen;
    if (gesture.pressed && std::hypot(way.x, way.y) > static_cast<double>(canvas.task.ui.px(drag_from_px)))
        gesture.dragged = true;
    const bool constrain = ImGui::GetIO().KeyShift;
    switch (gesture.kind) {
    case Gesture::Kind::corners: return update_corners(canvas, canvas.hand_in_image, constrain);
    case Gesture::Kind::area: gesture.drawn = box_from_corners(gesture.press_in_image, canvas.pointer_in_image); return;
    case Gesture::Kind::paint:
        if (gesture.pressed) go_on_with_stroke(canvas, canvas.hand_in_image);
        return;
    case Gesture::Kind::move:
        if (gesture.dragged)
            move_shapes(canvas, canvas.state.zoom.image_from_screen(canvas.pointer_in_screen) - gesture.press_in_image,
                        snap_reach(canvas));
        return;
    case Gesture::Kind::pull:
        if (gesture.dragged) pull_shape(canvas, canvas.pointer_in_image, constrain, snap_reach(canvas));
        return;
    case Gesture::Kind::none:
    case Gesture::Kind::points:
    case Gesture::Kind::pan:
    case Gesture::Kind::nudge: return;
    }
}

void end_area(CanvasFrame& canvas) {
    const Gesture gesture = canvas.state.gesture;
    canvas.state.gesture = {};
    Selection& selection = canvas.state.selection;
    const bool adds = ImGui::GetIO().KeyCtrl;
    if (!gesture.dragged) {
        if (!adds) selection.clear();
        return;
    }
    ObjectIds chosen = adds ? selection.ids() : ObjectIds{};
    for (std::string& id : shapes_inside(canvas.shapes(), gesture.drawn)) chosen.insert(std::move(id));
    selection.choose_all(chosen);
}

// A plain click on one of several selected shapes selects it alone.
void end_move(CanvasFrame& canvas) {
    const Gesture& gesture = canvas.state.gesture;
    if (!gesture.dragged && !gesture.keeps_selection && canvas.state.selection.size() > 1)
        if (const auto under = under_pointer(canvas); !under.empty()) canvas.state.selection.choose(under.front());
    commit_shapes(canvas);
}

void release_left(CanvasFrame& canvas) {
    Gesture& gesture = canvas.state.gesture;
    if (!gesture.pressed) return;
    gesture.pressed = false;
    switch (gesture.kind) {
    case Gesture::Kind::corners:
        if (gesture.dragged || gesture.presses > 1) finish_corners(canvas);
        return;
    case Gesture::Kind::area: return end_area(canvas);
    case Gesture::Kind::move: return end_move(canvas);
    case Gesture::Kind::pull:
        if (gesture.dragged && gesture.grip.kind == Grip::Kind::edge) canvas.state.point = gesture.grip.index + 1;
        return commit_shapes(canvas);
    case Gesture::Kind::paint: return end_stroke(canvas);
    case Gesture::Kind::none:
    case Gesture::Kind::points:
    case Gesture::Kind::pan:
    case Gesture::Kind::nudge: return;
    }
}

// While drawing it takes the last corner or point back; with key points it sets a hidden one. Else it opens the menu of
// the object there.
void press_right(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    if (canvas.editable() && state.tool == Tool::keypoints) {
        if (state.gesture.kind == Gesture::Kind::points || under_pointer(canvas).empty())
            return set_point(canvas, canvas.hand_in_image, Visibility::hidden);
    }
    if (take_back(state.gesture)) return;
    const auto under = under_pointer(canvas);
    if (under.empty() || state.gesture.kind != Gesture::Kind::none) return;
    if (!state.selection.contains(under.front())) state.selection.choose(under.front());
    state.menu_for = under.front();
}

// Where a click would draw. Shift straightens the way from the last point; a box that is made square follows its own
// side.
void locate_hand(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    const bool shift = ImGui::GetIO().KeyShift;
    canvas.hand_in_image = state.keyboard_point.value_or(canvas.pointer_in_image);
    if (state.keyboard_point || !canvas.editable() || !canvas.area->hovered) return;
    if (!draws_by_corners(state.tool) && !draws_by_points(state.tool)) return;
    const Gesture& gesture = state.gesture;
    if (gesture.kind != Gesture::Kind::none && !gesture.draws()) return;
    if (gesture.kind == Gesture::Kind::none && grip_under_pointer(canvas)) return; // a grip would be taken
    if (closes_polygon(canvas, canvas.pointer_in_image)) {
        canvas.hand_in_image = gesture.points.front().at;
        return;
    }
    if (gesture.draws() && shift) {
        if (gesture.kind == Gesture::Kind::points && state.tool != Tool::keypoints)
            canvas.hand_in_image = constrained(gesture.points.back().at, canvas.pointer_in_image, canvas.image_size);
        return;
    }
    const double reach = snap_reach(canvas);
    if (reach == 0) return;
    const Box place = grown({canvas.pointer_in_image.x, canvas.pointer_in_image.y, 0, 0}, reach);
    const SnapLines lines = snap_lines(canvas.shapes(), canvas.image_size, ObjectIds{}, place);
    canvas.snap = snap_point(lines, canvas.pointer_in_image, reach);
    canvas.hand_in_image = clamped(canvas.pointer_in_image + canvas.snap.delta, canvas.image_size);
}

// Drawing goes on at the border of the canvas: the view scrolls after the hand.
void scroll_at_the_border(CanvasFrame& canvas) {
    const Gesture& gesture = canvas.state.gesture;
    if (!gesture.pressed || gesture.kind == Gesture::Kind::none || gesture.kind == Gesture::Kind::pan) return;
    const Box& area = canvas.area->in_screen;
    const Vec2 at = canvas.pointer_in_screen;
    const Vec2 beyond{at.x - std::clamp(at.x, area.x, area.right()), at.y - std::clamp(at.y, area.y, area.bottom())};
    canvas.state.zoom.pan(beyond * -0.15);
    canvas.state.zoom.keep_on_picture(canvas.image_size);
}

} // namespace

void locate_pointer(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    canvas.pointer_in_screen = {mouse.x, mouse.y};
    canvas.pointer_in_image = clamped(state.zoom.image_from_screen(canvas.pointer_in_screen), canvas.image_size);
    if (canvas.pointer_in_screen != state.mouse_at) state.keyboard_point.reset(); // the hand is back on the mouse
    state.mouse_at = canvas.pointer_in_screen;
    locate_hand(canvas);
}

void zoom_and_pan(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    const ImGuiIO& io = ImGui::GetIO();
    if (canvas.area->hovered && (io.MouseWheel != 0 || io.MouseWheelH != 0)) {
        const double sideways = io.KeyShift ? static_cast<double>(io.MouseWheel) : static_cast<double>(io.MouseWheelH);
        state.zoom.pan({sideways * static_cast<double>(canvas.task.ui.px(60)), 0});
        if (!io.KeyShift && io.MouseWheel != 0)
            state.zoom.set_zoom_at(state.zoom.zoom * std::pow(zoom_step, static_cast<double>(io.MouseWheel)),
                                   canvas.pointer_in_screen);
    }
    const bool hand = compat::key_down(Key::space) && canvas.area->focused;
    Gesture& gesture = canvas.state.gesture;
    const bool pans = canvas.area->held && (ImGui::IsMouseDown(ImGuiMouseButton_Middle) ||
                                            (hand && ImGui::IsMouseDown(ImGuiMouseButton_Left)));
    if (pans && (gesture.kind == Gesture::Kind::none || gesture.draws() || gesture.kind == Gesture::Kind::pan)) {
        state.zoom.pan({static_cast<double>(io.MouseDelta.x), static_cast<double>(io.MouseDelta.y)});
        if (gesture.kind == Gesture::Kind::none) gesture.kind = Gesture::Kind::pan;
    } else if (gesture.kind == Gesture::Kind::pan && !canvas.area->held) {
        gesture = {};
    }
    state.zoom.keep_on_picture(canvas.image_size);
}

void mouse_gestures(CanvasFrame& canvas) {
    const bool hand = compat::key_down(Key::space);
    if (canvas.state.gesture.kind == Gesture::Kind::pan || hand) return;
    if (canvas.state.gesture.kind == Gesture::Kind::nudge) {
        if (!ImGui::IsMouseClicked(ImGuiMouseButton_Left)) return;
        commit_shapes(canvas);
    }
    if (canvas.area->hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) press_left(canvas);
    if (canvas.area->hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) press_right(canvas);
    if (!canvas.state.keyboard_point) drag_on(canvas);
    scroll_at_the_border(canvas);
    if (ImGui::IsMouseReleased(ImGuiMouseButton_Left)) release_left(canvas);
}

} // namespace biaokao::image_objects
