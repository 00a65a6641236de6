// The labels beside a fresh selection: a click or a digit makes the span. It stands over the canvas and never takes
// the keyboard from it.
#pragma once

#include <optional>
#include <string>

#include "tasks/types/text_labels/view_mouse.h"

namespace biaokao::spans {

// Draws under the scope "label_menu" (label_menu/<label id>). Returns the label that was clicked.
std::optional<std::string> label_menu_ui(TaskFrame& frame, Workspace& work, const ItemSpec& item,
                                         const PagePlace& place);

} // namespace biaokao::spans
