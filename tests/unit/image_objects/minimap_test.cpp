#include <doctest/doctest.h>

#include "tasks/types/image_objects/minimap.h"

using namespace biaokao;
using namespace biaokao::image_objects;

namespace {

ImageZoom seen_at(double zoom, Vec2 center) {
    return {.canvas_in_screen = {100, 50, 600, 400}, .center_in_image = center, .zoom = zoom};
}

} // namespace

TEST_CASE("minimap: it is there from 200 % on, while a part of the picture is out of sight") {
    CHECK_FALSE(minimap_place(seen_at(1.9, {320, 240}), {640, 480}, 180, 10));
    CHECK(minimap_place(seen_at(2, {320, 240}), {640, 480}, 180, 10));
    CHECK_FALSE(minimap_place(seen_at(4, {20, 20}), {40, 40}, 180, 10)); // all of it is seen
    CHECK_FALSE(minimap_place(seen_at(4, {0, 0}), {0, 0}, 180, 10));
}

TEST_CASE("minimap: it keeps the shape of the picture and stands in the lower right corner") {
    const auto place = minimap_place(seen_at(3, {320, 240}), {640, 480}, 120, 10);
    REQUIRE(place);
    CHECK(place->width == doctest::Approx(120));
    CHECK(place->height == doctest::Approx(90));
    CHECK(place->right() == doctest::Approx(690));
    CHECK(place->bottom() == doctest::Approx(440));
    // Never more than a third of a small canvas; a line of pixels is still something one can hit.
    CHECK(minimap_place(seen_at(3, {320, 240}), {640, 480}, 1000, 10)->height <= 400.0 / 3);
    CHECK(minimap_place(seen_at(3, {5000, 1}), {10'000, 3}, 180, 10)->height >= 8);
}

TEST_CASE("minimap: frame and click mean the same place, at every border") {
    const Vec2 size{640, 480};
    for (const Vec2 center : {Vec2{320, 240}, {0, 0}, {640, 480}, {100, 400}}) {
        const ImageZoom view = seen_at(4, center);
        const Box place = *minimap_place(view, size, 160, 10);
        const Box frame = minimap_frame(view, size, place);
        CHECK(frame.x >= place.x);
        CHECK(frame.right() <= place.right() + 1e-9);
        const Vec2 point{place.x + center.x / 4, place.y + center.y / 4};
        const Vec2 meant = image_from_minimap(point, size, place);
        CHECK(meant.x == doctest::Approx(center.x));
        CHECK(meant.y == doctest::Approx(center.y));
    }
    const Box place{0, 0, 160, 120};
    CHECK(image_from_minimap({-50, 500}, size, place) == Vec2{0, 480});
}
