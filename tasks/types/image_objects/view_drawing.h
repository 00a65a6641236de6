// New shapes: boxes and ellipses by two corners, outlines and key points point by point, by mouse or by the cross-hair
// of the keyboard.
#pragma once

#include "tasks/types/image_objects/view_state.h"

namespace biaokao::image_objects {

// The first corner begins a box; update_corners moves the second; finish_corners makes the box of both.
void begin_corners(CanvasFrame& canvas, Vec2 corner_in_image);
void update_corners(CanvasFrame& canvas, Vec2 corner_in_image, bool square);
void finish_corners(CanvasFrame& canvas);
// What the tool makes of a box that was drawn: the box, one that can be turned, the ellipse inside it.
[[nodiscard]] Shape shape_in_corners(Tool tool, const Box& drawn);

// Sets the next point of an outline, or the next key point as visible or hidden; the first one begins the drawing. On
// the first point of a polygon, and with the last key point, the shape is finished.
void set_point(CanvasFrame& canvas, Vec2 point_in_image, Visibility visibility = Visibility::visible);
// The next key point is not in the picture.
void skip_key_point(CanvasFrame& canvas);
// Makes the shape of the points that are set, if there are enough; key points that are missing count as not there.
void finish_points(CanvasFrame& canvas);
// Takes the last corner or point back; true when there was one.
bool take_back(Gesture& gesture);
// Would a click here close the polygon?
[[nodiscard]] bool closes_polygon(const CanvasFrame& canvas, Vec2 point_in_image);
// The names of the key points that are being drawn; null without a label of key points.
[[nodiscard]] const std::vector<Option>* key_point_names(const CanvasFrame& canvas);

// Adds a shape with the label of the tool and selects it; too small ones only give a hint.
void create_shape(CanvasFrame& canvas, const Shape& drawn);

} // namespace biaokao::image_objects
