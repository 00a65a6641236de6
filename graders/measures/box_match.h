// Upright boxes: intersection over union and the matching in passes (metrics.md 3).
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

#include "engine/geometry/vec.h"
#include "graders/measures/pass_match.h"

namespace biaokao {

// No pixel is added; touching boxes have nothing in common.
[[nodiscard]] inline double intersection_area(const Box& a, const Box& b) {
    const double width = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const double height = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    return width > 0 && height > 0 ? width * height : 0;
}
// 0 for a box without area, also against itself.
[[nodiscard]] inline double box_iou(const Box& a, const Box& b) {
    const double common = intersection_area(a, b);
    return common > 0 ? common / (a.area() + b.area() - common) : 0;
}

struct LabelledBox {
    Box box;
    std::string_view label;
};

[[nodiscard]] Matching match_boxes(std::span<const LabelledBox> references, std::span<const LabelledBox> candidates,
                                   PassLimits limits);

// At least `share_min` of the box's own area lies in one of the regions. Never asked of a box that found its object.
[[nodiscard]] bool lies_in_a_region(const Box& box, std::span<const Box> regions, double share_min);

} // namespace biaokao
