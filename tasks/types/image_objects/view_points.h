// The points of the selected shape: chosen, added, removed, key points told visible, hidden or not there.
#pragma once

#include "tasks/types/image_objects/view_state.h"

namespace biaokao::image_objects {

// How far hands reach for grips, in image pixels.
[[nodiscard]] GripReach grip_reach(const CanvasFrame& canvas);
// The grip of the selected shape under the pointer; it wins over whatever else is there.
[[nodiscard]] std::optional<Grip> grip_under_pointer(const CanvasFrame& canvas);

// Alt + click: takes a point of the outline away, or puts one on its edge. True when it did either.
bool toggle_point_under_pointer(CanvasFrame& canvas);
// Delete, Backspace: takes the chosen point of an outline away; too few left are refused with a word. True when a point
// was chosen, so that nothing else is deleted.
bool remove_chosen_point(CanvasFrame& canvas);
// Insert: a point in the middle of the edge behind the chosen one, which is chosen then.
bool add_point_behind_chosen(CanvasFrame& canvas);
// A key point that had no place comes to the middle of the others.
void set_visibility(TaskFrame& frame, const std::string& id, std::size_t point, Visibility visibility);
// The chosen key point: visible, hidden, not there, visible …
bool step_visibility(CanvasFrame& canvas);

} // namespace biaokao::image_objects
