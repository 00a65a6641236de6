#include "tasks/types/image_objects/view_tools.h"

#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/labelling/item_strip.h"
#include "app/ui/widgets.h"
#include "tasks/types/image_objects/view_canvas.h"
#include "tasks/types/image_objects/view_keys.h"
#include "tasks/types/image_objects/view_look.h"
#include "tasks/types/image_objects/view_one_shape.h"
#include "tasks/types/image_objects/view_paint.h"

namespace biaokao::image_objects {
namespace {

struct ToolButton {
    Tool tool;
    std::string_view name; // "box": button tool_box, words image.tool_box, action image.box
};
constexpr std::array tool_buttons{ToolButton{Tool::select, "select"},
                                  ToolButton{Tool::box, "box"},
                                  ToolButton{Tool::rotated_box, "rotated_box"},
                                  ToolButton{Tool::ellipse, "ellipse"},
                                  ToolButton{Tool::polygon, "polygon"},
                                  ToolButton{Tool::polyline, "polyline"},
                                  ToolButton{Tool::keypoints, "keypoints"},
                                  ToolButton{Tool::brush, "brush"},
                                  ToolButton{Tool::eraser, "eraser"}};

// Only what the picture has labels for.
void edit_tools_ui(TaskFrame& frame, ViewState& state) {
    Ui& ui = frame.ui;
    const ItemSpec& item = *frame.question.find_item(state.item);
    for (const auto& [tool, name] : tool_buttons) {
        if (!tool_fits(tool, frame.question, item)) continue;
        const std::string action = fmt::format("image.{}", name);
        if (line_button(
                ui, fmt::format("tool_{}", name), ui.tr(fmt::format("image.tool_{}", name)),
                {.selected = state.tool == tool, .action = action, .tooltip = ui.tr(fmt::format("action.{}", action))}))
            choose_tool(state, tool, frame.question, item);
    }
    if (!paints(state.tool)) return;
    if (line_button(ui, "brush_smaller", ui.tr("image.brush_smaller"),
                    {.action = "image.brush_smaller", .tooltip = ui.tr("action.image.brush_smaller")}))
        change_brush(state, -1);
    if (line_button(ui, "brush_larger", ui.tr("image.brush_larger"),
                    {.action = "image.brush_larger", .tooltip = ui.tr("action.image.brush_larger")}))
        change_brush(state, +1);
}

void zoom_around_middle(ViewState& state, double zoom) {
    const Box& area = state.zoom.canvas_in_screen;
    state.zoom.set_zoom_at(zoom, {area.x + area.width / 2, area.y + area.height / 2});
    state.focus.wanted = true;
}

void zoom_tools_ui(Ui& ui, ViewState& state, bool narrow) {
    if (line_button(ui, "zoom_out", ui.tr("image.zoom_out"),
                    {.action = "image.zoom_out", .tooltip = ui.tr("action.image.zoom_out")}))
        zoom_around_middle(state, state.zoom.zoom / zoom_step);
    if (line_button(ui, "zoom_in", ui.tr("image.zoom_in"),
                    {.action = "image.zoom_in", .tooltip = ui.tr("action.image.zoom_in")}))
        zoom_around_middle(state, state.zoom.zoom * zoom_step);
    if (line_button(ui, "fit", ui.tr("image.fit"), {.action = "image.fit", .tooltip = ui.tr("action.image.fit")})) {
        fit_picture(state);
        state.focus.wanted = true;
    }
    if (narrow) return; // the keys are left
    if (line_button(ui, "actual", "100 %", {.action = "image.actual", .tooltip = ui.tr("action.image.actual")}))
        zoom_around_middle(state, 1);
    look_tools_ui(ui, state);
}

} // namespace

void tool_bar_ui(TaskFrame& frame, ViewState& state, ItemMarks& marks) {
    Ui& ui = frame.ui;
    const bool narrow = workspace_is_narrow(ui);
    if (item_strip_ui(frame, state.item, {.page_keys = true, .open_only = narrow})) state.focus.wanted = true;
    if (frame.comparison == nullptr) {
        edit_tools_ui(frame, state);
        one_shape_ui(frame, state);
    }
    zoom_tools_ui(ui, state, narrow);
    if (frame.comparison == nullptr) marks.buttons_ui(frame, state.item, false);
}

} // namespace biaokao::image_objects
