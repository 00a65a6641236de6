// The two small lists at the pointer: which label a new box has, and what can be done with a box.
#pragma once

#include "tasks/types/image_objects/view_state.h"

namespace biaokao::image_objects {

// Opens and draws the list that the state asks for ("ask_label/<label>", "menu/<entry>"). Digits choose labels in both.
void menus_ui(CanvasFrame& canvas);

} // namespace biaokao::image_objects
