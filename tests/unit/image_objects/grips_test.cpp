#include "tasks/types/image_objects/grips.h"

#include <doctest/doctest.h>

#include "tasks/types/image_objects/typed_numbers.h"

using namespace biaokao;
using namespace biaokao::image_objects;

namespace {

constexpr Vec2 picture{200, 200};
constexpr GripReach reach{10, 6, 26};
const Shape lawn = Polygon{{{20, 20}, {120, 20}, {120, 120}, {20, 120}}};
const Shape lane = Polyline{{{10, 10}, {110, 10}, {110, 60}}};
const Shape pose =
    Keypoints{{{{50, 50}, Visibility::visible}, {{0, 0}, Visibility::unlabelled}, {{80, 50}, Visibility::hidden}}};

std::vector<Vec2> points(const Shape& shape) {
    if (const auto* polygon = std::get_if<Polygon>(&shape)) return polygon->points;
    return std::get<Polyline>(shape).points;
}

} // namespace

TEST_CASE("grips: points come before the middles of edges, and a line has no closing edge") {
    CHECK(grip_at(lawn, {118, 23}, reach) == Grip{Grip::Kind::point, {}, 1});
    CHECK(grip_at(lawn, {70, 22}, reach) == Grip{Grip::Kind::edge, {}, 0});
    CHECK(grip_at(lawn, {20, 70}, reach) == Grip{Grip::Kind::edge, {}, 3});
    CHECK_FALSE(grip_at(lawn, {70, 70}, reach).has_value());
    CHECK(grip_at(lane, {110, 35}, reach) == Grip{Grip::Kind::edge, {}, 1});
    CHECK_FALSE(grip_at(lane, {60, 35}, reach).has_value());
    CHECK(grips_of(lawn, 0).size() == 8);
    CHECK(grips_of(lane, 0).size() == 5);
}

TEST_CASE("grips: a small polygon can still be grabbed in its middle") {
    const Shape small = Polygon{{{100, 100}, {112, 100}, {112, 112}, {100, 112}}};
    CHECK(grip_at(small, {101, 101}, reach).has_value());
    CHECK_FALSE(grip_at(small, {106, 106}, reach).has_value());
    CHECK(grip_at(small, {95, 95}, reach).has_value()); // outside the whole reach counts
}

TEST_CASE("grips: a pulled point moves alone, a pulled edge gives a new point behind its first one") {
    const auto moved = points(pulled(lawn, {Grip::Kind::point, {}, 2}, {150, 140}, false, picture));
    CHECK(moved == std::vector<Vec2>{{20, 20}, {120, 20}, {150, 140}, {20, 120}});
    const auto more = points(pulled(lawn, {Grip::Kind::edge, {}, 3}, {5, 70}, false, picture));
    CHECK(more == std::vector<Vec2>{{20, 20}, {120, 20}, {120, 120}, {20, 120}, {5, 70}});
    CHECK(points(pulled(lane, {Grip::Kind::point, {}, 0}, {-40, 500}, false, picture))[0] == Vec2{0, 200});
    CHECK(points(pulled(lane, {Grip::Kind::point, {}, 0}, {60, 14}, true, picture))[0] == Vec2{60, 10});
}

TEST_CASE("grips: points go until too few are left") {
    Shape shape = lawn;
    shape = without_point(shape, 0).value();
    CHECK(points(shape) == std::vector<Vec2>{{120, 20}, {120, 120}, {20, 120}});
    CHECK_FALSE(without_point(shape, 0).has_value());
    const Shape short_line = without_point(lane, 1).value();
    CHECK_FALSE(without_point(short_line, 0).has_value());
    CHECK_FALSE(without_point(pose, 0).has_value()); // key points have their meaning by their place
    CHECK_FALSE(without_point(lawn, 9).has_value());
}

TEST_CASE("grips: key points can be pulled one by one, but not one that is not there") {
    CHECK(grip_at(pose, {83, 52}, reach) == Grip{Grip::Kind::point, {}, 2});
    CHECK_FALSE(grip_at(pose, {0, 0}, reach).has_value());
    const Shape shape = pulled(pose, {Grip::Kind::point, {}, 2}, {90, 60}, false, picture);
    CHECK(std::get<Keypoints>(shape).points[2] == Keypoint{{90, 60}, Visibility::hidden});
    CHECK(pulled(pose, {Grip::Kind::point, {}, 1}, {90, 60}, false, picture) == pose);
    CHECK(pulled(pose, {Grip::Kind::point, {}, 7}, {90, 60}, false, picture) == pose);
}

TEST_CASE("grips: a turned box has its turning handle above, before the handles of its sides") {
    const Shape car = RotatedBox{{100, 100}, 60, 40, 90};
    CHECK(grip_at(car, {146, 100}, reach) == Grip{Grip::Kind::turn, {}, 0});
    const auto side = grip_at(car, {100, 131}, reach); // below: its right side
    REQUIRE(side.has_value());
    CHECK(side->handle == Handle{1, 0});
}

TEST_CASE("typed numbers: as many as the shape has, and they come back into the picture") {
    CHECK(numbers_of(Box{1, 2, 3, 4}, {}, picture).size() == 4);
    const Shape car = RotatedBox{{100, 100}, 60, 40, 12.5};
    REQUIRE(numbers_of(car, {}, picture).size() == 5);
    CHECK(numbers_of(car, {}, picture)[4].value == 12.5);
    CHECK(with_numbers(car, {}, std::vector<double>{250, 10, 30, 0, 190}, picture) ==
          Shape(RotatedBox{{200, 10}, 30, 1, -170}));
    CHECK(numbers_of(lawn, {}, picture).empty());
    CHECK(numbers_of(pose, 1, picture).empty()); // it has no place
    const auto typed = with_numbers(lawn, 1, std::vector<double>{130.126, 20}, picture);
    CHECK(points(typed)[1] == Vec2{130.13, 20});
    CHECK(with_numbers(lawn, 1, std::vector<double>{1, 2, 3}, picture) == lawn); // of another shape
}
