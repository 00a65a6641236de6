// Ellipses in the hand: they share the turned box's frame.
#include <cmath>
#include <numbers>

#include <doctest/doctest.h>

#include "engine/answer/shape_bounds.h"
#include "tasks/types/image_objects/grips.h"
#include "tasks/types/image_objects/shape_edit.h"
#include "tasks/types/image_objects/shape_measure.h"
#include "tasks/types/image_objects/snapping.h"
#include "tasks/types/image_objects/tools.h"
#include "tasks/types/image_objects/turning_frame.h"
#include "tasks/types/image_objects/typed_numbers.h"

using namespace biaokao;
using namespace biaokao::image_objects;

namespace {

constexpr Vec2 picture{200, 100};
constexpr Ellipse level{{100, 50}, 40, 20, 0};

Ellipse ellipse_of(const Shape& shape) { return std::get<Ellipse>(shape); }

} // namespace

TEST_CASE("ellipse: its frame is the box around it, and the frame makes it again") {
    const Ellipse slanted{{100, 50}, 40, 20, 30};
    CHECK(turning_frame(slanted) == RotatedBox{{100, 50}, 80, 40, 30});
    CHECK(ellipse_in(*turning_frame(slanted)) == slanted);
    CHECK(in_frame(slanted, {{1, 2}, 6, 4, 5}) == Shape(Ellipse{{1, 2}, 3, 2, 5}));
    CHECK_FALSE(turning_frame(Box{0, 0, 10, 10}).has_value());
    CHECK(in_frame(Box{0, 0, 10, 10}, {{1, 2}, 6, 4, 5}) == Shape(Box{0, 0, 10, 10}));
}

TEST_CASE("ellipse: eight handles on its frame and one to turn it, a side goes to the pointer and the other stays") {
    const Shape shape = level;
    CHECK(grips_of(shape, 26).size() == 9);
    CHECK(grip_at(shape, {140, 50}, {10, 6, 26}) == Grip{Grip::Kind::side, {1, 0}, 0});
    CHECK(grip_at(shape, {60, 30}, {10, 6, 26}) == Grip{Grip::Kind::side, {-1, -1}, 0});
    CHECK(grip_at(shape, {100, 4}, {10, 6, 26}) == Grip{Grip::Kind::turn, {}, 0});
    CHECK(pulled(shape, {Grip::Kind::side, {1, 0}, 0}, {160, 70}, false, picture) ==
          Shape(Ellipse{{110, 50}, 50, 20, 0}));
    // Shift on a corner: a circle.
    CHECK(pulled(shape, {Grip::Kind::side, {1, 1}, 0}, {120, 90}, true, picture) ==
          Shape(Ellipse{{90, 60}, 30, 30, 0}));
    CHECK(ellipse_of(pulled(shape, {Grip::Kind::turn, {}, 0}, {150, 48}, true, picture)).degrees == 90);
}

TEST_CASE("ellipse: stored in hundredths, moved, brought in by its centre, and never thinner than a pixel") {
    CHECK(rounded(Shape(Ellipse{{1.006, 2.004}, 3.333, 4.444, 12.3456})) ==
          Shape(Ellipse{{1.01, 2}, 3.33, 4.44, 12.35}));
    CHECK(translated(level, {5, -3}) == Shape(Ellipse{{105, 47}, 40, 20, 0}));
    CHECK(fitted(Shape(Ellipse{{230, -10}, 0, 20, 190}), picture) == Shape(Ellipse{{200, 0}, 0.5, 20, -170}));
    CHECK(extent_of(Ellipse{{0, 0}, 1.4, 20, 0}) == Extent::too_small); // 2.8 px wide
    CHECK(extent_of(Ellipse{{0, 0}, 4, 20, 0}) == Extent::small);
    CHECK(extent_of(level) == Extent::good);
}

TEST_CASE("ellipse: its area is its own, its inside has no distance, its corners have one") {
    CHECK(area_of(level) == doctest::Approx(std::numbers::pi * 800));
    CHECK(is_closed(level));
    CHECK(distance_to(level, {110, 55}) == 0);
    CHECK(distance_to(level, {143, 50}) == doctest::Approx(3).epsilon(0.01));
    CHECK(distance_to(level, {138, 32}) > 5); // inside its bounds, outside the ellipse
    const Ellipse flat{{100, 50}, 0, 0, 0};
    CHECK(area_of(flat) == 0);
    CHECK(distance_to(flat, {103, 54}) == 5);
}

TEST_CASE("ellipse: the ends of its axes pull others") {
    SnapLines lines;
    add_shape(lines, level);
    CHECK(lines.points.size() == 4);
    CHECK(snap_point(lines, {141, 52}, 6).point == Vec2{140, 50});
    CHECK_FALSE(snap_point(lines, {140, 70}, 6).point.has_value()); // a corner of its bounds is not on it
}

TEST_CASE("ellipse: centre, half axes and angle can be typed") {
    const auto numbers = numbers_of(level, std::nullopt, picture);
    REQUIRE(numbers.size() == 5);
    CHECK(numbers[2].id == "radius_x");
    CHECK(numbers[3].value == 20);
    const std::array typed{90.0, 40.0, 12.345, 7.0, 370.0};
    CHECK(with_numbers(level, std::nullopt, typed, picture) == Shape(Ellipse{{90, 40}, 12.35, 7, 10}));
}

TEST_CASE("ellipse: a tool of its own, drawn by corners") {
    CHECK(tool_of_shape("ellipse") == Tool::ellipse);
    CHECK(shape_of_tool(Tool::ellipse) == "ellipse");
    CHECK(draws_by_corners(Tool::ellipse));
}
