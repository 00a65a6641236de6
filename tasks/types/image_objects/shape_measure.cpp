#include "tasks/types/image_objects/shape_measure.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "engine/answer/shape_bounds.h"
#include "engine/geometry/ellipse.h"

namespace biaokao::image_objects {
namespace {

constexpr std::size_t corners_of_ellipse = 64; // to tell how far it is from outside: right to 0.1 % of a half axis
constexpr double nowhere = std::numeric_limits<double>::infinity();

double distance_to_path(std::span<const Vec2> points, bool closed, Vec2 point) {
    if (points.size() == 1) return length_of(point - points.front());
    double nearest = nowhere;
    for (std::size_t i = 0; i + 1 < points.size(); ++i)
        nearest = std::min(nearest, distance_to_edge(points[i], points[i + 1], point));
    if (closed && points.size() > 2)
        nearest = std::min(nearest, distance_to_edge(points.back(), points.front(), point));
    return nearest;
}

double distance_to_ring(std::span<const Vec2> ring, Vec2 point) {
    return inside_ring(ring, point) ? 0 : distance_to_path(ring, true, point);
}

struct Distance {
    Vec2 point;
    double operator()(const Box& box) const {
        const Vec2 nearest{std::clamp(point.x, box.x, box.right()), std::clamp(point.y, box.y, box.bottom())};
        return length_of(point - nearest);
    }
    double operator()(const RotatedBox& box) const { return distance_to_ring(corners_of(box), point); }
    double operator()(const Ellipse& ellipse) const {
        return contains(ellipse, point) ? 0 : distance_to_path(ring_of(ellipse, corners_of_ellipse), true, point);
    }
    double operator()(const Polygon& polygon) const { return distance_to_ring(polygon.points, point); }
    double operator()(const Polyline& line) const { return distance_to_path(line.points, false, point); }
    double operator()(const Keypoints& keypoints) const {
        double nearest = nowhere;
        for (const Keypoint& each : keypoints.points)
            if (each.visibility != Visibility::unlabelled) nearest = std::min(nearest, length_of(point - each.at));
        return nearest;
    }
    double operator()(const MaskRuns& mask) const { return is_set(mask, point) ? 0 : nowhere; }
    template <class Other>
    double operator()(const Other&) const {
        return nowhere;
    }
};

double area_of_ring(std::span<const Vec2> ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 a = ring[i] - ring.front(), b = ring[(i + 1) % ring.size()] - ring.front();
        twice += a.x * b.y - a.y * b.x;
    }
    return std::abs(twice) / 2;
}

} // namespace

bool is_closed(const Shape& shape) {
    return std::holds_alternative<Box>(shape) || std::holds_alternative<RotatedBox>(shape) ||
           std::holds_alternative<Ellipse>(shape) || std::holds_alternative<Polygon>(shape) ||
           std::holds_alternative<MaskRuns>(shape);
}

double area_of(const Shape& shape) {
    if (const auto* box = std::get_if<Box>(&shape)) return box->area();
    if (const auto* box = std::get_if<RotatedBox>(&shape)) return box->width * box->height;
    if (const auto* ellipse = std::get_if<Ellipse>(&shape))
        return std::numbers::pi * ellipse->radius_x * ellipse->radius_y;
    if (const auto* polygon = std::get_if<Polygon>(&shape)) return area_of_ring(polygon->points);
    double pixels = 0;
    if (const auto* mask = std::get_if<MaskRuns>(&shape))
        for (const PixelRun& run : mask->runs) pixels += run.end - run.start;
    return pixels;
}

double distance_to(const Shape& shape, Vec2 point) { return std::visit(Distance{point}, shape); }

double length_of(Vec2 way) { return std::hypot(way.x, way.y); }

double place_on_edge(Vec2 from, Vec2 to, Vec2 point) {
    const Vec2 way = to - from, off = point - from;
    const double square = way.x * way.x + way.y * way.y;
    return square == 0 ? 0 : std::clamp((off.x * way.x + off.y * way.y) / square, 0.0, 1.0);
}

double distance_to_edge(Vec2 from, Vec2 to, Vec2 point) {
    return length_of(point - (from + (to - from) * place_on_edge(from, to, point)));
}

bool inside_ring(std::span<const Vec2> ring, Vec2 point) {
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 a = ring[i], b = ring[(i + 1) % ring.size()];
        if ((a.y > point.y) == (b.y > point.y)) continue;
        if (point.x < a.x + (b.x - a.x) * ((point.y - a.y) / (b.y - a.y))) inside = !inside;
    }
    return inside;
}

bool is_set(const MaskRuns& mask, Vec2 point) {
    if (!(point.x >= 0 && point.y >= 0 && point.x < mask.width && point.y < mask.height)) return false;
    const auto pixel = static_cast<std::uint32_t>(point.x) * mask.height + static_cast<std::uint32_t>(point.y);
    const auto after = std::upper_bound(mask.runs.begin(), mask.runs.end(), pixel,
                                        [](std::uint32_t at, const PixelRun& run) { return at < run.start; });
    return after != mask.runs.begin() && pixel < std::prev(after)->end;
}

const std::vector<Vec2>* outline_of(const Shape& shape) {
    if (const auto* polygon = std::get_if<Polygon>(&shape)) return &polygon->points;
    const auto* line = std::get_if<Polyline>(&shape);
    return line ? &line->points : nullptr;
}

std::vector<Vec2>* outline_of(Shape& shape) {
    if (auto* polygon = std::get_if<Polygon>(&shape)) return &polygon->points;
    auto* line = std::get_if<Polyline>(&shape);
    return line ? &line->points : nullptr;
}

} // namespace biaokao::image_objects
