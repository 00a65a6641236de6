// Brightness, contrast and gamma of the pictures: a strip of sliders above the canvas.
#pragma once

#include "tasks/types/image_objects/view_state.h"

namespace biaokao::image_objects {

// Draws nothing where it is closed.
void adjust_panel_ui(Ui& ui, ViewState& state);

} // namespace biaokao::image_objects
