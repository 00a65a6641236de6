// Snapping to the corners and points of other shapes, to the edges of other boxes and to the border of the picture.
// What is near is told before it acts, so that the screen can show it.
#pragma once

#include <optional>
#include <vector>

#include "tasks/types/image_objects/picking.h"

namespace biaokao::image_objects {

constexpr double snap_reach_in_screen = 6;

struct SnapLine { // an edge: x = at (upright) or y = at (level), between `from` and `to` on the other axis
    double at = 0, from = 0, to = 0;
};
struct SnapLines {
    std::vector<SnapLine> upright, level;
    std::vector<Vec2> points;
};
// The border of the picture, and the edges and points of all shapes near `place` but those in `moving`.
[[nodiscard]] SnapLines snap_lines(const std::vector<PlacedShape>& shapes, Vec2 image_size, const ObjectIds& moving,
                                   const Box& place);
// Boxes pull with their edges, what has points with these, ellipses with the ends of their axes; masks do not pull.
void add_shape(SnapLines& lines, const Shape& shape);

struct Snap { // by how much to move, and what pulls
    Vec2 delta;
    std::optional<SnapLine> upright, level;
    std::optional<Vec2> point;
};
// For one point; the sides that `use_x`, `use_y` leave out are free. A point within reach is stronger than lines, where
// both sides may move.
[[nodiscard]] Snap snap_point(const SnapLines& lines, Vec2 point, double reach, bool use_x = true, bool use_y = true);
// For a box that is moved as a whole: whichever of its sides is nearest.
[[nodiscard]] Snap snap_box(const SnapLines& lines, const Box& box, double reach);

[[nodiscard]] bool apart(const Box& a, const Box& b);

} // namespace biaokao::image_objects
