// The tool bar of image_objects: the pictures, the tools, the zoom, saving. Wraps where the window is narrow.
#pragma once

#include "tasks/types/image_objects/view_state.h"

namespace biaokao::image_objects {

enum class ToolBarWish { none, save };

// `state.item` may change. Saving is the view's business: it finishes what is being typed first.
[[nodiscard]] ToolBarWish tool_bar_ui(TaskFrame& frame, ViewState& state);

} // namespace biaokao::image_objects
