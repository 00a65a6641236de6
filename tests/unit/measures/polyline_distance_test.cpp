#include "graders/measures/polyline_distance.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

using Line = std::vector<Vec2>;
using doctest::Approx;

Line random_line(std::mt19937& random) {
    std::uniform_real_distribution<double> place(0, 100);
    Line line(2 + random() % 6);
    for (Vec2& p : line) p = {place(random), place(random)};
    if (random() % 3 == 0) line.push_back(line.back()); // a side without length
    return line;
}

double apart(Vec2 a, Vec2 b) { return std::hypot(a.x - b.x, a.y - b.y); }

double plain_length(const Line& line) {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i) length += apart(line[i - 1], line[i]);
    return length;
}

Line plain_samples(const Line& line, int steps) {
    Line samples;
    for (int step = 0; step <= steps; ++step) {
        double left = plain_length(line) * step / steps;
        std::size_t side = 1;
        while (side + 1 < line.size() && left > apart(line[side - 1], line[side]))
            left -= apart(line[side - 1], line[side]), ++side;
        const double length = apart(line[side - 1], line[side]);
        samples.push_back(line[side - 1] +
                          (line[side] - line[side - 1]) * (length > 0 ? std::min(1.0, left / length) : 0));
    }
    return samples;
}

double plain_distance(Vec2 p, const Line& line) {
    double nearest = apart(p, line[0]);
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Vec2 along = line[i] - line[i - 1], from = p - line[i - 1];
        const double square = along.x * along.x + along.y * along.y;
        if (square == 0) continue;
        const double share = std::clamp((from.x * along.x + from.y * along.y) / square, 0.0, 1.0);
        nearest = std::min(nearest, apart(p, line[i - 1] + along * share));
    }
    return nearest;
}

// The definition, cell by cell, without a table.
double plain_frechet(const Line& a, const Line& b, std::size_t i, std::size_t j) {
    double before = 1e300;
    if (i == 0 && j == 0) before = 0;
    if (i > 0) before = std::min(before, plain_frechet(a, b, i - 1, j));
    if (j > 0) before = std::min(before, plain_frechet(a, b, i, j - 1));
    if (i > 0 && j > 0) before = std::min(before, plain_frechet(a, b, i - 1, j - 1));
    return std::max(before, apart(a[i], b[j]));
}

TEST_CASE("polyline_distance: an exact copy with another vertex lies at 0") { // nearest samples would punish it
    const PolylineDistance d = polyline_distance(Line{{0, 0}, {100, 0}}, Line{{0, 0}, {37, 0}, {100, 0}}, 64);
    CHECK(d.chamfer == Approx(0));
    CHECK(d.hausdorff == Approx(0));
}

TEST_CASE("polyline_distance: the middle of a long side counts for Hausdorff") { // vertices alone would say 0
    const PolylineDistance d = polyline_distance(Line{{0, 0}, {100, 0}}, Line{{0, 0}, {50, 30}, {100, 0}}, 64);
    CHECK(d.hausdorff == Approx(30));
    CHECK(polyline_distance(Line{{0, 0}, {50, 50}, {100, 0}}, Line{{0, 0}, {100, 0}}, 1).hausdorff == Approx(50));
}

TEST_CASE("polyline_distance: only Fréchet sees direction and the start of a ring") {
    const Line line{{0, 0}, {100, 0}}, back{{100, 0}, {0, 0}};
    const PolylineDistance d = polyline_distance(line, back, 64);
    CHECK(d.chamfer == Approx(0));
    CHECK(d.hausdorff == Approx(0));
    CHECK(d.frechet == Approx(100));
    CHECK(d.frechet_reversed == Approx(0));
    CHECK(d.ends == Approx(0));
    const Line ring{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, turned{{10, 10}, {0, 10}, {0, 0}, {10, 0}, {10, 10}};
    CHECK(polyline_distance(ring, turned, 64).chamfer == Approx(0));
    CHECK(polyline_distance(ring, turned, 64).frechet > 10);
}

TEST_CASE("polyline_distance: one tenth of a line drawn perfectly shows in the symmetric mean") {
    CHECK(polyline_distance(Line{{0, 0}, {100, 0}}, Line{{0, 0}, {10, 0}}, 64).chamfer == Approx(20.2860576923));
}

TEST_CASE("polyline_distance: a line without length has all its samples in one point") {
    const PolylineDistance d = polyline_distance(Line{{3, 4}, {3, 4}}, Line{{0, 0}, {0, 0}}, 64);
    CHECK(d.chamfer == Approx(5));
    CHECK(d.hausdorff == Approx(5));
    CHECK(d.frechet == Approx(5));
    CHECK(d.reference_length == 0);
}

TEST_CASE("polyline_distance: all values equal the definition on random lines") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const Line a = random_line(random), b = random_line(random);
        const int steps = 1 + static_cast<int>(random() % 5);
        Line as = plain_samples(a, steps), bs = plain_samples(b, steps);
        double sum_a = 0, sum_b = 0, largest = 0;
        for (const Vec2 p : as) sum_a += plain_distance(p, b), largest = std::max(largest, plain_distance(p, b));
        for (const Vec2 p : bs) sum_b += plain_distance(p, a), largest = std::max(largest, plain_distance(p, a));
        for (const Vec2 p : a) largest = std::max(largest, plain_distance(p, b));
        for (const Vec2 p : b) largest = std::max(largest, plain_distance(p, a));
        const PolylineDistance d = polyline_distance(a, b, steps);
        CHECK(d.chamfer == Approx((sum_a + sum_b) / (steps + 1) / 2));
        CHECK(d.hausdorff == Approx(largest));
        CHECK(d.frechet == Approx(plain_frechet(as, bs, as.size() - 1, bs.size() - 1)));
        std::reverse(bs.begin(), bs.end());
        CHECK(d.frechet_reversed == Approx(plain_frechet(as, bs, as.size() - 1, bs.size() - 1)));
        CHECK(d.reference_length == Approx(plain_length(a)));
        CHECK(d.candidate_length == Approx(plain_length(b)));
    }
}

TEST_CASE("polyline_distance: sides may be exchanged, lines moved, and lengths scale") {
    for (unsigned seed = 0; seed < 40; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        Line a = random_line(random), b = random_line(random);
        const PolylineDistance d = polyline_distance(a, b, 16), other = polyline_distance(b, a, 16);
        CHECK(other.chamfer == Approx(d.chamfer));
        CHECK(other.hausdorff == Approx(d.hausdorff));
        CHECK(other.frechet == Approx(d.frechet));
        CHECK(other.frechet_reversed == Approx(d.frechet_reversed));
        CHECK(polyline_distance(a, a, 16).frechet == 0);
        for (Line* line : {&a, &b}) {
            for (Vec2& p : *line) p = p * 3 + Vec2{1000, -500};
        }
        const PolylineDistance moved = polyline_distance(a, b, 16);
        CHECK(moved.chamfer == Approx(3 * d.chamfer));
        CHECK(moved.frechet == Approx(3 * d.frechet));
        CHECK(moved.ends == Approx(3 * d.ends));
        CHECK(moved.hausdorff >= moved.chamfer);
    }
}

TEST_CASE("polyline_distance: the largest and the smallest coordinates give finite values") { // squares would be lost
    for (const double unit : {1e300, 1e-300}) {
        const PolylineDistance d =
            polyline_distance(Line{{0, 0}, {unit, 0}}, Line{{0, 2 * unit}, {unit, 2 * unit}}, 64);
        CHECK(d.chamfer / unit == Approx(2));
        CHECK(d.frechet / unit == Approx(2));
        CHECK(d.reference_length / unit == Approx(1));
    }
}

} // namespace
} // namespace biaokao
