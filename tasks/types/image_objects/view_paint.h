// Brush and eraser: a stroke changes the selected mask, or begins one; its end is one step.
#pragma once

#include "tasks/types/image_objects/view_state.h"

namespace biaokao::image_objects {

// The eraser works on the selected mask, else on the one under it; where there is none nothing begins.
void begin_stroke(CanvasFrame& canvas, Vec2 at_in_image);
void go_on_with_stroke(CanvasFrame& canvas, Vec2 at_in_image);
// A mask that lost its last pixel is deleted.
void end_stroke(CanvasFrame& canvas);
void change_brush(ViewState& state, int steps);
// Is a polygon selected, and has the picture a label for a mask?
[[nodiscard]] bool can_become_mask(const CanvasFrame& canvas);
// What lies inside the selected polygon becomes a mask with the label of brush and eraser.
void mask_from_selection(CanvasFrame& canvas);

} // namespace biaokao::image_objects
