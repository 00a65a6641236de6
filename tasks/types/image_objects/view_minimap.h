// The minimap on the canvas: the whole picture small, the visible part framed; a click or a drag goes there.
#pragma once

#include "app/ui/labelling/canvas_area.h"
#include "tasks/types/image_objects/view_state.h"

namespace biaokao::image_objects {

// Before anything else asks the mouse: where the pointer is on the minimap, `area` is no longer hovered.
void minimap_takes_mouse(Ui& ui, ViewState& state, CanvasArea& area, Vec2 image_size);
void draw_minimap(CanvasFrame& canvas, ImDrawList& list);

} // namespace biaokao::image_objects
