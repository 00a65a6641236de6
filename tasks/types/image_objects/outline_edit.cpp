#include "tasks/types/image_objects/outline_edit.h"

#include <cmath>
#include <numbers>
#include <numeric>

#include "tasks/types/image_objects/box_edit.h"
#include "tasks/types/image_objects/shape_measure.h"

namespace biaokao::image_objects {
namespace {

constexpr long most_pairs = 4'000'000; // edges that are compared with one another: some 40 ms
constexpr double most_lines = 1e6;     // of one filling
constexpr std::size_t most_crossings = 4'000'000;

double turn(Vec2 a, Vec2 b, Vec2 c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool between(Vec2 a, Vec2 b, Vec2 p) { // p is known to lie on their line
    return p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
           p.y <= std::max(a.y, b.y);
}

int sign(double value) { return (value > 0) - (value < 0); }

bool touch(Vec2 a, Vec2 b, Vec2 c, Vec2 d) {
    const int abc = sign(turn(a, b, c)), abd = sign(turn(a, b, d)), cda = sign(turn(c, d, a)),
              cdb = sign(turn(c, d, b));
    if (abc * abd < 0 && cda * cdb < 0) return true;
    return (abc == 0 && between(a, b, c)) || (abd == 0 && between(a, b, d)) || (cda == 0 && between(c, d, a)) ||
           (cdb == 0 && between(c, d, b));
}

// Edges from `corner` to `a` and to `b` that run over each other.
bool fold(Vec2 corner, Vec2 a, Vec2 b) {
    const Vec2 first = a - corner, second = b - corner;
    return turn(corner, a, b) == 0 && first.x * second.x + first.y * second.y > 0;
}

std::vector<Vec2> without_repeats(std::span<const Vec2> ring) {
    std::vector<Vec2> corners;
    for (const Vec2 point : ring)
        if (corners.empty() || corners.back() != point) corners.push_back(point);
    while (corners.size() > 1 && corners.back() == corners.front()) corners.pop_back();
    return corners;
}

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

bool crosses_itself(std::span<const Vec2> ring) {
    const std::vector<Vec2> corners = without_repeats(ring);
    const std::size_t count = corners.size();
    if (count < fewest_of_polygon) return true;
    const auto from = [&](std::size_t edge) { return corners[edge]; };
    const auto to = [&](std::size_t edge) { return corners[(edge + 1) % count]; };
    const auto left = [&](std::size_t edge) { return std::min(from(edge).x, to(edge).x); };
    std::vector<std::size_t> order(count), active; // edges from left to right, and those that the line runs through
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return left(a) < left(b); });
    long pairs = 0;
    for (const std::size_t edge : order) {
        const double at = left(edge);
        std::erase_if(active, [&](std::size_t other) { return std::max(from(other).x, to(other).x) < at; });
        if (pairs += static_cast<long>(active.size()); pairs > most_pairs) return false;
        for (const std::size_t other : active) {
            const bool before = (other + 1) % count == edge, after = (edge + 1) % count == other;
            if (before && fold(from(edge), from(other), to(edge))) return true;
            if (after && fold(from(other), from(edge), to(other))) return true;
            if (!before && !after && touch(from(edge), to(edge), from(other), to(other))) return true;
        }
        active.push_back(edge);
    }
    return false;
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
