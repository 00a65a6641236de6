// Arcs on the screen: drawn over the visible lines, found under the pointer, and the one that is being made.
#pragma once

#include "tasks/types/text_labels/view_mouse.h"

namespace biaokao::spans {

void paint_arcs(const TaskFrame& frame, const Workspace& work, const PagePlace& place, std::size_t first_line,
                std::size_t last_line);
// From its head to its tail, or to the pointer while the tail is looked for.
void paint_relation_in_hand(const TaskFrame& frame, const Workspace& work, const PagePlace& place);

// The arc whose bar, leg or tag is under a point of the page. Null: none.
[[nodiscard]] const Arc* arc_under(const Ui& ui, const Workspace& work, Vec2 point_in_page);

} // namespace biaokao::spans
