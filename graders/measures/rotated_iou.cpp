#include "graders/measures/rotated_iou.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <utility>

namespace biaokao {
namespace {

double area_of(const RotatedBox& box) { return box.width * box.height; }

// 1 / n! of the Taylor series of cos and sin, up to n = 17: up to 45° what is left out is below 1e-17. The functions of
// the library branch by the size of the angle, which no processor can foresee here: with them a pair takes a fifth
// longer.
constexpr std::array<std::pair<double, double>, 9> series = [] {
    std::array<std::pair<double, double>, 9> inverse;
    double factorial = 1;
    for (std::size_t i = 0; i < 9; ++i) {
        const auto n = static_cast<double>(2 * i);
        factorial *= i == 0 ? 1 : n;
        inverse[8 - i] = {1 / factorial, 1 / (factorial * (n + 1))};
        factorial *= n + 1;
    }
    return inverse;
}();

struct Turn {
    double cos = 1, sin = 0;
};

// Whole quarter turns are taken off in degrees, where that is exact: 750° is 30° to the last bit, and the sides of a
// box at 90° are swapped without a trace of rounding.
Turn turn_from_degrees(double degrees) {
    if (std::abs(degrees) > 1e6) degrees = std::fmod(degrees, 360.0);
    const auto quarters = static_cast<std::int64_t>(degrees / 90 + std::copysign(0.5, degrees));
    const double rest = (degrees - 90.0 * static_cast<double>(quarters)) * (std::numbers::pi / 180);
    const double square = rest * rest;
    double cos = 0, sin = 0;
    for (const auto& [by_cos, by_sin] : series) {
        cos = by_cos - square * cos;
        sin = by_sin - square * sin;
    }
    sin *= rest;
    const double by_quarter[] = {cos, sin, -cos, -sin}; // no branch: the quarter of a box is anybody's guess
    return {by_quarter[-quarters & 3], by_quarter[(1 - quarters) & 3]};
}

double held(double value, double low, double high) { return std::min(std::max(value, low), high); }

// 0 for a level edge, which has no height to count anyway.
double x_per_y(Vec2 way) {
    const double slope = way.x / way.y;
    return std::isfinite(slope) ? slope : 0;
}

// ∫ x dy from p up or down to the height of another point of its line, inside the upright box of ±half around the
// origin: y outside of it does not count, x outside of it counts as its border.
double strip_in_box(Vec2 p, double until_y, double x_per_y, Vec2 half) {
    const double from_y = held(p.y, -half.y, half.y), to_y = held(until_y, -half.y, half.y);
    const double from = p.x + (from_y - p.y) * x_per_y, to = p.x + (to_y - p.y) * x_per_y;
    const double low = std::min(from, to), high = std::max(from, to);
    // The mean of x: the shares of the way left of, in and right of the box add up to one however short it is, so that
    // nearly parallel edges lose nothing.
    const double enters = held(-half.x, low, high), leaves = held(half.x, low, high);
    const double sum = (leaves - enters) * (enters + leaves) / 2 + ((high - leaves) - (enters - low)) * half.x;
    const double mean = low < high ? sum / (high - low) : held(low, -half.x, half.x);
    return mean * (to_y - from_y);
}

} // namespace

// Sutherland and Hodgman would clip b by the four sides of a and take the area of what is left. In the frame of a the
// sides are upright, and the area follows from Green's theorem edge by edge without building the clipped polygon.
double intersection_area(const RotatedBox& a, const RotatedBox& b) {
    const double smaller = std::min(area_of(a), area_of(b));
    if (!(smaller > 0)) return 0;
    const Vec2 apart = b.centre - a.centre;
    // (r + s)² ≤ 2 (r² + s²) for the radii r, s of the circumscribed circles.
    const double diagonals = a.width * a.width + a.height * a.height + b.width * b.width + b.height * b.height;
    if (2 * (apart.x * apart.x + apart.y * apart.y) >= diagonals) return 0;

    const Turn turn_a = turn_from_degrees(a.degrees), turn_b = turn_from_degrees(b.degrees);
    const double cos = turn_b.cos * turn_a.cos + turn_b.sin * turn_a.sin;
    const double sin = turn_b.sin * turn_a.cos - turn_b.cos * turn_a.sin;
    const Vec2 center{apart.x * turn_a.cos + apart.y * turn_a.sin, apart.y * turn_a.cos - apart.x * turn_a.sin};
    const Vec2 along{cos * b.width / 2, sin * b.width / 2}, across{-sin * b.height / 2, cos * b.height / 2};
    const Vec2 half{a.width / 2, a.height / 2};
    const Vec2 first = center - along - across, second = center + along - across;
    const Vec2 third = center + along + across, fourth = center - along + across;
    const double x_per_y_along = x_per_y(along), x_per_y_across = x_per_y(across);
    const double common =
        strip_in_box(first, second.y, x_per_y_along, half) + strip_in_box(second, third.y, x_per_y_across, half) +
        strip_in_box(third, fourth.y, x_per_y_along, half) + strip_in_box(fourth, first.y, x_per_y_across, half);
    return common > 0 ? std::min(common, smaller) : 0;
}

RotatedOverlap rotated_overlap(const RotatedBox& reference, const RotatedBox& candidate) {
    RotatedOverlap overlap{.area_reference = area_of(reference),
                           .area_candidate = area_of(candidate),
                           .intersection = intersection_area(reference, candidate)};
    const double together = overlap.area_reference + overlap.area_candidate - overlap.intersection;
    if (together > 0) overlap.iou = overlap.intersection / together;
    return overlap;
}

} // namespace biaokao
