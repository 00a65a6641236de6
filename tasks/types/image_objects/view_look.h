// The switches of how a picture is looked at: adjustment panel, grid, minimap; each by a key and by a button.
#pragma once

#include "tasks/types/image_objects/view_state.h"

namespace biaokao::image_objects {

void act_on_look_keys(CanvasFrame& canvas);
// The buttons, at the end of the tool bar's line.
void look_tools_ui(Ui& ui, ViewState& state);
// Over the picture, under what is drawn in it.
void draw_grid(const CanvasFrame& canvas, ImDrawList& list);
// For the status line: how wide its fields are; empty while it is off.
[[nodiscard]] std::string grid_text(const CanvasFrame& canvas);

} // namespace biaokao::image_objects
