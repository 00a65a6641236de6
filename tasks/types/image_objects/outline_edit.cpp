#include "tasks/types/image_objects/outline_edit.h"

#include <cmath>
#include <numbers>

#include "tasks/types/image_objects/box_edit.h"
#include "tasks/types/image_objects/shape_measure.h"

namespace biaokao::image_objects {
namespace {

constexpr double most_lines = 1e6; // of one filling
constexpr std::size_t most_crossings = 4'000'000;

} // namespace

Vec2 constrained(Vec2 from, Vec2 pointer, Vec2 image_size) {
    const Vec2 way = pointer - from;
    constexpr double eighth = std::numbers::pi / 4;
    const double angle = std::round(std::atan2(way.y, way.x) / eighth) * eighth;
    // Whole steps: a cosine of 6e-17 would make a level line a little skew.
    const Vec2 step{std::round(std::cos(angle)), std::round(std::sin(angle))};
    double length = (way.x * step.x + way.y * step.y) / (step.x * step.x + step.y * step.y);
    if (step.x != 0) length = std::min(length, step.x > 0 ? image_size.x - from.x : from.x);
    if (step.y != 0) length = std::min(length, step.y > 0 ? image_size.y - from.y : from.y);
    return from + step * std::max(length, 0.0);
}

std::optional<std::size_t> point_near(std::span<const Vec2> points, Vec2 at, double reach) {
    std::optional<std::size_t> nearest;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double distance = length_of(points[i] - at);
        if (distance > reach) continue;
        nearest = i;
        reach = distance;
    }
    return nearest;
}

std::size_t edge_count(std::size_t points, bool closed) { return closed || points == 0 ? points : points - 1; }

std::optional<std::size_t> edge_near(std::span<const Vec2> points, bool closed, Vec2 at, double reach) {
    std::optional<std::size_t> nearest;
    for (std::size_t i = 0; i < edge_count(points.size(), closed); ++i) {
        const double distance = distance_to_edge(points[i], points[(i + 1) % points.size()], at);
        if (distance > reach) continue;
        nearest = i;
        reach = distance;
    }
    return nearest;
}

Vec2 middle_of_edge(std::span<const Vec2> points, std::size_t edge) {
    return (points[edge] + points[(edge + 1) % points.size()]) * 0.5;
}

std::vector<Stretch> stretches_inside(std::span<const Vec2> ring, double first, double step, double end) {
    std::vector<Stretch> crossings; // `from` alone: where the outline meets a line
    if (!(step > 0) || !((end - first) / step < most_lines)) return {};
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 a = ring[i], b = ring[(i + 1) % ring.size()];
        const double low = std::min(a.x, b.x), high = std::min(std::max(a.x, b.x), end);
        // Half open: a corner belongs to the edge that begins there, so that a line meets it once.
        for (double at = std::max(0.0, std::floor((low - first) / step)); first + at * step < high; ++at) {
            const double x = first + at * step;
            if (x < low) continue;
            if (crossings.size() >= most_crossings) return {};
            crossings.push_back({x, a.y + (b.y - a.y) * ((x - a.x) / (b.x - a.x)), 0});
        }
    }
    std::sort(crossings.begin(), crossings.end(),
              [](const Stretch& a, const Stretch& b) { return a.x != b.x ? a.x < b.x : a.from < b.from; });
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
        stretches.push_back({crossings[i].x, crossings[i].from, crossings[i + 1].from});
    return stretches;
}

} // namespace biaokao::image_objects
