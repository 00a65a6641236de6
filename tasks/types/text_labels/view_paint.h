// Draws the visible lines of a document: marks as a coloured ground and stacked underlines with their label, arcs above
// them, the selection, the caret.
#pragma once

#include "tasks/types/text_labels/view_mouse.h"

namespace biaokao::spans {

void paint_page(const TaskFrame& frame, const Workspace& work, const PagePlace& place, bool focused);
void paint_scroll_bar(const Ui& ui, const Workspace& work, const PagePlace& place);

} // namespace biaokao::spans
