// The canvas of image_objects with its status line: picture, gestures, keys, drawing, in this order.
#pragma once

#include "tasks/types/image_objects/view_state.h"

namespace biaokao::image_objects {

// Fills the current region.
void canvas_ui(TaskFrame& frame, ViewState& state, const ItemSpec& item);
// The whole picture again.
void fit_picture(ViewState& state);

} // namespace biaokao::image_objects
