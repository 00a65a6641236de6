// After a drill: the candidate's segments beside the reference's, each pair with what differs.
#pragma once

#include <string>
#include <vector>

#include "app/ui/task_view.h"
#include "tasks/types/audio_segments/view_wave.h"
#include "tasks/types/audio_segments/view_workspace.h"

namespace biaokao::audio {

// The reference's segments in this recording; none outside a comparison or where only the own work is shown.
[[nodiscard]] std::vector<Piece> reference_pieces(const TaskFrame& frame, const Workspace& work);
[[nodiscard]] bool shows_own_work(const TaskFrame& frame);

// How segment `id` is drawn: by its label while working, by its verdict in a comparison.
[[nodiscard]] SegmentLook look_of(TaskFrame& frame, const Workspace& work, const std::string& id, bool is_reference);

// Under the scope "compare": a row for each verdict (compare/<object or reference>) that brings it into view, with
// times, attributes and the texts, their differences marked.
void compare_panel_ui(TaskFrame& frame, Workspace& work);

} // namespace biaokao::audio
