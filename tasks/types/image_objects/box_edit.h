// What hands do to a box, in image pixels: draw, move, pull a handle, nudge. Pure geometry.
#pragma once

#include <optional>

#include "engine/geometry/vec.h"

namespace biaokao::image_objects {

constexpr double smallest_box_px = 3;  // below: not created (annotation-tools.md 3)
constexpr double small_box_px = 10;    // below: created, with a warning
constexpr double smallest_side_px = 1; // of a box that is being resized

// Which sides of a box a handle pulls: -1 = left or top, +1 = right or bottom, 0 = none.
struct Handle {
    int x = 0, y = 0;
    friend bool operator==(const Handle&, const Handle&) = default;
};

// The handle within reach of the point: corners before edges. Inside the box the reach ends after a quarter of a
// side, so that a small box can still be grabbed to be moved. Reaches are in image pixels.
[[nodiscard]] std::optional<Handle> handle_at(const Box& box, Vec2 point, double corner_reach, double edge_reach);
[[nodiscard]] Vec2 handle_position(const Box& box, Handle handle);

// Hundredths of a pixel: what is stored and shown.
[[nodiscard]] Box rounded(const Box& box);
[[nodiscard]] Vec2 clamped(Vec2 point, Vec2 image_size);

// The box between two corners, inside the picture; square = equal sides, growing from the first corner.
[[nodiscard]] Box drawn_box(Vec2 first, Vec2 second, bool square, Vec2 image_size);
// The box with the sides of `handle` at `pointer`. Pulled across the opposite side the two swap; sides stay ≥ 1 px.
[[nodiscard]] Box resized(const Box& start, Handle handle, Vec2 pointer, bool square, Vec2 image_size);
// Moved as far as the picture allows; the size stays.
[[nodiscard]] Box moved(const Box& start, Vec2 delta, Vec2 image_size);
// Inside the picture with at least 1 px: for typed numbers.
[[nodiscard]] Box fitted(const Box& box, Vec2 image_size);

} // namespace biaokao::image_objects
