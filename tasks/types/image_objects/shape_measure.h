// How large a shape is and how far a point is from it, in image pixels: what picking needs.
#pragma once

#include <optional>
#include <span>

#include "engine/answer/answer.h"

namespace biaokao::image_objects {

// Boxes, turned boxes, ellipses, polygons and masks hold an area; lines and key points do not.
[[nodiscard]] bool is_closed(const Shape& shape);
// 0 for what is not closed.
[[nodiscard]] double area_of(const Shape& shape);
// 0 inside a closed shape (polygons even-odd). Of key points the labelled ones count. Infinite for what stands in no
// picture, and outside a mask.
[[nodiscard]] double distance_to(const Shape& shape, Vec2 point);

[[nodiscard]] double length_of(Vec2 way);
[[nodiscard]] double distance_to_edge(Vec2 from, Vec2 to, Vec2 point);
// How far along the edge its nearest place to the point is, 0 to 1.
[[nodiscard]] double place_on_edge(Vec2 from, Vec2 to, Vec2 point);
[[nodiscard]] bool inside_ring(std::span<const Vec2> ring, Vec2 point); // even-odd
[[nodiscard]] bool is_set(const MaskRuns& mask, Vec2 point);

// The points of a polygon or a line, null for other shapes.
[[nodiscard]] const std::vector<Vec2>* outline_of(const Shape& shape);
[[nodiscard]] std::vector<Vec2>* outline_of(Shape& shape);

} // namespace biaokao::image_objects
