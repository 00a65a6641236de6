// Upright boxes: intersection over union and the matching in passes (metrics.md 3).
#pragma once

#include <span>
#include <string_view>

#include "engine/geometry/vec.h"
#include "graders/measures/pass_match.h"

namespace biaokao {

// No pixel is added; touching boxes have 0, and a box without area has 0, also against itself.
[[nodiscard]] double box_iou(const Box& a, const Box& b);
[[nodiscard]] double intersection_area(const Box& a, const Box& b);

struct LabelledBox {
    Box box;
    std::string_view label;
};

[[nodiscard]] Matching match_boxes(std::span<const LabelledBox> references, std::span<const LabelledBox> candidates,
                                   PassLimits limits);

// At least `share_min` of the box's own area lies in one of the regions. Never asked of a box that found its object.
[[nodiscard]] bool lies_in_a_region(const Box& box, std::span<const Box> regions, double share_min);

} // namespace biaokao
