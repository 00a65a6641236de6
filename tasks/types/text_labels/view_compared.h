// The panel beside a comparison: every span and relation of the document with its verdict.
#pragma once

#include "tasks/types/text_labels/view_workspace.h"

namespace biaokao::spans {

// Under the scope "verdicts" (verdicts/<id of the object or reference>); a click brings it into view.
void compared_marks_ui(TaskFrame& frame, Workspace& work);

} // namespace biaokao::spans
