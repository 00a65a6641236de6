// What the keyboard does on the canvas (annotation-tools.md 2.3): selection, zoom, hiding, and in view_edit_keys.cpp
// tools, drawing without a mouse, nudging, copies. Acts only while the canvas has the keyboard; F1 shows the same
// table.
#pragma once

#include "tasks/types/image_objects/view_state.h"

namespace biaokao::image_objects {

void act_on_keys(CanvasFrame& canvas);
// The part of them that changes the answer or draws.
void act_on_edit_keys(CanvasFrame& canvas);

// Also behind buttons and menu entries.
void choose_tool(ViewState& state, Tool tool, const Question& question, const ItemSpec& item);
void duplicate_selection(CanvasFrame& canvas);
void copy_selection(CanvasFrame& canvas);
void paste(CanvasFrame& canvas);
void zoom_by_steps(CanvasFrame& canvas, double steps);
void zoom_to_actual(CanvasFrame& canvas);
void zoom_to_selection(CanvasFrame& canvas);
// All of them shown again where all were hidden, unlocked where all were locked.
void hide_or_show(ViewState& state, const ObjectIds& ids);
void lock_or_unlock(ViewState& state, const ObjectIds& ids);
// Draws the selection above (+1) or below (-1) everything else of the picture.
void raise_selection(ViewState& state, int direction);

} // namespace biaokao::image_objects
