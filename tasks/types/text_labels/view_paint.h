// Draws the visible lines of a document: marks as a coloured ground and stacked underlines with their label, the
// selection, the caret.
#pragma once

#include "tasks/types/text_labels/view_mouse.h"

namespace biaokao::spans {

// How a mark looks: by its label, or by its verdict in a comparison.
struct MarkLook {
    std::uint32_t color = 0;
    std::string words; // of the tag under the line
    bool dashed = false;
    bool faint = false; // another item of the rubric is highlighted
};
[[nodiscard]] MarkLook look_of(const TaskFrame& frame, const Workspace& work, const Mark& mark);

void paint_page(const TaskFrame& frame, const Workspace& work, const PagePlace& place, bool focused);
void paint_scroll_bar(const Ui& ui, const Workspace& work, const PagePlace& place);

} // namespace biaokao::spans
