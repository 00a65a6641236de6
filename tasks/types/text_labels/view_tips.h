// What the pointer says over the text: the whole label of a mark, and what stands in a box.
#pragma once

#include "tasks/types/text_labels/view_mouse.h"

namespace biaokao::spans {

void tip_ui(const TaskFrame& frame, const Workspace& work, const PagePlace& place);

} // namespace biaokao::spans
