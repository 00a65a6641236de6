// What a candidate does to spans. Each makes at most one command, or says why not.
#pragma once

#include <string_view>

#include "tasks/types/text_labels/view_workspace.h"

namespace biaokao::spans {

// Makes a span of the selected text, under this label (which may be empty), and selects it.
void mark_selection(TaskFrame& frame, Workspace& work, std::string_view label);
// Leaves of the selection what would become a span, so that the eye sees it.
void trim_selection(const TaskFrame& frame, Workspace& work, bool exactly);

// Moves an end of the selected span in the draft; commit_draft makes the command.
void move_end(TaskFrame& frame, Workspace& work, SpanEnd end, int direction);
void drag_end(TaskFrame& frame, Workspace& work, SpanEnd end, std::size_t boundary);
void commit_draft(TaskFrame& frame, Workspace& work);

void delete_selected(TaskFrame& frame, Workspace& work);
// Next or previous in reading order, round the ends: a relation comes behind the span that it runs from. While a
// relation is in the hand only spans, which become its end.
void step_object(Workspace& work, int direction);
// Marks the other places of the selected span's text (Workspace::same_text) as it is marked, in one step.
void mark_same_text(TaskFrame& frame, Workspace& work);

// Offers the label digits: they relabel what is selected, or make a span of the selected text.
void act_on_label_keys(TaskFrame& frame, Workspace& work, const ItemSpec& item);
// The label that the palette shows as the present one.
[[nodiscard]] const std::string& present_label(const Workspace& work);
// After a label was chosen in the palette or by a digit.
void label_was_chosen(TaskFrame& frame, Workspace& work, const std::string& label);

} // namespace biaokao::spans
