// What is drawn of the answer, made from it where it changed and kept where it did not: a long document with thousands
// of spans costs nothing while nothing happens.
#pragma once

#include "tasks/types/text_labels/view_workspace.h"

namespace biaokao::spans {

// The marks and arcs of this frame, the room for them on the page, the rows of the object list, and where else the text
// of the selected span stands.
void update_marks(const TaskFrame& frame, Workspace& work);

} // namespace biaokao::spans
