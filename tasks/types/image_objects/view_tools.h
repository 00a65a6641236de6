// The tool bar of image_objects: the pictures, the tools, the zoom, the marks of the picture. Wraps where the window is
// narrow.
#pragma once

#include "app/ui/labelling/item_marks.h"
#include "tasks/types/image_objects/view_state.h"

namespace biaokao::image_objects {

// `state.item` may change. What the marks are asked for is the view's business: it finishes what is being typed first.
void tool_bar_ui(TaskFrame& frame, ViewState& state, ItemMarks& marks);

} // namespace biaokao::image_objects
