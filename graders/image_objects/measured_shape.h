// Objects of pictures made ready to be measured, and how alike two of the same kind are.
#pragma once

#include <optional>

#include "engine/answer/answer.h"
#include "graders/measures/polyline_distance.h"

namespace biaokao::image_objects {

struct MatchLimits {
    double iou_min = 0.5; // areas
    double chamfer_px_max = 10;
};

// Only objects of the same family meet: how they are measured and what is said about them.
enum class Family { box, area, line };
[[nodiscard]] std::optional<Family> family_of(const Shape& shape); // empty: stands in no picture

struct MeasuredShape {
    explicit MeasuredShape(const Object& measured);

    const Object* object;
    Box bounds;
};

// 0 to 1. Areas: intersection over union. Lines: limit / (limit + Chamfer), so that 0.5 is the limit itself. 0 for
// shapes of two kinds and masks of two sizes.
[[nodiscard]] double similarity(const MeasuredShape& reference, const MeasuredShape& candidate,
                                const MatchLimits& limits);

[[nodiscard]] PolylineDistance line_distance(const Polyline& reference, const Polyline& candidate);

} // namespace biaokao::image_objects
