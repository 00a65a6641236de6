// What the hand is about to do: the second half of view_draw.h.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "app/ui/labelling/overlay_style.h"
#include "engine/answer/shape_bounds.h"
#include "tasks/types/image_objects/shape_edit.h"
#include "tasks/types/image_objects/turning_frame.h"
#include "tasks/types/image_objects/view_draw.h"
#include "tasks/types/image_objects/view_draw_shapes.h"
#include "tasks/types/image_objects/view_drawing.h"
#include "tasks/types/image_objects/view_points.h"

namespace biaokao::image_objects {
namespace {

constexpr std::uint32_t hand_color = IM_COL32(255, 255, 255, 235), hand_casing = IM_COL32(0, 0, 0, 130);
constexpr std::uint32_t snap_color = IM_COL32(0, 220, 255, 255);

void line(ImDrawList& list, Vec2 a, Vec2 b, std::uint32_t color, float width) {
    list.AddLine(vec(a), vec(b), color, width);
}

void draw_crosshair(const CanvasFrame& canvas, ImDrawList& list, Vec2 at_in_screen) {
    const Box& area = canvas.area->in_screen;
    Ui& ui = canvas.task.ui;
    for (const bool ground : {true, false}) {
        const std::uint32_t color = ground ? hand_casing : with_opacity(hand_color, 0.75);
        const float width = ui.px(ground ? 3 : 1);
        line(list, {area.x, at_in_screen.y}, {area.right(), at_in_screen.y}, color, width);
        line(list, {at_in_screen.x, area.y}, {at_in_screen.x, area.bottom()}, color, width);
    }
}

// What pulls, before the button acts: edges over their whole length, points in a ring.
void draw_snap(const CanvasFrame& canvas, ImDrawList& list) {
    const ImageZoom& zoom = canvas.state.zoom;
    const float width = canvas.task.ui.px(2);
    if (const auto& edge = canvas.snap.upright)
        line(list, zoom.screen_from_image(Vec2{edge->at, edge->from}), zoom.screen_from_image(Vec2{edge->at, edge->to}),
             snap_color, width);
    if (const auto& edge = canvas.snap.level)
        line(list, zoom.screen_from_image(Vec2{edge->from, edge->at}), zoom.screen_from_image(Vec2{edge->to, edge->at}),
             snap_color, width);
    if (canvas.snap.point)
        list.AddCircle(vec(zoom.screen_from_image(*canvas.snap.point)), canvas.task.ui.px(8), snap_color, 0, width);
}

// Beside the lower right corner, inside the canvas.
void draw_beside(const CanvasFrame& canvas, ImDrawList& list, const Box& box_in_image, const std::string& words) {
    Ui& ui = canvas.task.ui;
    const ImVec2 size = ImGui::CalcTextSize(words.c_str());
    const Box on_screen = canvas.state.zoom.screen_from_image(box_in_image);
    const Box& area = canvas.area->in_screen;
    const double pad = static_cast<double>(ui.px(4));
    const double x = std::clamp(on_screen.right() - static_cast<double>(size.x) - 2 * pad, area.x,
                                std::max(area.right() - static_cast<double>(size.x) - 2 * pad, area.x));
    const double y = std::min(on_screen.bottom() + pad, area.bottom() - static_cast<double>(size.y) - pad);
    draw_words(ui, list, {x, y}, words);
}

void draw_size(const CanvasFrame& canvas, ImDrawList& list, const Shape& shape) {
    const Shape exact = rounded(shape);
    std::string words = size_text(exact);
    if (const std::string detail = detail_text(canvas.task.ui, exact); !detail.empty()) words += "  " + detail;
    draw_beside(canvas, list, bounds_of(shape).value_or(Box{}), words);
}

// The points that are set, the way to the hand, and the first one, where a click closes the polygon.
void draw_outline_in_hand(const CanvasFrame& canvas, ImDrawList& list) {
    Ui& ui = canvas.task.ui;
    const auto& zoom = canvas.state.zoom;
    std::vector<Vec2> path;
    for (const Keypoint& point : canvas.state.gesture.points) path.push_back(point.at);
    path.push_back(canvas.hand_in_image);
    draw_path(ui, list, zoom, path, {.color = hand_color}, canvas.area->in_screen);
    path.pop_back();
    const bool closes = closes_polygon(canvas, canvas.hand_in_image);
    for (std::size_t i = 0; i < path.size(); ++i) {
        const ImVec2 at = vec(zoom.screen_from_image(path[i]));
        const float half = ui.px(i == 0 && closes ? 7.0f : 4.0f);
        list.AddRectFilled({at.x - half, at.y - half}, {at.x + half, at.y + half},
                           i == 0 && closes ? snap_color : hand_color);
        compat::stroke_rect(list, {at.x - half, at.y - half}, {at.x + half, at.y + half}, hand_casing, ui.px(1.5f));
    }
}

// The key points that are set, with their names, and their bones; those to the next point follow the hand.
void draw_key_points_in_hand(const CanvasFrame& canvas, ImDrawList& list) {
    Ui& ui = canvas.task.ui;
    const auto* names = key_point_names(canvas);
    const Gesture& gesture = canvas.state.gesture;
    if (names == nullptr) return;
    const double aside = static_cast<double>(ui.px(10));
    Keypoints with_next{gesture.points};
    with_next.points.push_back({canvas.hand_in_image, Visibility::hidden});
    draw_bones(ui, list, canvas.state.zoom,
               bones_of(with_next, canvas.task.question.labels.find_label(canvas.state.label)), {.color = hand_color},
               canvas.area->in_screen);
    draw_shape(ui, list, canvas.state.zoom, Keypoints{gesture.points}, {.color = hand_color}, canvas.area->in_screen);
    for (std::size_t i = 0; i < std::min(gesture.points.size(), names->size()); ++i) {
        if (gesture.points[i].visibility == Visibility::unlabelled) continue;
        const Vec2 at = canvas.state.zoom.screen_from_image(gesture.points[i].at);
        draw_words(ui, list, at + Vec2{aside, -aside}, (*names)[i].title.in(ui.language()));
    }
}

// The name of the key point that a click sets, beside the hand.
void draw_next_name(const CanvasFrame& canvas, ImDrawList& list) {
    const auto* names = key_point_names(canvas);
    const std::size_t next = canvas.state.gesture.points.size();
    if (names == nullptr || next >= names->size()) return;
    Ui& ui = canvas.task.ui;
    const double aside = static_cast<double>(ui.px(10));
    const std::string words = fmt::format("{}  {}/{}", (*names)[next].title.in(ui.language()), next + 1, names->size());
    draw_words(ui, list, canvas.state.zoom.screen_from_image(canvas.hand_in_image) + Vec2{aside, aside}, words);
}

void draw_gesture(const CanvasFrame& canvas, ImDrawList& list) {
    const Gesture& gesture = canvas.state.gesture;
    const Box& clip = canvas.area->in_screen;
    switch (gesture.kind) {
    case Gesture::Kind::corners:
        draw_shape(canvas.task.ui, list, canvas.state.zoom, shape_in_corners(canvas.state.tool, gesture.drawn),
                   {.color = hand_color, .fill = 0.12}, clip);
        draw_size(canvas, list, gesture.drawn);
        return;
    case Gesture::Kind::area:
        draw_box(canvas.task.ui, list, canvas.state.zoom.screen_from_image(gesture.drawn),
                 {.color = hand_color, .width_px = 1, .fill = 0.08, .dashed = true}, clip);
        return;
    case Gesture::Kind::points:
        if (canvas.state.tool == Tool::keypoints) draw_key_points_in_hand(canvas, list);
        else draw_outline_in_hand(canvas, list);
        return;
    case Gesture::Kind::paint: // a mask that is in the answer is drawn there, as its draft
        if (gesture.shapes.begin()->first.empty())
            draw_shape(canvas.task.ui, list, canvas.state.zoom, gesture.shapes.begin()->second, {.color = hand_color},
                       clip);
        return;
    case Gesture::Kind::pull:
    case Gesture::Kind::move:
    case Gesture::Kind::nudge:
        if (!gesture.shapes.empty()) draw_size(canvas, list, gesture.shapes.begin()->second);
        return;
    case Gesture::Kind::none:
    case Gesture::Kind::pan: return;
    }
}

// Of a side the arrow nearest to the way it moves, of what is turned too.
ImGuiMouseCursor cursor_of(const CanvasFrame& canvas, const Grip& grip) {
    if (grip.kind != Grip::Kind::side) return ImGuiMouseCursor_Hand;
    const PlacedShape* shape = canvas.edited();
    const auto turned = shape ? turning_frame(shape->shape()) : std::nullopt;
    double degrees = std::atan2(grip.handle.y, grip.handle.x) * 57.29578 + (turned ? turned->degrees : 0);
    degrees = std::fmod(std::fmod(degrees, 180) + 180 + 22.5, 180);
    return degrees < 45    ? ImGuiMouseCursor_ResizeEW
           : degrees < 90  ? ImGuiMouseCursor_ResizeNWSE
           : degrees < 135 ? ImGuiMouseCursor_ResizeNS
                           : ImGuiMouseCursor_ResizeNESW;
}

void set_cursor(const CanvasFrame& canvas) {
    if (!canvas.area->hovered && !canvas.area->held) return;
    const Gesture& gesture = canvas.state.gesture;
    std::optional<Grip> grip;
    if (gesture.kind == Gesture::Kind::pull) grip = gesture.grip;
    else if (gesture.kind == Gesture::Kind::none && !paints(canvas.state.tool)) grip = grip_under_pointer(canvas);
    if (gesture.kind == Gesture::Kind::pan || compat::key_down(Key::space))
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    else if (gesture.kind == Gesture::Kind::move) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    else if (grip) ImGui::SetMouseCursor(cursor_of(canvas, *grip));
}

void draw_brush(const CanvasFrame& canvas, ImDrawList& list) {
    const auto radius = static_cast<float>(canvas.state.brush_px / 2 * canvas.state.zoom.zoom);
    const ImVec2 at = vec(canvas.state.zoom.screen_from_image(canvas.hand_in_image));
    list.AddCircle(at, radius, hand_casing, 0, canvas.task.ui.px(3));
    list.AddCircle(at, radius, hand_color, 0, canvas.task.ui.px(1));
}

} // namespace

void draw_hand(CanvasFrame& canvas, ImDrawList& list) {
    ViewState& state = canvas.state;
    set_cursor(canvas);
    draw_snap(canvas, list);
    draw_gesture(canvas, list);
    if (!canvas.editable() || state.tool == Tool::select) return;
    const Gesture::Kind kind = state.gesture.kind;
    const bool free = kind == Gesture::Kind::none || kind == Gesture::Kind::paint || state.gesture.draws();
    const bool at_hand = state.keyboard_point || (canvas.area->hovered && free);
    if (!at_hand) return;
    if (paints(state.tool)) return draw_brush(canvas, list);
    if (state.tool == Tool::keypoints) draw_next_name(canvas, list);
    const bool takes_grip = !state.keyboard_point && kind == Gesture::Kind::none && grip_under_pointer(canvas);
    if (state.keyboard_point || (state.crosshair && !takes_grip))
        draw_crosshair(canvas, list, state.zoom.screen_from_image(canvas.hand_in_image));
}

} // namespace biaokao::image_objects
