// The keys of the text desk: a caret as in every editor, spans made and adjusted without a mouse.
#pragma once

#include "tasks/types/text_labels/view_workspace.h"

namespace biaokao::spans {

// Offers the actions and does what was pressed. `dragging`: the mouse holds a span's end, keys must not commit it.
void act_on_keys(TaskFrame& frame, Workspace& work, const ItemSpec& item, bool dragging);

// What digits do now: label (a span or text is selected, or there are no classes) or choose a class.
[[nodiscard]] bool digits_choose_classes(const TaskFrame& frame, const Workspace& work, const ItemSpec& item);

} // namespace biaokao::spans
