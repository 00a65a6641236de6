// What hands do to the points of a polygon or a line, in image pixels: straighten, find an edge, fill.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/geometry/vec.h"

namespace biaokao::image_objects {

constexpr double smallest_area_px2 = 9, smallest_line_px = 3; // below: not created (annotation-tools.md 3)
constexpr std::size_t fewest_of_polygon = 3, fewest_of_polyline = 2;

// The point that lies level with, upright of or at 45° to `from`, whichever the pointer is nearest to; inside the
// picture.
[[nodiscard]] Vec2 constrained(Vec2 from, Vec2 pointer, Vec2 image_size);

// The nearest of the points within reach.
[[nodiscard]] std::optional<std::size_t> point_near(std::span<const Vec2> points, Vec2 at, double reach);
// The edge within reach; edge i runs from point i to the next one, the last of a closed outline back to the first.
[[nodiscard]] std::optional<std::size_t> edge_near(std::span<const Vec2> points, bool closed, Vec2 at, double reach);
[[nodiscard]] std::size_t edge_count(std::size_t points, bool closed);
[[nodiscard]] Vec2 middle_of_edge(std::span<const Vec2> points, std::size_t edge);

// What lies inside a ring (even-odd) along upright lines: one stretch for each visit.
struct Stretch {
    double x = 0, from = 0, to = 0;
};
// At x = first, first + step … while below `end`.
[[nodiscard]] std::vector<Stretch> stretches_inside(std::span<const Vec2> ring, double first, double step, double end);

} // namespace biaokao::image_objects
