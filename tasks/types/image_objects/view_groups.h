// Groups of shapes in the hand: made, taken apart, chosen whole, framed.
#pragma once

#include "tasks/types/image_objects/view_state.h"

struct ImDrawList;

namespace biaokao::image_objects {

// What is selected of this picture becomes one group, two objects or more; each leaves the group that it was in.
void group_selection(CanvasFrame& canvas);
// Takes every group apart that something selected is in.
void ungroup_selection(CanvasFrame& canvas);
[[nodiscard]] bool can_group(const CanvasFrame& canvas);
[[nodiscard]] bool can_ungroup(const CanvasFrame& canvas);

// Selects all of the object's group that can be picked; false where it is in none.
bool choose_group_of(const TaskFrame& frame, ViewState& state, const std::string& id);
// A thin dashed box around each group that something selected is in.
void draw_groups(const CanvasFrame& canvas, ImDrawList& list);

} // namespace biaokao::image_objects
