// What the keyboard does on the canvas (annotation-tools.md 2.3): tools, selection, nudging, drawing without a mouse,
// zoom, copies. Acts only while the canvas has the keyboard; F1 shows the same table.
#pragma once

#include "tasks/types/image_objects/view_state.h"

namespace biaokao::image_objects {

void act_on_keys(CanvasFrame& canvas);

// Also behind buttons and menu entries.
void choose_tool(ViewState& state, Tool tool);
void duplicate_selection(CanvasFrame& canvas);
void copy_selection(CanvasFrame& canvas);
void paste(CanvasFrame& canvas);
void zoom_by_steps(CanvasFrame& canvas, double steps);
void zoom_to_actual(CanvasFrame& canvas);
void zoom_to_selection(CanvasFrame& canvas);

} // namespace biaokao::image_objects
