#include "app/ui/labelling/workspace_layout.h"

#include <algorithm>

#include "app/ui/imgui_compat.h"
#include "app/ui/layout.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

constexpr float fold_below_px = 800, side_width_px = 270, side_min_px = 200;

float side_width(const Ui& ui, float available, bool wide) {
    const float share = wide ? 0.45f : 0.40f;
    const float wanted = wide ? available * share : ui.px(side_width_px);
    return std::clamp(wanted, std::min(ui.px(side_min_px), available * 0.5f), std::max(available * share, 1.0f));
}

void side_toggle_ui(Ui& ui, WorkspaceLayout& layout) {
    const std::string_view words = ui.tr("labelling.side_panel");
    if (line_button(ui, "side_toggle", words, {.selected = layout.panel_open})) layout.panel_open = !layout.panel_open;
}

} // namespace

void same_line_if_fits(float width_of_next_px) {
    const ImGuiStyle& style = ImGui::GetStyle();
    const float right_edge = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
    if (ImGui::GetItemRectMax().x + style.ItemSpacing.x + width_of_next_px <= right_edge) ImGui::SameLine();
}

bool line_button(Ui& ui, std::string_view id, std::string_view words, const ButtonOptions& options) {
    same_line_if_fits(button_width(words));
    return button(ui, id, words, options);
}

void same_line_if_box_fits(const Ui& ui, std::string_view words) {
    same_line_if_fits(ImGui::CalcTextSize(words.data(), words.data() + words.size()).x + ImGui::GetFrameHeight() +
                      ui.em());
}

bool workspace_is_narrow(const Ui& ui) {
    return !is_wide(ui) || ImGui::GetContentRegionAvail().x < ui.px(fold_below_px);
}

void workspace_ui(Ui& ui, WorkspaceLayout& layout, const std::function<void()>& tools,
                  const std::function<void()>& canvas, const std::function<void()>& side, bool side_is_wide) {
    const bool narrow = workspace_is_narrow(ui);
    tools();
    if (narrow) side_toggle_ui(ui, layout);
    const ImVec2 available = ImGui::GetContentRegionAvail();
    const bool with_side = !narrow || layout.panel_open;
    const float spacing = ImGui::GetStyle().ItemSpacing.x;
    const float panel_width = with_side ? side_width(ui, available.x, side_is_wide) : 0;
    const float canvas_width = with_side ? available.x - panel_width - spacing : available.x;
    const float height = std::max(available.y, ui.px(60));
    // A child of its own, so that the canvas part may place its lines (status, hints) without knowing the panel.
    compat::begin_child("###canvas_part", {std::max(canvas_width, ui.px(60)), height}, false,
                        ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    canvas();
    ImGui::EndChild();
    if (!with_side) return;
    ImGui::SameLine();
    const Panel panel(ui, "side", panel_width, height);
    side();
}

} // namespace biaokao
