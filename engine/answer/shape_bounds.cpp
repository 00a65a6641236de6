#include "engine/answer/shape_bounds.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace biaokao {
namespace {

Box bounds_of_points(const std::vector<Vec2>& points) {
    if (points.empty()) return {};
    Vec2 low = points.front(), high = low;
    for (const Vec2 p : points) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    return box_from_corners(low, high);
}

struct Bounds {
    std::optional<Box> operator()(const Box& box) const { return box; }
    std::optional<Box> operator()(const RotatedBox& box) const { return bounds_of_points(corners_of(box)); }
    std::optional<Box> operator()(const Ellipse& ellipse) const {
        const double angle = ellipse.degrees * std::numbers::pi / 180;
        const Vec2 half{std::hypot(ellipse.radius_x * std::cos(angle), ellipse.radius_y * std::sin(angle)),
                        std::hypot(ellipse.radius_x * std::sin(angle), ellipse.radius_y * std::cos(angle))};
        return box_from_corners(ellipse.centre - half, ellipse.centre + half);
    }
    std::optional<Box> operator()(const Polygon& polygon) const { return bounds_of_points(polygon.points); }
    std::optional<Box> operator()(const Polyline& line) const { return bounds_of_points(line.points); }
    std::optional<Box> operator()(const Keypoints& keypoints) const {
        std::vector<Vec2> labelled, all;
        for (const Keypoint& point : keypoints.points) {
            all.push_back(point.at);
            if (point.visibility != Visibility::unlabelled) labelled.push_back(point.at);
        }
        return bounds_of_points(labelled.empty() ? all : labelled);
    }
    std::optional<Box> operator()(const MaskRuns& mask) const {
        const PixelBox box = mask_box(mask);
        return Box{static_cast<double>(box.x), static_cast<double>(box.y), static_cast<double>(box.width),
                   static_cast<double>(box.height)};
    }
    template <class Other>
    std::optional<Box> operator()(const Other&) const {
        return std::nullopt;
    }
};

} // namespace

bool stands_in_picture(const Shape& shape) {
    return !std::holds_alternative<Span>(shape) && !std::holds_alternative<Segment>(shape) &&
           !std::holds_alternative<Relation>(shape);
}

std::optional<Box> bounds_of(const Shape& shape) { return std::visit(Bounds{}, shape); }

std::vector<Vec2> corners_of(const RotatedBox& box) {
    const double angle = box.degrees * std::numbers::pi / 180;
    const Vec2 along = Vec2{std::cos(angle), std::sin(angle)} * (box.width / 2);
    const Vec2 across = Vec2{-std::sin(angle), std::cos(angle)} * (box.height / 2);
    return {box.centre - along - across, box.centre + along - across, box.centre + along + across,
            box.centre - along + across};
}

} // namespace biaokao
