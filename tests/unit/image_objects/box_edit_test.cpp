#include "tasks/types/image_objects/box_edit.h"

#include <doctest/doctest.h>

using namespace biaokao;
using namespace biaokao::image_objects;

namespace {

constexpr Vec2 picture{200, 100};
constexpr Box start{50, 40, 60, 20}; // 50…110, 40…60

} // namespace

TEST_CASE("a side pulled across the opposite one swaps the two") {
    CHECK(resized(start, {-1, 0}, {130, 0}, false, picture) == Box{110, 40, 20, 20});
    CHECK(resized(start, {+1, 0}, {20, 0}, false, picture) == Box{20, 40, 30, 20});
    CHECK(resized(start, {0, +1}, {0, 10}, false, picture) == Box{50, 10, 60, 30});
    CHECK(resized(start, {-1, -1}, {150, 90}, false, picture) == Box{110, 60, 40, 30});
}

TEST_CASE("a box that is resized keeps sides of at least one pixel, whichever way it is squeezed") {
    CHECK(resized(start, {-1, 0}, {109.8, 0}, false, picture) == Box{109, 40, 1, 20});
    CHECK(resized(start, {-1, 0}, {110.2, 0}, false, picture) == Box{110, 40, 1, 20});
    CHECK(resized(start, {+1, 0}, {50, 0}, false, picture) == Box{50, 40, 1, 20});
    // At the border there is room on one side only.
    CHECK(resized({0, 40, 60, 20}, {+1, 0}, {-30, 0}, false, picture) == Box{0, 40, 1, 20});
}

TEST_CASE("resizing stops at the border of the picture") {
    CHECK(resized(start, {+1, +1}, {500, 500}, false, picture) == Box{50, 40, 150, 60});
    CHECK(resized(start, {-1, -1}, {-5, -5}, false, picture) == Box{0, 0, 110, 60});
}

TEST_CASE("Shift makes squares that fit into the picture") {
    CHECK(drawn_box({50, 40}, {80, 45}, true, picture) == Box{50, 40, 30, 30});
    CHECK(drawn_box({50, 40}, {20, 45}, true, picture) == Box{20, 40, 30, 30});
    CHECK(drawn_box({50, 40}, {190, 45}, true, picture) == Box{50, 40, 60, 60});
    CHECK(resized(start, {+1, +1}, {90, 80}, true, picture) == Box{50, 40, 40, 40});
    CHECK(resized(start, {-1, 0}, {40, 0}, true, picture) == Box{40, 40, 70, 20}); // a side has no square
}

TEST_CASE("drawing clamps both corners to the picture") {
    CHECK(drawn_box({-20, 30}, {400, 400}, false, picture) == Box{0, 30, 200, 70});
}

TEST_CASE("a moved box keeps its size and stays in the picture") {
    CHECK(moved(start, {10, -5}, picture) == Box{60, 35, 60, 20});
    CHECK(moved(start, {1000, 1000}, picture) == Box{140, 80, 60, 20});
    CHECK(moved(start, {-1000, -1000}, picture) == Box{0, 0, 60, 20});
    CHECK(moved({0, 0, 300, 20}, {5, 5}, picture) == Box{0, 5, 300, 20}); // wider than the picture
}

TEST_CASE("typed numbers are brought into the picture") {
    CHECK(fitted({190, 95, 60, 20}, picture) == Box{140, 80, 60, 20});
    CHECK(fitted({10, 10, 0, 5000}, picture) == Box{10, 0, 1, 100});
}

TEST_CASE("handles: corners before edges, nothing in the middle") {
    CHECK(handle_at(start, {48, 38}, 10, 6) == Handle{-1, -1});
    CHECK(handle_at(start, {112, 63}, 10, 6) == Handle{+1, +1});
    CHECK(handle_at(start, {80, 36}, 10, 6) == Handle{0, -1});
    CHECK(handle_at(start, {114, 50}, 10, 6) == Handle{+1, 0});
    CHECK_FALSE(handle_at(start, {80, 50}, 10, 6).has_value());
    CHECK_FALSE(handle_at(start, {130, 50}, 10, 6).has_value());
}

TEST_CASE("handles: the middle of a tiny box can still be grabbed") {
    // With a reach of 10 the handles of a box of 8 × 8 would cover it wholly and it could not be moved.
    const Box tiny{50, 40, 8, 8};
    CHECK_FALSE(handle_at(tiny, {54, 44}, 10, 6).has_value());
    CHECK(handle_at(tiny, {51, 41}, 10, 6) == Handle{-1, -1});
    CHECK(handle_at(tiny, {62, 50}, 10, 6) == Handle{+1, +1});
}

TEST_CASE("stored boxes have hundredths, and a shared side stays shared") {
    CHECK(rounded({0.123, 0.126, 10.004, 10.001}) == Box{0.12, 0.13, 10.01, 10.0});
    const Box left = rounded({0, 0, 10.0049, 5}), right = rounded({10.0049, 0, 5.3, 5});
    CHECK(left.right() == right.x);
}
