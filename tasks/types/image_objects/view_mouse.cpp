#include "tasks/types/image_objects/view_mouse.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "tasks/types/image_objects/view_boxes.h"

namespace biaokao::image_objects {
namespace {

constexpr float corner_reach_px = 10, edge_reach_px = 6, drag_from_px = 5;

// Alt suspends snapping; it is pressed after the button, because some window managers take Alt + press.
double snap_reach(const CanvasFrame& canvas) {
    if (ImGui::GetIO().KeyAlt) return 0;
    return canvas.image_from_px(static_cast<float>(snap_reach_in_screen));
}

void begin_area(CanvasFrame& canvas) {
    Gesture& gesture = canvas.state.gesture;
    gesture = {};
    gesture.kind = Gesture::Kind::area;
    gesture.pressed = true;
    gesture.press_in_screen = canvas.pointer_in_screen;
    gesture.press_in_image = canvas.pointer_in_image;
}

// The smallest box under the pointer is meant, unless one of those there is selected already: then a drag moves that
// one. Ctrl adds and removes.
void press_in_select_mode(CanvasFrame& canvas) {
    Selection& selection = canvas.state.selection;
    const auto under = boxes_under(canvas.boxes, canvas.pointer_in_image, canvas.image_from_px(edge_reach_px) / 2);
    if (under.empty()) return begin_area(canvas);
    if (ImGui::GetIO().KeyCtrl) return selection.toggle(under.front());
    const bool holds = std::any_of(under.begin(), under.end(), [&](const auto& id) { return selection.contains(id); });
    if (!holds) selection.choose(under.front());
    if (canvas.editable()) begin_boxes(canvas, Gesture::Kind::move, selection.ids());
}

void press_left(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    if (state.gesture.kind == Gesture::Kind::draw) { // the second corner; set when the button goes up
        ++state.gesture.presses;
        state.gesture.pressed = true;
        state.gesture.press_in_screen = canvas.pointer_in_screen;
        return;
    }
    if (const auto handle = handle_under_pointer(canvas); handle && !ImGui::GetIO().KeyCtrl) {
        begin_boxes(canvas, Gesture::Kind::resize, state.selection.ids());
        state.gesture.handle = *handle;
        return;
    }
    if (state.tool == Tool::box && canvas.editable()) {
        begin_drawing(canvas, canvas.pointer_in_image + canvas.snap.delta);
        state.gesture.pressed = true;
        return;
    }
    press_in_select_mode(canvas);
}

void drag_on(CanvasFrame& canvas) {
    Gesture& gesture = canvas.state.gesture;
    const Vec2 way = canvas.pointer_in_screen - gesture.press_in_screen;
    if (gesture.pressed && std::hypot(way.x, way.y) > static_cast<double>(canvas.task.ui.px(drag_from_px)))
        gesture.dragged = true;
    const bool square = ImGui::GetIO().KeyShift;
    switch (gesture.kind) {
    case Gesture::Kind::draw: return update_drawing(canvas, canvas.pointer_in_image + canvas.snap.delta, square);
    case Gesture::Kind::area: gesture.drawn = box_from_corners(gesture.press_in_image, canvas.pointer_in_image); return;
    case Gesture::Kind::move:
        if (gesture.dragged)
            move_boxes(canvas, canvas.state.zoom.image_from_screen(canvas.pointer_in_screen) - gesture.press_in_image,
                       snap_reach(canvas));
        return;
    case Gesture::Kind::resize:
        if (gesture.dragged) resize_box(canvas, canvas.pointer_in_image, square, snap_reach(canvas));
        return;
    case Gesture::Kind::none:
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
    for (std::string& id : boxes_inside(canvas.boxes, gesture.drawn)) chosen.insert(std::move(id));
    selection.choose_all(chosen);
}

// A plain click on one of several selected boxes selects it alone.
void end_move(CanvasFrame& canvas) {
    if (!canvas.state.gesture.dragged && canvas.state.selection.size() > 1)
        if (const auto under = boxes_under(canvas.boxes, canvas.pointer_in_image, 0); !under.empty())
            canvas.state.selection.choose(under.front());
    commit_boxes(canvas);
}

void release_left(CanvasFrame& canvas) {
    Gesture& gesture = canvas.state.gesture;
    if (!gesture.pressed) return;
    gesture.pressed = false;
    switch (gesture.kind) {
    case Gesture::Kind::draw:
        if (gesture.dragged || gesture.presses > 1) finish_drawing(canvas);
        return;
    case Gesture::Kind::area: return end_area(canvas);
    case Gesture::Kind::move: return end_move(canvas);
    case Gesture::Kind::resize: return commit_boxes(canvas);
    case Gesture::Kind::none:
    case Gesture::Kind::pan:
    case Gesture::Kind::nudge: return;
    }
}

// While drawing it takes the corner back, else it opens the menu of the object there.
void press_right(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    if (state.gesture.kind == Gesture::Kind::draw) {
        state.gesture = {};
        return;
    }
    const auto under = boxes_under(canvas.boxes, canvas.pointer_in_image, canvas.image_from_px(edge_reach_px) / 2);
    if (under.empty() || state.gesture.kind != Gesture::Kind::none) return;
    if (!state.selection.contains(under.front())) state.selection.choose(under.front());
    state.menu_for = under.front();
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

std::optional<Handle> handle_under_pointer(const CanvasFrame& canvas) {
    const Selection& selection = canvas.state.selection;
    if (!canvas.editable() || selection.size() != 1 || !canvas.area->hovered) return std::nullopt;
    for (const PickableBox& each : canvas.boxes)
        if (each.id == selection.anchor())
            return handle_at(each.box, canvas.state.zoom.image_from_screen(canvas.pointer_in_screen),
                             canvas.image_from_px(corner_reach_px), canvas.image_from_px(edge_reach_px));
    return std::nullopt;
}

void locate_pointer(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    canvas.pointer_in_screen = {mouse.x, mouse.y};
    canvas.pointer_in_image = clamped(state.zoom.image_from_screen(canvas.pointer_in_screen), canvas.image_size);
    if (canvas.pointer_in_screen != state.mouse_at) state.keyboard_point.reset(); // the hand is back on the mouse
    state.mouse_at = canvas.pointer_in_screen;
    const bool draws = canvas.editable() && state.tool == Tool::box && canvas.area->hovered &&
                       (state.gesture.kind == Gesture::Kind::none || state.gesture.kind == Gesture::Kind::draw);
    if (!draws || snap_reach(canvas) == 0) return;
    if (state.gesture.kind == Gesture::Kind::none && handle_under_pointer(canvas)) return; // a handle would be taken
    if (state.gesture.kind == Gesture::Kind::draw && ImGui::GetIO().KeyShift) return; // a square follows its own side
    const SnapLines lines = snap_lines(canvas.boxes, canvas.image_size, ObjectIds{});
    canvas.snap = snap_point(lines, canvas.pointer_in_image, snap_reach(canvas));
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
    if (pans && (gesture.kind == Gesture::Kind::none || gesture.kind == Gesture::Kind::draw ||
                 gesture.kind == Gesture::Kind::pan)) {
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
        commit_boxes(canvas);
    }
    if (canvas.area->hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) press_left(canvas);
    if (canvas.area->hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) press_right(canvas);
    if (!canvas.state.keyboard_point) drag_on(canvas);
    scroll_at_the_border(canvas);
    if (ImGui::IsMouseReleased(ImGuiMouseButton_Left)) release_left(canvas);
}

} // namespace biaokao::image_objects
