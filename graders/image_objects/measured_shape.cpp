#include "graders/image_objects/measured_shape.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/answer/shape_bounds.h"
#include "engine/geometry/ellipse.h"
#include "graders/measures/box_match.h"
#include "graders/measures/keypoint_oks.h"
#include "graders/measures/mask_iou.h"
#include "graders/measures/rotated_iou.h"

namespace biaokao::image_objects {
namespace {

constexpr int line_steps = 64; // samples of a line at equal steps
constexpr double usual_sigma = 0.1;

std::vector<double> sigmas_for(const MatchLimits& limits, std::size_t count) {
    return limits.sigmas.size() == count ? limits.sigmas : std::vector<double>(count, usual_sigma);
}

KeypointReference oks_reference(const Keypoints& keypoints) {
    const Box box = bounds_of(keypoints).value();
    return {.points = keypoints.points, .area_px2 = box.area(), .box = box};
}

double oks(const Keypoints& reference, const Keypoints& candidate, const MatchLimits& limits) {
    if (reference.points.size() != candidate.points.size()) return 0;
    const KeypointReference measured = oks_reference(reference);
    return OksReference(measured, sigmas_for(limits, reference.points.size())).oks(candidate.points);
}

// An ellipse is measured as a ring of n corners that holds exactly its area: it goes through an ellipse that is larger
// by √(θ / sin θ), θ = 2π / n. The ring and the ellipse differ by 0.0642 θ² of the area at most (the mean of |φ²/2 −
// θ²/24| over half a step, twice). Areas being exact, the common area and the union of two ellipses are off by the same
// amount, at most twice that, so the IoU by less than 4 · 0.0642 θ²: 3.9e-5 for 512 corners, where limits and shown
// values have two or three decimals. A multiple of four, so that an ellipse that is written another way is the same.
constexpr std::size_t corners_of_ellipse = 512;

Ellipse with_area_of_ring(const Ellipse& ellipse) {
    constexpr double step = 2 * std::numbers::pi / corners_of_ellipse;
    const double scale = std::sqrt(step / std::sin(step));
    return {ellipse.centre, ellipse.radius_x * scale, ellipse.radius_y * scale, ellipse.degrees};
}

bool boxes_touch(const Box& a, const Box& b) {
    return a.x <= b.right() && b.x <= a.right() && a.y <= b.bottom() && b.y <= a.bottom();
}

} // namespace

std::optional<Family> family_of(const Shape& shape) {
    if (std::holds_alternative<Box>(shape)) return Family::box;
    if (std::holds_alternative<Polyline>(shape)) return Family::line;
    if (std::holds_alternative<Keypoints>(shape)) return Family::points;
    const bool area = std::holds_alternative<RotatedBox>(shape) || std::holds_alternative<Ellipse>(shape) ||
                      std::holds_alternative<Polygon>(shape) || std::holds_alternative<MaskRuns>(shape);
    return area ? std::optional(Family::area) : std::nullopt;
}

MeasuredShape::MeasuredShape(const Object& measured)
    : object(&measured), bounds(bounds_of(measured.shape).value_or(Box{})) {
    if (const auto* ellipse = std::get_if<Ellipse>(&measured.shape)) {
        polygon = compile_polygon({ring_of(with_area_of_ring(*ellipse), corners_of_ellipse)}).value();
        return;
    }
    const auto* drawn = std::get_if<Polygon>(&measured.shape);
    if (!drawn) return;
    auto compiled = compile_polygon({drawn->points});
    if (!compiled) {
        fault = PolygonFault::too_complex;
        return;
    }
    if (compiled->self_crossing) fault = PolygonFault::self_crossing;
    polygon = std::move(*compiled);
}

PolylineDistance line_distance(const Polyline& reference, const Polyline& candidate) {
    return polyline_distance(reference.points, candidate.points, line_steps);
}

double similarity(const MeasuredShape& reference, const MeasuredShape& candidate, const MatchLimits& limits) {
    const Shape &wanted = reference.object->shape, &drawn = candidate.object->shape;
    if (wanted.index() != drawn.index()) return 0;
    if (const auto* line = std::get_if<Polyline>(&wanted)) {
        const double chamfer = line_distance(*line, std::get<Polyline>(drawn)).chamfer;
        return limits.chamfer_px_max / (limits.chamfer_px_max + chamfer);
    }
    if (const auto* points = std::get_if<Keypoints>(&wanted)) return oks(*points, std::get<Keypoints>(drawn), limits);
    if (!boxes_touch(reference.bounds, candidate.bounds)) return 0;
    if (const auto* box = std::get_if<Box>(&wanted)) return box_iou(*box, std::get<Box>(drawn));
    if (const auto* box = std::get_if<RotatedBox>(&wanted))
        return rotated_overlap(*box, std::get<RotatedBox>(drawn)).iou;
    if (const auto* mask = std::get_if<MaskRuns>(&wanted)) {
        const auto& other = std::get<MaskRuns>(drawn);
        return mask->height == other.height && mask->width == other.width ? mask_overlap(*mask, other).iou() : 0;
    }
    if (!reference.polygon || !candidate.polygon) return 0;
    const auto overlap = polygon_overlap(*reference.polygon, *candidate.polygon);
    return overlap ? overlap->iou : 0;
}

std::vector<std::array<std::size_t, 2>> exchanged_points(const LabelSpec& label, const Keypoints& reference,
                                                         const Keypoints& candidate, const MatchLimits& limits) {
    std::vector<std::array<std::size_t, 2>> sides, exchanged;
    const std::size_t count = reference.points.size();
    if (count != candidate.points.size() || count != label.points.size()) return exchanged;
    for (const auto& [left, right] : limits.swap) {
        const auto a = point_index(label, left), b = point_index(label, right);
        if (a && b) sides.push_back({*a, *b});
    }
    const KeypointReference measured = oks_reference(reference);
    for (const std::size_t index : exchanged_sides(measured, candidate.points, sigmas_for(limits, count), sides))
        exchanged.push_back(sides[index]);
    return exchanged;
}

std::optional<std::size_t> point_index(const LabelSpec& label, std::string_view id) {
    const auto found =
        std::find_if(label.points.begin(), label.points.end(), [id](const Option& point) { return point.id == id; });
    return found == label.points.end() ? std::nullopt
                                       : std::optional(static_cast<std::size_t>(found - label.points.begin()));
}

} // namespace biaokao::image_objects
