#include "tasks/types/image_objects/view_tools.h"

#include <imgui.h>

#include "app/ui/labelling/item_strip.h"
#include "app/ui/widgets.h"
#include "tasks/types/image_objects/view_canvas.h"
#include "tasks/types/image_objects/view_keys.h"
#include "tasks/types/image_objects/view_look.h"

namespace biaokao::image_objects {
namespace {

bool tool_button(Ui& ui, std::string_view id, std::string_view words, const ButtonOptions& options) {
    same_line_if_fits(ImGui::CalcTextSize(words.data(), words.data() + words.size()).x +
                      2 * ImGui::GetStyle().FramePadding.x);
    return button(ui, id, words, options);
}

void edit_tools_ui(Ui& ui, ViewState& state) {
    if (tool_button(ui, "tool_select", ui.tr("image.tool_select"),
                    {.selected = state.tool == Tool::select,
                     .action = "image.select",
                     .tooltip = ui.tr("action.image.select")}))
        choose_tool(state, Tool::select);
    if (tool_button(ui, "tool_box", ui.tr("image.tool_box"),
                    {.selected = state.tool == Tool::box, .action = "image.box", .tooltip = ui.tr("action.image.box")}))
        choose_tool(state, Tool::box);
}

void zoom_around_middle(ViewState& state, double zoom) {
    const Box& area = state.zoom.canvas_in_screen;
    state.zoom.set_zoom_at(zoom, {area.x + area.width / 2, area.y + area.height / 2});
    state.focus.wanted = true;
}

void zoom_tools_ui(Ui& ui, ViewState& state, bool narrow) {
    if (tool_button(ui, "zoom_out", ui.tr("image.zoom_out"),
                    {.action = "image.zoom_out", .tooltip = ui.tr("action.image.zoom_out")}))
        zoom_around_middle(state, state.zoom.zoom / zoom_step);
    if (tool_button(ui, "zoom_in", ui.tr("image.zoom_in"),
                    {.action = "image.zoom_in", .tooltip = ui.tr("action.image.zoom_in")}))
        zoom_around_middle(state, state.zoom.zoom * zoom_step);
    if (tool_button(ui, "fit", ui.tr("image.fit"), {.action = "image.fit", .tooltip = ui.tr("action.image.fit")})) {
        fit_picture(state);
        state.focus.wanted = true;
    }
    if (narrow) return; // the keys are left
    if (tool_button(ui, "actual", "100 %", {.action = "image.actual", .tooltip = ui.tr("action.image.actual")}))
        zoom_around_middle(state, 1);
    look_tools_ui(ui, state);
}

} // namespace

ToolBarWish tool_bar_ui(TaskFrame& frame, ViewState& state) {
    Ui& ui = frame.ui;
    const bool narrow = workspace_is_narrow(ui);
    if (item_strip_ui(frame, state.item, {.page_keys = true, .open_only = narrow})) state.focus.wanted = true;
    if (frame.comparison == nullptr) edit_tools_ui(ui, state);
    zoom_tools_ui(ui, state, narrow);
    if (frame.comparison) return ToolBarWish::none;
    same_line_if_fits(ImGui::CalcTextSize(ui.tr("labelling.saved").data()).x + 3 * ui.em());
    return save_button_ui(frame, state.item, false) ? ToolBarWish::save : ToolBarWish::none;
}

} // namespace biaokao::image_objects
