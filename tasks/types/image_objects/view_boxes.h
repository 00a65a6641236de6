// The drafts of boxes: drawn by two corners, moved, resized, nudged. A draft is shown in place of the answer until the
// gesture ends; the end commits one patch.
#pragma once

#include "tasks/types/image_objects/view_state.h"

namespace biaokao::image_objects {

// The first corner begins a drawing; update_drawing moves the second; finish_drawing makes the box of both.
void begin_drawing(CanvasFrame& canvas, Vec2 corner_in_image);
void update_drawing(CanvasFrame& canvas, Vec2 corner_in_image, bool square);
void finish_drawing(CanvasFrame& canvas);

// Takes these boxes into the hand.
void begin_boxes(CanvasFrame& canvas, Gesture::Kind kind, const ObjectIds& ids);
// Moves the boxes in the hand by so many image pixels from where they were taken; stops when the first is at the
// border.
void move_boxes(CanvasFrame& canvas, Vec2 delta, double snap_reach);
void resize_box(CanvasFrame& canvas, Vec2 pointer_in_image, bool square, double snap_reach);
// Emits what the draft of a move, resize or nudge changed, and ends the gesture.
void commit_boxes(CanvasFrame& canvas);

// Adds copies of these objects to the picture, moved by `offset`, as one step, and selects them.
void add_copies(CanvasFrame& canvas, const std::vector<Object>& objects, Vec2 offset);
// Brings a box with typed numbers into the picture and commits it.
void set_box(CanvasFrame& canvas, const std::string& id, const Box& box);

} // namespace biaokao::image_objects
