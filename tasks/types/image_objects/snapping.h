// Snapping to the edges of other boxes and to the border of the picture. What is near is told before it acts, so that
// the screen can show the line.
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
};
// The border of the picture and the edges of all boxes but those in `moving`.
template <class Ids>
[[nodiscard]] SnapLines snap_lines(const std::vector<PickableBox>& boxes, Vec2 image_size, const Ids& moving);
void add_box_lines(SnapLines& lines, const Box& box);

struct Snap { // by how much to move, and the lines that pull
    Vec2 delta;
    std::optional<SnapLine> upright, level;
};
// For one point; the sides that `use_x`, `use_y` leave out are free.
[[nodiscard]] Snap snap_point(const SnapLines& lines, Vec2 point, double reach, bool use_x = true, bool use_y = true);
// For a box that is moved as a whole: whichever of its sides is nearest.
[[nodiscard]] Snap snap_box(const SnapLines& lines, const Box& box, double reach);

template <class Ids>
SnapLines snap_lines(const std::vector<PickableBox>& boxes, Vec2 image_size, const Ids& moving) {
    SnapLines lines;
    add_box_lines(lines, {0, 0, image_size.x, image_size.y});
    for (const PickableBox& each : boxes)
        if (!moving.contains(each.id)) add_box_lines(lines, each.box);
    return lines;
}

} // namespace biaokao::image_objects
