// Changes of shapes that are there: moved, pulled at a grip, nudged, copied, typed. A draft is shown in place of the
// answer until the gesture ends; the end commits one patch.
#pragma once

#include "tasks/types/image_objects/view_state.h"

namespace biaokao::image_objects {

// Takes these shapes into the hand; locked and hidden ones stay.
void begin_shapes(CanvasFrame& canvas, Gesture::Kind kind, const ObjectIds& ids);
// Moves the shapes in the hand by so many image pixels from where they were taken; stops when the first is at the
// border.
void move_shapes(CanvasFrame& canvas, Vec2 delta, double snap_reach);
// Brings the grip in the hand to the pointer.
void pull_shape(CanvasFrame& canvas, Vec2 pointer_in_image, bool constrain, double snap_reach);
// Emits what the draft changed, and ends the gesture.
void commit_shapes(CanvasFrame& canvas);

// Adds copies of these objects to the picture, moved by `offset`, as one step, and selects them. Those
// that were grouped are a new group.
void add_copies(CanvasFrame& canvas, const std::vector<Object>& objects, Vec2 offset);
// One step for a new form of one shape, rounded.
void change_shape(TaskFrame& frame, const std::string& id, const Shape& shape);
// Deletes what is selected and not locked.
void delete_selection(CanvasFrame& canvas);

} // namespace biaokao::image_objects
