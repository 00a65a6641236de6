#include "engine/geometry/ring_crossing.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

using Ring = std::vector<Vec2>;

bool crosses(const Ring& ring) { return crosses_itself(sort_ring(ring)); }

// Coordinates are small whole numbers here, so that these products are exact.
double side(Vec2 a, Vec2 b, Vec2 c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool between(Vec2 a, Vec2 b, Vec2 p) {
    return side(a, b, p) == 0 && p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
           p.y <= std::max(a.y, b.y);
}

bool share_a_point(Vec2 a, Vec2 b, Vec2 c, Vec2 d) {
    if (between(a, b, c) || between(a, b, d) || between(c, d, a) || between(c, d, b)) return true;
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

// The definition, word for word, over all pairs of edges.
bool plain_crosses(Ring ring) {
    ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
    while (ring.size() > 1 && ring.back() == ring.front()) ring.pop_back();
    const std::size_t n = ring.size();
    if (n < 3) return true;
    for (std::size_t i = 0; i < n; ++i) {
        const Vec2 a = ring[i], b = ring[(i + 1) % n], after = ring[(i + 2) % n];
        if (side(a, b, after) == 0 && (after.x - b.x) * (a.x - b.x) + (after.y - b.y) * (a.y - b.y) > 0) return true;
        for (std::size_t j = i + 2; j < n; ++j) {
            if ((j + 1) % n == i) continue;
            if (share_a_point(a, b, ring[j], ring[(j + 1) % n])) return true;
        }
    }
    return false;
}

TEST_CASE("crossing: a plain outline does not cross itself, nor with repeated corners or corners on its edges") {
    CHECK_FALSE(crosses({{0, 0}, {10, 0}, {10, 10}, {0, 10}}));
    CHECK_FALSE(crosses({{0, 0}, {0, 0}, {10, 0}, {10, 10}, {10, 10}, {0, 10}, {0, 0}, {0, 0}}));
    CHECK_FALSE(crosses({{0, 0}, {5, 0}, {10, 0}, {10, 5}, {10, 10}, {0, 10}}));
    CHECK_FALSE(crosses({{0, 0}, {3, 1}, {6, 2}, {3, 9}})); // a corner on a slanted line
    CHECK_FALSE(crosses({{0, 0}, {9, 0}, {9, 9}, {6, 9}, {6, 3}, {3, 3}, {3, 9}, {0, 9}}));
}

TEST_CASE("crossing: bow ties, touched corners, corners on edges, edges on edges and spikes count") {
    CHECK(crosses({{0, 0}, {20, 20}, {20, 0}, {0, 20}}));
    CHECK(crosses({{0, 0}, {10, 10}, {20, 0}, {20, 20}, {10, 10}, {0, 20}}));         // corner on corner
    CHECK(crosses({{0, 0}, {20, 0}, {20, 20}, {10, 0}, {0, 20}}));                    // corner on an edge
    CHECK(crosses({{0, 0}, {20, 0}, {20, 9}, {15, 0}, {5, 0}, {0, 9}}));              // edge on edge
    CHECK(crosses({{0, 0}, {10, 0}, {15, 0}, {10, 0}, {10, 10}, {0, 10}}));           // spike
    CHECK(crosses({{0, 0}, {10, 10}, {20, 20}}));                                     // no area
    CHECK(crosses({{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}, {4, 0}, {4, 4}, {0, 4}})); // walked twice
}

TEST_CASE("crossing: what remains of a ring with fewer than 3 different corners crosses itself") {
    CHECK(crosses({}));
    CHECK(crosses({{1, 1}, {1, 1}, {1, 1}}));
    CHECK(crosses({{1, 1}, {2, 2}, {1, 1}}));
}

TEST_CASE("crossing: one bit decides whether a corner touches an edge") {
    const double below = std::nextafter(0.3, 0.0), above = std::nextafter(0.3, 1.0);
    // (0.1, 0.1) … (0.7, 0.7) is the edge, the corner (0.3, …) comes near it from above; y = x is exact.
    const auto ring = [](double y) { return Ring{{0.1, 0.1}, {0.7, 0.7}, {0.7, 2}, {0.3, y}, {0.1, 2}}; };
    CHECK(crosses(ring(0.3)));
    CHECK(crosses(ring(below)));
    CHECK_FALSE(crosses(ring(above)));
}

TEST_CASE("crossing: an outline of a hundred thousand tangled points is told in time") {
    Ring tangle;
    for (int i = 0; i < 100'000; ++i) tangle.push_back({(i % 2) * 1e6, (i * 7919) % 1'000'003 * 1.0});
    CHECK(crosses(tangle));
}

TEST_CASE("crossing: agrees with the definition over all pairs of edges, on grids where much coincides") {
    constexpr std::uint64_t seed = 1976;
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    int clean = 0;
    for (int round = 0; round < 4'000; ++round) {
        const int corners = 3 + round % 7, grid = 2 + round % 11;
        std::uniform_int_distribution<int> coordinate(0, grid);
        Ring ring;
        for (int i = 0; i < corners; ++i)
            ring.push_back({static_cast<double>(coordinate(random)), static_cast<double>(coordinate(random))});
        const bool expected = plain_crosses(ring);
        clean += !expected;
        CAPTURE(round);
        REQUIRE(crosses(ring) == expected);
        std::rotate(ring.begin(), ring.begin() + round % corners, ring.end());
        REQUIRE(crosses(ring) == expected);
        std::reverse(ring.begin(), ring.end());
        REQUIRE(crosses(ring) == expected);
        for (Vec2& corner : ring) std::swap(corner.x, corner.y);
        REQUIRE(crosses(ring) == expected);
    }
    CHECK(clean > 300);
}

TEST_CASE("crossing: a long jagged outline is clean until two of its corners change places") {
    constexpr std::uint64_t seed = 7;
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> radius(80, 100), jitter(-0.4, 0.4);
    for (int round = 0; round < 20; ++round) {
        Ring ring;
        constexpr int corners = 300;
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * std::numbers::pi * (i + jitter(random)) / corners, r = radius(random);
            ring.push_back({r * std::cos(angle), r * std::sin(angle)});
        }
        REQUIRE_FALSE(crosses(ring));
        std::swap(ring[40], ring[90]);
        REQUIRE(crosses(ring));
    }
}

} // namespace
} // namespace biaokao
