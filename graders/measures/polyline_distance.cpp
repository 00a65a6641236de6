#include "graders/measures/polyline_distance.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/base/result.h"

namespace biaokao {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// x and y apart, so that the loops below work on several points at once.
struct Points {
    std::vector<double> x, y;
    [[nodiscard]] std::size_t size() const { return x.size(); }
    void push_back(Vec2 p) { x.push_back(p.x), y.push_back(p.y); }
};

// A line with its samples, in a unit that keeps every square within the range of a double.
struct Line {
    std::vector<Vec2> vertices;
    double length = 0;
    Points samples; // the samples, and behind them the vertices
};

void add_samples(Line& line, std::size_t steps) {
    const std::vector<Vec2>& v = line.vertices;
    std::vector<double> reached{0}; // arc length at each vertex
    for (std::size_t i = 1; i < v.size(); ++i)
        reached.push_back(reached.back() + std::hypot(v[i].x - v[i - 1].x, v[i].y - v[i - 1].y));
    line.length = reached.back();
    std::size_t side = 1; // the side that ends at this vertex
    for (std::size_t step = 0; step < steps; ++step) {
        const double at = line.length * (static_cast<double>(step) / static_cast<double>(steps));
        while (side + 1 < v.size() && reached[side] <= at) ++side;
        const double side_length = reached[side] - reached[side - 1];
        const double share = side_length > 0 ? std::min((at - reached[side - 1]) / side_length, 1.0) : 0;
        line.samples.push_back(v[side - 1] + (v[side] - v[side - 1]) * share);
    }
    line.samples.push_back(v.back());
}

Line sampled_line(std::span<const Vec2> points, double scale, std::size_t steps) {
    Line line;
    for (const Vec2 p : points) line.vertices.push_back(p * scale);
    add_samples(line, steps);
    for (const Vec2 p : line.vertices) line.samples.push_back(p);
    return line;
}

// The squared distance of each point to the nearest point on the line.
std::vector<double> squared_distances(const Points& points, const std::vector<Vec2>& line) {
    std::vector<double> nearest(points.size(), infinity);
    const double *const x = points.x.data(), *const y = points.y.data();
    double* const best = nearest.data();
    for (std::size_t side = 1; side < line.size(); ++side) {
        const Vec2 start = line[side - 1], along = line[side] - start;
        const double square = along.x * along.x + along.y * along.y;
        // A side without length is its first point; so is one whose square falls below what doubles hold in full.
        const bool has_length = square >= std::numeric_limits<double>::min();
        const Vec2 share_of = has_length ? along * (1 / square) : Vec2{};
        for (std::size_t i = 0; i < points.size(); ++i) {
            const double from_x = x[i] - start.x, from_y = y[i] - start.y;
            const double share = std::min(std::max(from_x * share_of.x + from_y * share_of.y, 0.0), 1.0);
            const double away_x = from_x - share * along.x, away_y = from_y - share * along.y;
            best[i] = std::min(best[i], away_x * away_x + away_y * away_y);
        }
    }
    return nearest;
}

struct Sides { // of one line: how far it lies from the other
    double mean = 0, largest = 0;
};

Sides distances_to(const Line& line, std::size_t samples, const std::vector<Vec2>& other) {
    const std::vector<double> squares = squared_distances(line.samples, other);
    Sides sides;
    for (std::size_t i = 0; i < samples; ++i) sides.mean += std::sqrt(squares[i]);
    sides.mean /= static_cast<double>(samples);
    sides.largest = std::sqrt(*std::max_element(squares.begin(), squares.end()));
    return sides;
}

struct FrechetSquares {
    double forward = 0, reversed = 0;
};

// One row of the table for each sample of the reference, in both directions at once: the rows depend on one another
// from left to right, so that two chains cost hardly more than one. Squares order as distances do.
FrechetSquares frechet_squares(const Points& a, const Points& b, std::size_t samples) {
    std::vector<double> square(samples), forward(samples, infinity), reversed(samples, infinity);
    const double *const x = b.x.data(), *const y = b.y.data();
    for (std::size_t i = 0; i < samples; ++i) {
        for (std::size_t j = 0; j < samples; ++j) {
            const double dx = a.x[i] - x[j], dy = a.y[i] - y[j];
            square[j] = dx * dx + dy * dy;
        }
        // What stands left of the row and above its left neighbour: nothing, but before the first cell the start.
        double left = i == 0 ? 0 : infinity, above_left = infinity, left_r = left, above_left_r = infinity;
        for (std::size_t j = 0; j < samples; ++j) {
            const double above = forward[j], above_r = reversed[j];
            left = std::max(square[j], std::min(left, std::min(above, above_left)));
            left_r = std::max(square[samples - 1 - j], std::min(left_r, std::min(above_r, above_left_r)));
            above_left = above;
            above_left_r = above_r;
            forward[j] = left;
            reversed[j] = left_r;
        }
    }
    return {forward.back(), reversed.back()};
}

double distance(Vec2 a, Vec2 b) { return std::hypot(a.x - b.x, a.y - b.y); }

// A power of two that brings the largest coordinate to about 1: exact, and no square overflows.
double scale_of(std::span<const Vec2> a, std::span<const Vec2> b) {
    double largest = 0;
    for (const auto& points : {a, b}) {
        for (const Vec2 p : points) largest = std::max({largest, std::abs(p.x), std::abs(p.y)});
    }
    int exponent = 0;
    (void)std::frexp(largest, &exponent);
    return std::ldexp(1.0, std::clamp(-exponent, -1000, 1000));
}

} // namespace

PolylineDistance polyline_distance(std::span<const Vec2> reference, std::span<const Vec2> candidate, int steps) {
    BIAOKAO_ASSERT(reference.size() >= 2 && candidate.size() >= 2 && steps >= 1);
    const double scale = scale_of(reference, candidate), unit = 1 / scale;
    const auto step_count = static_cast<std::size_t>(steps), samples = step_count + 1;
    const Line r = sampled_line(reference, scale, step_count), c = sampled_line(candidate, scale, step_count);
    const Sides from_r = distances_to(r, samples, c.vertices), from_c = distances_to(c, samples, r.vertices);
    const FrechetSquares frechet = frechet_squares(r.samples, c.samples, samples);
    const Vec2 r_first = r.vertices.front(), r_last = r.vertices.back();
    const Vec2 c_first = c.vertices.front(), c_last = c.vertices.back();
    const double same = std::max(distance(r_first, c_first), distance(r_last, c_last));
    const double crossed = std::max(distance(r_first, c_last), distance(r_last, c_first));
    return {.reference_mean = unit * from_r.mean,
            .candidate_mean = unit * from_c.mean,
            .chamfer = unit * (from_r.mean + from_c.mean) / 2,
            .hausdorff = unit * std::max(from_r.largest, from_c.largest),
            .frechet = unit * std::sqrt(frechet.forward),
            .frechet_reversed = unit * std::sqrt(frechet.reversed),
            .ends = unit * std::min(same, crossed),
            .reference_length = unit * r.length,
            .candidate_length = unit * c.length};
}

} // namespace biaokao
