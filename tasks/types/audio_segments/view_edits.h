// The changes of an answer that only this desk makes; each is one step to undo. A change that the rules forbid is not
// made, and a note says why.
#pragma once

#include <optional>
#include <string>

#include "tasks/types/audio_segments/view_workspace.h"

namespace biaokao::audio {

// A segment from one time to the other, with the sticky label (or the only one there is), selected. In a contiguous
// tier the boundaries that it lacks.
void create_segment(TaskFrame& frame, Workspace& work, double anchor_s, double time_s);
// A boundary of the present tier, which is contiguous; the interval that begins there is selected.
void insert_boundary(TaskFrame& frame, Workspace& work, double time_s);
// The result of boundaries that were dragged or moved.
void set_edges(TaskFrame& frame, const Workspace& work, const MovedEdges& wanted);
// Both ends as typed; false when they were refused.
bool type_bounds(TaskFrame& frame, Workspace& work, const std::string& id, const Segment& wanted);
// The selected segment, else the one of the present tier that is under the cursor, becomes two; the text stays with the
// first, attributes and label with both. The second is selected. In a contiguous tier a boundary at the cursor.
void split_at_cursor(TaskFrame& frame, Workspace& work);
// The selected segment takes in the next one of its tier, which has the same label: its end, and its text after a
// blank.
void join_with_next(TaskFrame& frame, Workspace& work);
// In a contiguous tier they are joined with their neighbours.
void delete_segments(TaskFrame& frame, Workspace& work, const ObjectIds& ids);
// Not where a tier would lose its order by it: those keep their label, and a note says why.
void relabel_segments(TaskFrame& frame, const Workspace& work, const ObjectIds& ids, std::string_view label);
void set_text(TaskFrame& frame, const std::string& id, const std::string& text);

} // namespace biaokao::audio
