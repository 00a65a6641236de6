#include "app/ui/labelling/canvas_area.h"

#include <algorithm>
#include <array>

#include "app/ui/imgui_compat.h"

namespace biaokao {
namespace {

// Own navigation: Dear ImGui's would move the focus away with the arrow keys and Tab that belong to the canvas.
constexpr ImGuiWindowFlags canvas_flags = ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                                          ImGuiWindowFlags_NoNavInputs | ImGuiWindowFlags_NoMove;
constexpr ImGuiButtonFlags canvas_buttons =
    ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight | ImGuiButtonFlags_MouseButtonMiddle;

constexpr std::array leave_actions{ActionRow{"labelling.leave_field", KeyContext::typing, "Esc"},
                                   ActionRow{"labelling.leave_list", KeyContext::list, "Esc"}};

// Dear ImGui's Esc, and a tap on Alt, leave a child window for its parents; here both are keys of the canvas. A field
// of the parent that takes the keyboard is another matter.
bool fell_to_parent(CanvasFocus& focus) {
    const bool alt = ImGui::GetIO().KeyAlt;
    const bool left = compat::key_pressed(Key::escape, false) || (focus.had_alt && !alt);
    focus.had_alt = alt;
    return focus.had && left && (ImGui::IsWindowFocused() || ImGui::IsWindowFocused(ImGuiFocusedFlags_RootWindow));
}

} // namespace

CanvasArea::CanvasArea(Ui& ui, std::string_view id, Vec2 size, CanvasFocus& focus,
                       std::function<Vec2(Vec2)> screen_from_content_now)
    : screen_from_content(std::move(screen_from_content_now)), ui_(ui), id_(ui.full_id(id)) {
    if (fell_to_parent(focus)) focus.wanted = true;
    const ImVec2 area{static_cast<float>(std::max(size.x, 1.0)), static_cast<float>(std::max(size.y, 1.0))};
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    compat::begin_child("###canvas_area", area, false, canvas_flags);
    ImGui::PopStyleVar();
    ui.actions().offer(leave_actions);
    if (ui.action("labelling.leave_field") || ui.action("labelling.leave_list")) focus.wanted = true;
    if (ui.panel_stop(id_)) focus.wanted = true;
    if (focus.wanted && !ImGui::GetIO().WantTextInput) {
        ImGui::SetWindowFocus();
        focus.wanted = false;
    }
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    in_screen = {corner.x, corner.y, area.x, area.y};
    ImGui::InvisibleButton("###canvas", area, canvas_buttons);
    hovered = ImGui::IsItemHovered();
    held = ImGui::IsItemActive();
    focused = focus.had = ImGui::IsWindowFocused();
    if (focused) {
        ui.claim_keys(KeyContext::canvas);
        ui.panel_has_keyboard(id_);
    }
    ImGui::PushClipRect(corner, {corner.x + area.x, corner.y + area.y}, true);
}

CanvasArea::~CanvasArea() {
    const ImVec2 a{static_cast<float>(in_screen.x), static_cast<float>(in_screen.y)};
    const ImVec2 b{static_cast<float>(in_screen.right()), static_cast<float>(in_screen.bottom())};
    const std::uint32_t color = focused ? ui_.theme().focus : ui_.theme().border;
    compat::stroke_rect(*ImGui::GetWindowDrawList(), a, b, color, focused ? ui_.px(2) : ui_.px(1));
    ImGui::PopClipRect();
    ImGui::EndChild();
    Seen seen;
    seen.kind = "canvas";
    seen.in_screen = in_screen;
    seen.screen_from_content = std::move(screen_from_content);
    ui_.probe().add(id_, std::move(seen));
}

} // namespace biaokao
