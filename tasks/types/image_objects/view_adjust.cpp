#include "tasks/types/image_objects/view_adjust.h"

#include <imgui.h>

#include "app/ui/widgets.h"

namespace biaokao::image_objects {
namespace {

// A word with its slider, on the same line where both fit.
void adjust_slider(Ui& ui, ViewState& state, std::string_view id, double& value, const SliderOptions& options) {
    const std::string_view words = ui.tr("image.adjust_" + std::string(id));
    const float slider_width = options.width_in_em * ui.em();
    same_line_if_fits(ImGui::CalcTextSize(words.data(), words.data() + words.size()).x +
                      ImGui::GetStyle().ItemSpacing.x + slider_width);
    ImGui::AlignTextToFramePadding();
    text(ui, words, TextLook::dim);
    ImGui::SameLine();
    slider(ui, id, value, options);
    // The hand lets go: single keys act on the picture again.
    if (ImGui::IsItemDeactivated() && ImGui::IsMouseReleased(ImGuiMouseButton_Left)) state.focus.wanted = true;
}

// What of the objects is seen.
void object_switch(Ui& ui, ViewState& state, std::string_view name, bool& on) {
    const std::string_view words = ui.tr("image.look_" + std::string(name));
    same_line_if_box_fits(ui, words);
    const std::string action = "image." + std::string(name);
    if (checkbox(ui, name, words, on)) state.focus.wanted = true;
    action_tooltip(ui, ui.tr("action." + action), action);
}

} // namespace

void adjust_panel_ui(Ui& ui, ViewState& state) {
    PictureLook& look = state.look;
    if (!look.adjust_open) return;
    const Scope scope(ui, "adjust");
    PictureAdjust adjust = look.adjust;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    ImGui::Dummy({0, 0}); // so that the first word asks for room on a line of its own
    ImGui::SetCursorScreenPos(corner);
    adjust_slider(ui, state, "brightness", adjust.brightness, {.min = -1, .max = 1, .format = "%+.2f"});
    adjust_slider(ui, state, "contrast", adjust.contrast, {.min = -1, .max = 1, .format = "%+.2f"});
    adjust_slider(ui, state, "gamma", adjust.gamma, {.min = 0.2, .max = 5, .format = "%.2f", .logarithmic = true});
    const std::string_view reset = ui.tr("image.adjust_reset");
    if (line_button(ui, "reset", reset,
                    {.enabled = adjust != PictureAdjust{}, .tooltip = ui.tr("image.adjust_reset_tip")})) {
        adjust = {};
        state.focus.wanted = true;
    }
    set_adjust(look, adjust);
    object_switch(ui, state, "tags", look.tags);
    object_switch(ui, state, "only_selected", look.only_selected);
}

} // namespace biaokao::image_objects
