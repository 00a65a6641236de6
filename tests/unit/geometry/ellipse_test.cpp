#include "engine/geometry/ellipse.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <doctest/doctest.h>

using namespace biaokao;

namespace {

constexpr Ellipse slanted{{100, 80}, 50, 20, 30};

double area_of_ring(const std::vector<Vec2>& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 a = ring[i], b = ring[(i + 1) % ring.size()];
        twice += a.x * b.y - a.y * b.x;
    }
    return twice / 2;
}

// Has every corner of `a` one of `b` at its place?
bool same_corners(const std::vector<Vec2>& a, const std::vector<Vec2>& b) {
    return std::all_of(a.begin(), a.end(), [&](Vec2 corner) {
        return std::any_of(b.begin(), b.end(),
                           [&](Vec2 other) { return std::hypot(corner.x - other.x, corner.y - other.y) < 1e-9; });
    });
}

} // namespace

TEST_CASE("ellipse: its ring begins at the end of the first half axis and runs clockwise on the screen") {
    const auto ring = ring_of({{10, 20}, 5, 3, 0}, 4);
    const std::vector<Vec2> wanted{{15, 20}, {10, 23}, {5, 20}, {10, 17}};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        CHECK(ring[i].x == doctest::Approx(wanted[i].x));
        CHECK(ring[i].y == doctest::Approx(wanted[i].y));
    }
    const Vec2 first = ring_of({{0, 0}, 10, 2, 90}, 8).front(); // turned by a quarter: down
    CHECK(first.x == doctest::Approx(0));
    CHECK(first.y == doctest::Approx(10));
}

TEST_CASE("ellipse: the ring holds the share of the area that geometry says, sin θ / θ") {
    for (const std::size_t corners : {4U, 64U, 512U}) {
        const double step = 2 * std::numbers::pi / static_cast<double>(corners);
        CHECK(area_of_ring(ring_of(slanted, corners)) ==
              doctest::Approx(std::numbers::pi * 50 * 20 * std::sin(step) / step));
    }
}

TEST_CASE("ellipse: written another way it has the same corners") {
    const auto ring = ring_of(slanted, 64);
    CHECK(same_corners(ring, ring_of({{100, 80}, 50, 20, -150}, 64)));
    CHECK(same_corners(ring, ring_of({{100, 80}, 20, 50, 120}, 64)));
    CHECK_FALSE(same_corners(ring, ring_of({{100, 80}, 20, 50, 30}, 64)));
}

TEST_CASE("ellipse: what lies inside is told by its own axes, not by its bounds") {
    CHECK(contains(slanted, {100, 80}));
    CHECK(contains(slanted, {140, 103}));       // along the long axis
    CHECK_FALSE(contains(slanted, {140, 57}));  // as far, across it
    CHECK(contains({{0, 0}, 5, 3, 0}, {5, 0})); // its edge counts
    CHECK_FALSE(contains({{0, 0}, 5, 3, 0}, {4, 2.5}));
    CHECK_FALSE(contains({{0, 0}, 0, 3, 0}, {0, 0})); // no half axis, no inside
    CHECK_FALSE(contains({{0, 0}, 0, 0, 0}, {0, 0}));
}
