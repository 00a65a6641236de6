// What the mouse does on the canvas: it draws, picks, moves, pulls, paints, selects an area, zooms and pans.
#pragma once

#include "tasks/types/image_objects/view_state.h"

namespace biaokao::image_objects {

// Where the pointer is, what would pull it, and where a click would draw, in this frame.
void locate_pointer(CanvasFrame& canvas);
// Wheel, middle button, Space and drag: in every mode, read-only too.
void zoom_and_pan(CanvasFrame& canvas);
// Left and right button: begins gestures, moves them on, ends them.
void mouse_gestures(CanvasFrame& canvas);

} // namespace biaokao::image_objects
