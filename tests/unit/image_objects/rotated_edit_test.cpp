#include "tasks/types/image_objects/rotated_edit.h"

#include <doctest/doctest.h>

#include "engine/answer/shape_bounds.h"

using namespace biaokao;
using namespace biaokao::image_objects;

namespace {

constexpr RotatedBox upright{{100, 80}, 60, 20, 0};
constexpr RotatedBox standing{{100, 80}, 60, 20, 90}; // its width runs down

void check_close(Vec2 a, Vec2 b) {
    CHECK(a.x == doctest::Approx(b.x));
    CHECK(a.y == doctest::Approx(b.y));
}
void check_close(const RotatedBox& a, const RotatedBox& b) {
    check_close(a.centre, b.centre);
    CHECK(a.width == doctest::Approx(b.width));
    CHECK(a.height == doctest::Approx(b.height));
    CHECK(a.degrees == doctest::Approx(b.degrees));
}

} // namespace

TEST_CASE("handles of a turned box stand where its corners are") {
    const auto corners = corners_of(standing); // upper left first, before it was turned
    check_close(handle_position(standing, {-1, -1}), corners[0]);
    check_close(handle_position(standing, {1, -1}), corners[1]);
    check_close(handle_position(standing, {1, 1}), corners[2]);
    check_close(handle_position(standing, {0, 0}), standing.centre);
}

TEST_CASE("a side of a turned box goes to the pointer, the opposite one and the angle stay") {
    check_close(resized(upright, {1, 0}, {150, 200}, false), {{110, 80}, 80, 20, 0});
    // Turned by 90°, the right side is the lower one.
    check_close(resized(standing, {1, 0}, {300, 130}, false), {{100, 90}, 80, 20, 90});
    const RotatedBox slanted{{100, 80}, 60, 20, 30};
    const RotatedBox longer = resized(slanted, {1, 1}, {160, 120}, false);
    check_close(handle_position(longer, {-1, -1}), handle_position(slanted, {-1, -1}));
    check_close(handle_position(longer, {1, 1}), {160, 120});
    CHECK(longer.degrees == 30);
}

TEST_CASE("a side pulled across the opposite one swaps the two, and no side is ever under a pixel") {
    const RotatedBox swapped = resized(upright, {1, 0}, {40, 80}, false);
    check_close(swapped, {{55, 80}, 30, 20, 0});
    check_close(resized(upright, {1, 0}, {70.2, 80}, false), {{70.5, 80}, 1, 20, 0});
    const RotatedBox square = resized(upright, {1, 1}, {150, 100}, true);
    CHECK(square.width == doctest::Approx(80));
    CHECK(square.height == doctest::Approx(80));
}

TEST_CASE("a box turns after its handle, clockwise, in steps of 15 degrees if asked") {
    CHECK(turned_to(upright, {200, 80}, false).degrees == doctest::Approx(90));
    CHECK(turned_to(upright, {100, 200}, false).degrees == doctest::Approx(180));
    CHECK(turned_to(upright, {0, 80}, false).degrees == doctest::Approx(-90));
    CHECK(turned_to(upright, {130, 20}, true).degrees == 30);
    CHECK(turned_to(upright, upright.centre, false) == upright);
    check_close(turning_handle(standing, 26), {100 + 10 + 26, 80});
}

TEST_CASE("angles stay between -180 and 180") {
    CHECK(turned_by({{0, 0}, 1, 1, 179.5}, 1).degrees == doctest::Approx(-179.5));
    CHECK(normal_degrees(-180) == 180);
    CHECK(normal_degrees(360) == 0);
    CHECK(normal_degrees(-725) == doctest::Approx(-5));
}
