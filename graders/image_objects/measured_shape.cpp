#include "graders/image_objects/measured_shape.h"

#include "engine/answer/shape_bounds.h"
#include "graders/measures/box_match.h"
#include "graders/measures/mask_iou.h"

namespace biaokao::image_objects {
namespace {

constexpr int line_steps = 64; // samples of a line at equal steps

bool boxes_touch(const Box& a, const Box& b) {
    return a.x <= b.right() && b.x <= a.right() && a.y <= b.bottom() && b.y <= a.bottom();
}

} // namespace

std::optional<Family> family_of(const Shape& shape) {
    if (std::holds_alternative<Box>(shape)) return Family::box;
    if (std::holds_alternative<Polyline>(shape)) return Family::line;
    return std::holds_alternative<MaskRuns>(shape) ? std::optional(Family::area) : std::nullopt;
}

MeasuredShape::MeasuredShape(const Object& measured)
    : object(&measured), bounds(bounds_of(measured.shape).value_or(Box{})) {}

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
    if (!boxes_touch(reference.bounds, candidate.bounds)) return 0;
    if (const auto* box = std::get_if<Box>(&wanted)) return box_iou(*box, std::get<Box>(drawn));
    const auto &mask = std::get<MaskRuns>(wanted), &other = std::get<MaskRuns>(drawn);
    return mask.height == other.height && mask.width == other.width ? mask_overlap(mask, other).iou() : 0;
}

} // namespace biaokao::image_objects
