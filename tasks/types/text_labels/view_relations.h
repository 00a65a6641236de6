// What a candidate does to relations: R or the button takes one in hand, its two ends are chosen, it stands.
#pragma once

#include <string_view>

#include "tasks/types/text_labels/view_workspace.h"

namespace biaokao::spans {

// From the selected span, or from the one that is chosen next. Once more: lets go of it.
void begin_relation(TaskFrame& frame, Workspace& work);
// A span was chosen as the head, or as the tail where the head is known; with both it stands.
void choose_relation_end(TaskFrame& frame, Workspace& work, std::string_view span);
// Tab went to another span: it is the end that Enter will take.
void propose_relation_end(Workspace& work);
void finish_relation(TaskFrame& frame, Workspace& work); // Enter
// Of the one in hand, else of the selected relations.
void turn_relation(TaskFrame& frame, Workspace& work);
// Lets go where an end was deleted or hidden meanwhile, or nothing may be changed any more.
void check_relation_in_hand(const TaskFrame& frame, Workspace& work);

} // namespace biaokao::spans
