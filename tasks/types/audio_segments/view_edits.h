// The changes of an answer that only this desk makes; each is one step to undo. A change that the rules forbid is not
// made, and a note says why.
#pragma once

#include <optional>
#include <string>

#include "tasks/types/audio_segments/view_workspace.h"

namespace biaokao::audio {

// A segment from one time to the other, with the sticky label (or the only one there is), selected.
void create_segment(TaskFrame& frame, Workspace& work, double anchor_s, double time_s);
// The result of a dragged or moved boundary.
void set_bounds(TaskFrame& frame, Workspace& work, const std::string& id, const LimitedRange& wanted);
// The result of boundaries that were moved together.
void set_moved(TaskFrame& frame, const Workspace& work, const std::vector<MovedPiece>& moved);
// Both ends as typed; false when they were refused.
bool type_bounds(TaskFrame& frame, Workspace& work, const std::string& id, const Segment& wanted);
// The selected segment, else the one of the present tier that is under the cursor, becomes two; the text stays with the
// first, attributes and label with both. The second is selected.
void split_at_cursor(TaskFrame& frame, Workspace& work);
// The selected segment takes in the next one of its tier, which has the same label: its end, and its text after a
// blank.
void join_with_next(TaskFrame& frame, Workspace& work);
void set_text(TaskFrame& frame, const std::string& id, const std::string& text);

} // namespace biaokao::audio
