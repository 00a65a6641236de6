#include "graders/measures/polygon_iou.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

#include <doctest/doctest.h>

#include "engine/geometry/ellipse.h"
#include "graders/measures/polygon_sweep.h"

namespace biaokao {
namespace {

PolygonOverlap overlap_of(const PolygonShape& reference, const PolygonShape& candidate) {
    const auto a = compile_polygon(reference), b = compile_polygon(candidate);
    REQUIRE(a.has_value());
    REQUIRE(b.has_value());
    const auto overlap = polygon_overlap(*a, *b);
    REQUIRE(overlap.has_value());
    return *overlap;
}

double area_of(const PolygonShape& shape) { return overlap_of(shape, {}).area_reference; }

using Exact = long double;

struct PlainEdge {
    Exact x = 0, y = 0, x_high = 0, y_high = 0;
    bool of_reference = false;
    [[nodiscard]] Exact x_at(Exact level) const { return x + (x_high - x) * (level - y) / (y_high - y); }
};

std::vector<PlainEdge> plain_edges(const PolygonShape& shape, bool of_reference) {
    std::vector<PlainEdge> edges;
    for (const PolygonRing& ring : shape) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            Vec2 low = ring[i], high = ring[(i + 1) % ring.size()];
            if (low.y > high.y) std::swap(low, high);
            if (low.y < high.y) edges.push_back({low.x, low.y, high.x, high.y, of_reference});
        }
    }
    return edges;
}

// Slabs between all corners and crossings: inside one the edges keep their order, and half-way up their distances are
// the mean widths.
PolygonOverlap plain_overlap(const PolygonShape& reference, const PolygonShape& candidate) {
    std::vector<PlainEdge> edges = plain_edges(reference, true), others = plain_edges(candidate, false);
    edges.insert(edges.end(), others.begin(), others.end());
    std::vector<Exact> levels;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const PlainEdge& a = edges[i];
        levels.insert(levels.end(), {a.y, a.y_high});
        for (std::size_t j = 0; j < i; ++j) {
            const PlainEdge& b = edges[j];
            const Exact low = std::max(a.y, b.y), high = std::min(a.y_high, b.y_high);
            if (low >= high) continue;
            const Exact at_low = a.x_at(low) - b.x_at(low), at_high = a.x_at(high) - b.x_at(high);
            if (at_low * at_high < 0) levels.push_back(low + (high - low) * at_low / (at_low - at_high));
        }
    }
    std::sort(levels.begin(), levels.end());
    Exact areas[3] = {};
    for (std::size_t k = 0; k + 1 < levels.size(); ++k) {
        const Exact middle = (levels[k] + levels[k + 1]) / 2, height = levels[k + 1] - levels[k];
        std::vector<std::pair<Exact, bool>> met;
        for (const PlainEdge& edge : edges)
            if (edge.y < middle && middle < edge.y_high) met.emplace_back(edge.x_at(middle), edge.of_reference);
        std::sort(met.begin(), met.end());
        bool in_reference = false, in_candidate = false;
        for (std::size_t i = 0; i + 1 < met.size(); ++i) {
            (met[i].second ? in_reference : in_candidate) ^= true;
            const Exact area = (met[i + 1].first - met[i].first) * height;
            areas[0] += in_reference ? area : 0;
            areas[1] += in_candidate ? area : 0;
            areas[2] += in_reference && in_candidate ? area : 0;
        }
    }
    return {.area_reference = static_cast<double>(areas[0]),
            .area_candidate = static_cast<double>(areas[1]),
            .intersection = static_cast<double>(areas[2])};
}

// As the published cases are compared: 1e-6 · max(1, value), and here with a thousandth of that.
bool near(double computed, double expected) {
    return std::abs(computed - expected) <= 1e-9 * std::max(1.0, std::abs(expected));
}

void check_against_plain(const PolygonShape& a, const PolygonShape& b) {
    const PolygonOverlap expected = plain_overlap(a, b), found = overlap_of(a, b), swapped = overlap_of(b, a);
    REQUIRE(near(found.area_reference, expected.area_reference));
    REQUIRE(near(found.area_candidate, expected.area_candidate));
    REQUIRE(near(found.intersection, expected.intersection));
    REQUIRE(near(swapped.intersection, expected.intersection));
    REQUIRE(near(swapped.area_reference, expected.area_candidate));
    REQUIRE(found.together == found.area_reference + found.area_candidate - found.intersection);
}

struct Source {
    std::mt19937_64 random;
    double between(double low, double high) { return std::uniform_real_distribution<double>(low, high)(random); }
    double whole(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); }
    PolygonRing ring(int corners, double size) {
        PolygonRing ring;
        for (int i = 0; i < corners; ++i) ring.push_back({between(0, size), between(0, size)});
        return ring;
    }
    PolygonRing grid_ring(int corners, int grid) {
        PolygonRing ring;
        for (int i = 0; i < corners; ++i) ring.push_back({whole(0, grid), whole(0, grid)});
        return ring;
    }
    PolygonRing star(int corners) {
        PolygonRing ring;
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * std::numbers::pi * (i + between(-0.4, 0.4)) / corners, r = between(60, 100);
            ring.push_back({200 + r * std::cos(angle), 200 + r * std::sin(angle)});
        }
        return ring;
    }
    PolygonRing moved(PolygonRing ring, double most) {
        for (Vec2& corner : ring) corner = corner + Vec2{between(-most, most), between(-most, most)};
        return ring;
    }
};

const PolygonRing square{{0, 0}, {10, 0}, {10, 10}, {0, 10}};

PolygonRing changed(PolygonRing ring, Vec2 move, double scale) {
    for (Vec2& corner : ring) corner = (corner + move) * scale;
    return ring;
}

// The shoelace formula gives 0 here.
TEST_CASE("polygon_iou: both lobes of a bow tie count") {
    const PolygonOverlap overlap = overlap_of({{{0, 0}, {20, 20}, {20, 0}, {0, 20}}}, {changed(square, {}, 2)});
    CHECK(overlap.area_reference == doctest::Approx(200));
    CHECK(overlap.intersection == doctest::Approx(200));
    CHECK(overlap.iou == doctest::Approx(0.5));
}

// GEOS 3.11 keeps the inside of such a ring.
TEST_CASE("polygon_iou: a ring walked twice has no inside, walked three times it has one") {
    PolygonRing twice = square, thrice = square;
    twice.insert(twice.end(), square.begin(), square.end());
    thrice.insert(thrice.end(), twice.begin(), twice.end());
    CHECK(area_of({twice}) == 0);
    CHECK(area_of({thrice}) == 100);
    CHECK(area_of({square, square}) == 0);
    CHECK(overlap_of({thrice, thrice, thrice}, {square}).iou == 1);
}

TEST_CASE("polygon_iou: a ring in a ring is a hole, and an island in the hole is inside") {
    const PolygonRing outer = changed(square, {}, 9), hole = changed(square, {5, 5}, 6),
                      island = changed(square, {20, 20}, 2);
    CHECK(area_of({outer, hole}) == doctest::Approx(area_of({outer}) - area_of({hole})));
    CHECK(area_of({outer, hole, island}) == doctest::Approx(area_of({outer}) - area_of({hole}) + area_of({island})));
    CHECK(overlap_of({outer, hole}, {hole}).intersection == 0);
    CHECK(overlap_of({outer, hole, island}, {hole}).intersection == doctest::Approx(area_of({island})));
}

// COCO would read these two rings as their union.
TEST_CASE("polygon_iou: what two rings of one shape cover both cancels") {
    const PolygonRing shifted = changed(square, {4, 0}, 1);
    CHECK(area_of({square, shifted}) == doctest::Approx(80));
    CHECK(overlap_of({square, shifted}, {{{4, 0}, {10, 0}, {10, 10}, {4, 10}}}).intersection == 0);
}

TEST_CASE("polygon_iou: nothing drawn has no area and no overlap") {
    CHECK(overlap_of({}, {}).iou == 0);
    CHECK(overlap_of({square}, {}).together == 100);
    CHECK(overlap_of({{{0, 0}, {5, 5}, {9, 9}}}, {square}).intersection == 0);
    CHECK(overlap_of({{}, {{1, 1}}, square}, {square}).iou == 1);
    CHECK_FALSE(compile_polygon({})->self_crossing);
    CHECK(compile_polygon({square, {{1, 1}}})->self_crossing);
}

TEST_CASE("polygon_iou: one crossing ring makes a shape self-crossing, rings across one another do not") {
    CHECK_FALSE(compile_polygon({square, changed(square, {5, 5}, 1)})->self_crossing);
    CHECK(compile_polygon({square, {{0, 0}, {20, 20}, {20, 0}, {0, 20}}})->self_crossing);
}

TEST_CASE("polygon_iou: agrees with plain slabs in long double, for random rings with random holes") {
    constexpr std::uint64_t seed = 5;
    CAPTURE(seed);
    Source source{std::mt19937_64(seed)};
    for (int round = 0; round < 100; ++round) {
        CAPTURE(round);
        PolygonShape a{source.ring(3 + round % 9, 100)}, b{source.ring(3 + round % 7, 100)};
        if (round % 2) a.push_back(source.ring(4, 100));
        if (round % 3) b.push_back(source.ring(5, 60));
        check_against_plain(a, b);
    }
}

TEST_CASE("polygon_iou: agrees with plain slabs on grids, where edges lie on edges and corners on corners") {
    constexpr std::uint64_t seed = 6;
    CAPTURE(seed);
    Source source{std::mt19937_64(seed)};
    for (int round = 0; round < 200; ++round) {
        CAPTURE(round);
        const int grid = 2 + round % 6;
        PolygonShape a, b;
        for (int i = 0; i <= round % 3; ++i) a.push_back(source.grid_ring(3 + round % 5, grid));
        for (int i = 0; i <= round % 2; ++i) b.push_back(source.grid_ring(3 + round % 8, grid));
        // Thirds and a turn take the points off the grid of the doubles: lines that coincided do so nearly.
        if (round % 2) {
            for (PolygonShape* shape : {&a, &b}) {
                for (PolygonRing& ring : *shape) {
                    for (Vec2& p : ring) p = Vec2{p.x * 0.8 - p.y * 0.6, p.x * 0.6 + p.y * 0.8} * (1.0 / 3);
                }
            }
        }
        check_against_plain(a, b);
    }
}

TEST_CASE("polygon_iou: agrees with plain slabs for nearly equal outlines, down to moves of one bit") {
    constexpr std::uint64_t seed = 8;
    CAPTURE(seed);
    Source source{std::mt19937_64(seed)};
    for (const double most : {3.0, 0.1, 1e-3, 1e-6, 1e-9, 1e-12, 3e-14, 0.0}) {
        CAPTURE(most);
        for (int round = 0; round < 4; ++round) {
            const PolygonRing ring = source.star(40);
            check_against_plain({ring}, {source.moved(ring, most)});
        }
    }
}

TEST_CASE("polygon_iou: a shape overlaps itself wholly, whatever its rings are") {
    constexpr std::uint64_t seed = 9;
    CAPTURE(seed);
    Source source{std::mt19937_64(seed)};
    for (int round = 0; round < 40; ++round) {
        const PolygonShape shape{source.ring(20, 500), source.star(30), source.grid_ring(9, 100)};
        const PolygonOverlap overlap = overlap_of(shape, shape);
        REQUIRE(near(overlap.intersection, overlap.area_reference));
        REQUIRE(overlap.iou == doctest::Approx(1).epsilon(1e-12));
    }
}

TEST_CASE("polygon_iou: first corner, direction, repeated corners and the order of rings change nothing") {
    constexpr std::uint64_t seed = 10;
    CAPTURE(seed);
    Source source{std::mt19937_64(seed)};
    for (int round = 0; round < 40; ++round) {
        PolygonShape a{source.ring(12, 100), source.star(20)};
        const PolygonShape b{source.ring(10, 200)};
        const PolygonOverlap before = overlap_of(a, b);
        for (PolygonRing& ring : a) {
            std::rotate(ring.begin(), ring.begin() + round % 7, ring.end());
            if (round % 2) std::reverse(ring.begin(), ring.end());
            ring.insert(ring.begin() + 3, ring[3]);
            ring.push_back(ring.front());
        }
        std::swap(a[0], a[1]);
        const PolygonOverlap after = overlap_of(a, b);
        REQUIRE(near(after.area_reference, before.area_reference));
        REQUIRE(near(after.intersection, before.intersection));
        REQUIRE(compile_polygon(a)->self_crossing == compile_polygon({source.ring(12, 100)})->self_crossing);
    }
}

TEST_CASE("polygon_iou: moving both shapes or scaling them changes no IoU") {
    constexpr std::uint64_t seed = 11;
    CAPTURE(seed);
    Source source{std::mt19937_64(seed)};
    for (const double scale : {1e-9, 1e-3, 1.0, 1e6}) {
        for (const Vec2 move : {Vec2{0, 0}, Vec2{1e5, -1e5}, Vec2{-3e3, 1e6}}) {
            CAPTURE(scale);
            CAPTURE(move.x);
            const PolygonRing a = source.star(50), b = source.moved(a, 20), c = source.ring(8, 300);
            const double before = overlap_of({a, c}, {b}).iou;
            const double after =
                overlap_of({changed(a, move, scale), changed(c, move, scale)}, {changed(b, move, scale)}).iou;
            CHECK(after == doctest::Approx(before).epsilon(1e-8));
        }
    }
}

TEST_CASE("polygon_iou: slivers, coordinates of 1e9 and rows one billionth apart keep their areas") {
    CHECK(area_of({{{0, 0}, {100, 0.001}, {100, 0}}}) == doctest::Approx(0.05).epsilon(1e-12));
    CHECK(overlap_of({changed(square, {}, 1e8)}, {changed(square, {5, 0}, 1e8)}).iou == doctest::Approx(1.0 / 3));
    const PolygonRing far = changed(square, {1e9, -1e9}, 1);
    CHECK(overlap_of({far}, {changed(square, {1e9 + 5, -1e9}, 1)}).intersection == doctest::Approx(50).epsilon(1e-12));
    PolygonRing steps; // a square whose left side has level edges a billionth of a pixel apart
    for (int i = 0; i < 100; ++i) {
        steps.push_back({-(i % 2) * 1.0, 5 + i * 1e-9});
        steps.push_back({-(i % 2) * 1.0, 5 + (i + 1) * 1e-9});
    }
    steps.insert(steps.end(), {{0, 5 + 100e-9}, {0, 10}, {10, 10}, {10, 0}, {0, 0}});
    CHECK(area_of({steps}) == doctest::Approx(100 + 50e-9).epsilon(1e-12));
    CHECK_FALSE(compile_polygon({steps})->self_crossing);
    CHECK(overlap_of({steps}, {square}).intersection == doctest::Approx(100).epsilon(1e-12));
    CHECK(area_of({{{0, 0}, {1e15, 5e-324}, {1e15, 1}, {-1e15, 1e-310}, {-1e15, -1e-310}}}) > 0);
}

TEST_CASE("polygon_iou: heights that the move to the origin makes equal keep the order of their edges") {
    // The ring of a circle: its corners stand in pairs whose heights differ by a bit or not at all. The edges of such a
    // pair began in the wrong order, and the circle had no area.
    const double step = 2 * std::numbers::pi / 512, radius = 50 * std::sqrt(step / std::sin(step));
    const PolygonRing circle = ring_of({{100, 100}, radius, radius, 0}, 512);
    CHECK(area_of({circle}) == doctest::Approx(std::numbers::pi * 2500));
    CHECK(overlap_of({circle}, {circle}).iou == doctest::Approx(1));
}

TEST_CASE("polygon_iou: shapes that nobody draws are refused before they cost time or memory") {
    const PolygonRing long_ring(polygon_corner_limit + 1, Vec2{1, 1});
    REQUIRE_FALSE(compile_polygon({long_ring}).has_value());
    CHECK(compile_polygon({long_ring}).error().code == "error.polygon_too_complex");
    // Two combs across one another: 30 × 30 crossings.
    PolygonRing comb;
    for (int i = 0; i < 31; ++i) comb.push_back({i * 1.0, i % 2 ? 40.0 : -10.0});
    PolygonRing turned = comb;
    for (Vec2& corner : turned) std::swap(corner.x, corner.y);
    const auto a = compile_polygon({comb}), b = compile_polygon({turned});
    CHECK(sweep_areas(*a, *b, {.crossings = 1000}).has_value());
    CHECK_FALSE(sweep_areas(*a, *b, {.crossings = 800}).has_value());
    CHECK_FALSE(sweep_areas(*a, *b, {.steps = 100}).has_value());
}

} // namespace
} // namespace biaokao
