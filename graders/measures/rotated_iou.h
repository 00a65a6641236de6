// Turned boxes: areas, common area and intersection over union (metrics.md 4).
#pragma once

#include "engine/geometry/shapes.h"

namespace biaokao {

// Corners are center + R(degrees)·(±width/2, ±height/2); positive degrees turn clockwise on the screen (y points down).
// (w, h, a), (h, w, a ± 90) and (w, h, a ± 180) are the same box. Width and height are not negative.
// In square pixels; exact but for rounding, and never above the area of the smaller box.
[[nodiscard]] double intersection_area(const RotatedBox& a, const RotatedBox& b);

struct RotatedOverlap {
    double area_reference = 0, area_candidate = 0, intersection = 0;
    double iou = 0; // 0 where the union has no area
};
[[nodiscard]] RotatedOverlap rotated_overlap(const RotatedBox& reference, const RotatedBox& candidate);

} // namespace biaokao
