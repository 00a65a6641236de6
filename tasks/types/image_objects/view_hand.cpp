// What the hand is about to do: the second half of view_draw.h.
#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "tasks/types/image_objects/view_draw.h"
#include "tasks/types/image_objects/view_mouse.h"

namespace biaokao::image_objects {
namespace {

constexpr std::uint32_t hand_color = IM_COL32(255, 255, 255, 235), hand_casing = IM_COL32(0, 0, 0, 130);
constexpr std::uint32_t snap_color = IM_COL32(0, 220, 255, 255);

void line(ImDrawList& list, Vec2 a, Vec2 b, std::uint32_t color, float width) {
    list.AddLine({static_cast<float>(a.x), static_cast<float>(a.y)}, {static_cast<float>(b.x), static_cast<float>(b.y)},
                 color, width);
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

// The edges that pull, drawn over their whole length before the button acts.
void draw_snap_lines(const CanvasFrame& canvas, ImDrawList& list) {
    const ImageZoom& zoom = canvas.state.zoom;
    const float width = canvas.task.ui.px(2);
    if (const auto& edge = canvas.snap.upright)
        line(list, zoom.screen_from_image(Vec2{edge->at, edge->from}), zoom.screen_from_image(Vec2{edge->at, edge->to}),
             snap_color, width);
    if (const auto& edge = canvas.snap.level)
        line(list, zoom.screen_from_image(Vec2{edge->from, edge->at}), zoom.screen_from_image(Vec2{edge->to, edge->at}),
             snap_color, width);
}

void draw_size(const CanvasFrame& canvas, ImDrawList& list, const Box& box_in_image) {
    Ui& ui = canvas.task.ui;
    const std::string words = size_text(rounded(box_in_image));
    const ImVec2 size = ImGui::CalcTextSize(words.c_str());
    const Box on_screen = canvas.state.zoom.screen_from_image(box_in_image);
    const Box& area = canvas.area->in_screen;
    const float pad = ui.px(4);
    const float x =
        std::clamp(static_cast<float>(on_screen.right()) - size.x - 2 * pad, static_cast<float>(area.x),
                   std::max(static_cast<float>(area.right()) - size.x - 2 * pad, static_cast<float>(area.x)));
    const float y =
        std::min(static_cast<float>(on_screen.bottom()) + pad, static_cast<float>(area.bottom()) - size.y - pad);
    list.AddRectFilled({x, y}, {x + size.x + 2 * pad, y + size.y + ui.px(2)}, IM_COL32(16, 20, 26, 215), ui.px(3));
    list.AddText({x + pad, y + ui.px(1)}, hand_color, words.c_str());
}

void draw_gesture(const CanvasFrame& canvas, ImDrawList& list) {
    const Gesture& gesture = canvas.state.gesture;
    const Box& clip = canvas.area->in_screen;
    switch (gesture.kind) {
    case Gesture::Kind::draw:
    case Gesture::Kind::area: {
        const bool area = gesture.kind == Gesture::Kind::area;
        draw_box(canvas.task.ui, list, canvas.state.zoom.screen_from_image(gesture.drawn),
                 {.color = hand_color, .width_px = area ? 1.0f : 2.0f, .fill = area ? 0.08 : 0.12, .dashed = area},
                 clip);
        if (!area) draw_size(canvas, list, gesture.drawn);
        return;
    }
    case Gesture::Kind::resize:
    case Gesture::Kind::move:
    case Gesture::Kind::nudge:
        if (!gesture.boxes.empty()) draw_size(canvas, list, gesture.boxes.begin()->second);
        return;
    case Gesture::Kind::none:
    case Gesture::Kind::pan: return;
    }
}

void set_cursor(const CanvasFrame& canvas) {
    if (!canvas.area->hovered && !canvas.area->held) return;
    std::optional<Handle> handle = handle_under_pointer(canvas);
    if (canvas.state.gesture.kind == Gesture::Kind::resize) handle = canvas.state.gesture.handle;
    if (canvas.state.gesture.kind == Gesture::Kind::pan || compat::key_down(Key::space))
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    else if (canvas.state.gesture.kind == Gesture::Kind::move) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    else if (handle)
        ImGui::SetMouseCursor(handle->x == 0           ? ImGuiMouseCursor_ResizeNS
                              : handle->y == 0         ? ImGuiMouseCursor_ResizeEW
                              : handle->x == handle->y ? ImGuiMouseCursor_ResizeNWSE
                                                       : ImGuiMouseCursor_ResizeNESW);
}

} // namespace

void draw_hand(CanvasFrame& canvas, ImDrawList& list) {
    ViewState& state = canvas.state;
    set_cursor(canvas);
    draw_snap_lines(canvas, list);
    draw_gesture(canvas, list);
    if (!canvas.editable() || state.tool != Tool::box) return;
    if (state.keyboard_point) return draw_crosshair(canvas, list, state.zoom.screen_from_image(*state.keyboard_point));
    const bool free = state.gesture.kind == Gesture::Kind::none || state.gesture.kind == Gesture::Kind::draw;
    if (state.crosshair && canvas.area->hovered && free && !handle_under_pointer(canvas))
        draw_crosshair(canvas, list, state.zoom.screen_from_image(canvas.pointer_in_image + canvas.snap.delta));
}

} // namespace biaokao::image_objects
