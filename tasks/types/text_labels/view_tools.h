// Above the text: the unit of selection and the classes of the document. Below it: the status line.
#pragma once

#include "tasks/types/text_labels/view_workspace.h"

namespace biaokao::spans {

void tools_ui(TaskFrame& frame, Workspace& work, const ItemSpec& item, bool with_title);
// The classes of the document: to be chosen, or, in a comparison, mine beside the reference's.
void document_classes_ui(TaskFrame& frame, Workspace& work, const ItemSpec& item);
// Context, caret, selection, what a digit would do now.
void status_ui(TaskFrame& frame, const Workspace& work, const ItemSpec& item, bool canvas_focused);

} // namespace biaokao::spans
