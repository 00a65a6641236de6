// The side panel of image_objects: labels, classes, attributes, typed coordinates, the list of shapes, the result's
// name.
#pragma once

#include "tasks/types/image_objects/view_state.h"

namespace biaokao::image_objects {

void side_panel_ui(TaskFrame& frame, ViewState& state, const ItemSpec& item);
// Commits numbers that are still being typed.
void finish_typed_numbers(TaskFrame& frame, ViewState& state);

} // namespace biaokao::image_objects
