// What hands do to a turned box, in image pixels. Pure geometry.
#pragma once

#include "engine/geometry/shapes.h"
#include "tasks/types/image_objects/box_edit.h"

namespace biaokao::image_objects {

constexpr double turn_step_degrees = 15; // while Shift is held

// An angle between -180 (not included) and 180.
[[nodiscard]] double normal_degrees(double degrees);
// A point as seen from the box: its centre is the origin, its width lies level.
[[nodiscard]] Vec2 in_box_frame(const RotatedBox& box, Vec2 point);
[[nodiscard]] Vec2 from_box_frame(const RotatedBox& box, Vec2 point);

[[nodiscard]] RotatedBox rotated_from_box(const Box& box);
[[nodiscard]] Vec2 handle_position(const RotatedBox& box, Handle handle);
// As for upright boxes: corners before edges, a small box can still be grabbed inside.
[[nodiscard]] std::optional<Handle> handle_at(const RotatedBox& box, Vec2 point, double corner_reach,
                                              double edge_reach);
// The sides of `handle` go to the pointer, the opposite ones stay where they are; sides stay ≥ 1 px and swap when they
// are pulled across. The angle stays.
[[nodiscard]] RotatedBox resized(const RotatedBox& start, Handle handle, Vec2 pointer, bool square);
// The handle to turn it by stands off the upper side by `arm`.
[[nodiscard]] Vec2 turning_handle(const RotatedBox& box, double arm);
// Turned about its centre until that handle points to the pointer; in steps of 15° if asked.
[[nodiscard]] RotatedBox turned_to(const RotatedBox& start, Vec2 pointer, bool in_steps);
[[nodiscard]] RotatedBox turned_by(const RotatedBox& start, double degrees);

} // namespace biaokao::image_objects
