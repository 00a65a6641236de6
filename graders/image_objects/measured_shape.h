// Objects of pictures made ready to be measured, and how alike two of the same kind are.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/answer/answer.h"
#include "engine/pack/question.h"
#include "graders/measures/polygon_iou.h"
#include "graders/measures/polyline_distance.h"

namespace biaokao::image_objects {

struct MatchLimits {
    double iou_min = 0.5; // areas
    double chamfer_px_max = 10;
    double oks_min = 0.5;
    std::vector<double> sigmas;                   // of key points; empty: 0.1 each
    std::vector<std::array<std::string, 2>> swap; // key points, left and right, that are easily exchanged
};

// Only objects of the same family meet: how they are measured and what is said about them.
enum class Family { box, area, line, points };
[[nodiscard]] std::optional<Family> family_of(const Shape& shape); // empty: stands in no picture

enum class PolygonFault { none, self_crossing, too_complex };

struct MeasuredShape {
    explicit MeasuredShape(const Object& measured);

    const Object* object;
    Box bounds;
    std::optional<CompiledPolygon> polygon; // of an ellipse a ring that stands for it
    PolygonFault fault = PolygonFault::none;
};

// 0 to 1. Areas: intersection over union. Lines: limit / (limit + Chamfer), so that 0.5 is the limit itself. Key
// points: OKS on the area of the reference's bounding box. 0 for shapes of two kinds, masks of two sizes, key points of
// two counts, and polygons that are too complex to measure.
[[nodiscard]] double similarity(const MeasuredShape& reference, const MeasuredShape& candidate,
                                const MatchLimits& limits);

[[nodiscard]] PolylineDistance line_distance(const Polyline& reference, const Polyline& candidate);

// Of the pairs `swap` whose points the label has: those whose exchange raises the OKS, by index of their points.
[[nodiscard]] std::vector<std::array<std::size_t, 2>> exchanged_points(const LabelSpec& label,
                                                                       const Keypoints& reference,
                                                                       const Keypoints& candidate,
                                                                       const MatchLimits& limits);
// The place of the point in the label, by id.
[[nodiscard]] std::optional<std::size_t> point_index(const LabelSpec& label, std::string_view id);

} // namespace biaokao::image_objects
