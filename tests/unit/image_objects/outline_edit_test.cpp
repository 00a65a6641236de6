#include "tasks/types/image_objects/outline_edit.h"

#include <doctest/doctest.h>

using namespace biaokao;
using namespace biaokao::image_objects;

namespace {

constexpr Vec2 picture{200, 100};
const std::vector<Vec2> square{{10, 10}, {50, 10}, {50, 50}, {10, 50}};

} // namespace

TEST_CASE("a straightened point lies level, upright or at 45 degrees, exactly") {
    CHECK(constrained({50, 50}, {90, 53}, picture) == Vec2{90, 50});
    CHECK(constrained({50, 50}, {47, 20}, picture) == Vec2{50, 20});
    CHECK(constrained({50, 50}, {80, 76}, picture) == Vec2{78, 78});
    CHECK(constrained({50, 50}, {30, 72}, picture) == Vec2{29, 71});
    CHECK(constrained({50, 50}, {50, 50}, picture) == Vec2{50, 50});
}

TEST_CASE("a straightened point stays in the picture without leaving its direction") {
    CHECK(constrained({150, 90}, {199, 139}, picture) == Vec2{160, 100}); // the lower border cuts the way short
    CHECK(constrained({50, 50}, {260, 52}, picture) == Vec2{200, 50});
    CHECK(constrained({5, 50}, {-30, 85}, picture) == Vec2{0, 55});
}

TEST_CASE("an edge is found along its whole length, the closing one too, and the nearest wins") {
    CHECK(edge_near(square, true, {30, 12}, 6) == 0);
    CHECK(edge_near(square, true, {8, 30}, 6) == 3);
    CHECK_FALSE(edge_near(square, false, {8, 30}, 6).has_value()); // an open line has no closing edge
    CHECK(edge_near(square, true, {49, 14}, 6) == 1);
    CHECK_FALSE(edge_near(square, true, {30, 30}, 6).has_value());
    CHECK(point_near(square, {47, 12}, 10) == 1);
    CHECK_FALSE(point_near(square, {30, 30}, 10).has_value());
}

TEST_CASE("filling takes what lies inside, even-odd, column by column") {
    const auto bars = stretches_inside(square, 0.5, 1, 200);
    REQUIRE(bars.size() == 40);
    CHECK(bars.front().x == 10.5);
    CHECK(bars.front().from == 10);
    CHECK(bars.front().to == 50);
    CHECK(stretches_inside(square, 0.5, 1, 20).size() == 10); // nothing beyond the end
    // A ring inside the ring, joined by a bridge: its inside is outside.
    const std::vector<Vec2> hole{{0, 0},   {40, 0},  {40, 40}, {0, 40},  {0, 0},
                                 {10, 10}, {10, 30}, {30, 30}, {30, 10}, {10, 10}};
    const auto pieces = stretches_inside(hole, 20.5, 1, 21);
    REQUIRE(pieces.size() == 2);
    CHECK(pieces[0].to == 10);
    CHECK(pieces[1].from == 30);
}
