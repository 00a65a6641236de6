#include "tasks/types/image_objects/image_zoom.h"

#include <doctest/doctest.h>

using namespace biaokao;
using namespace biaokao::image_objects;

namespace {

ImageZoom fitted_view() {
    ImageZoom view;
    view.canvas_in_screen = {100, 50, 800, 600};
    view.fit({1600, 1200});
    return view;
}

} // namespace

TEST_CASE("image zoom: fit shows the whole picture in the middle of the canvas") {
    const ImageZoom view = fitted_view();
    const Box picture = view.screen_from_image(Box{0, 0, 1600, 1200});
    CHECK(picture.x > 100);
    CHECK(picture.right() < 900);
    CHECK(picture.y > 50);
    CHECK(picture.bottom() < 650);
    CHECK(picture.x + picture.width / 2 == doctest::Approx(500));
    CHECK(picture.y + picture.height / 2 == doctest::Approx(350));
}

TEST_CASE("image zoom: screen and image points are inverse to each other") {
    ImageZoom view = fitted_view();
    view.set_zoom_at(13.37, {300, 200});
    const Vec2 point = view.image_from_screen({123.5, 456.25});
    const Vec2 back = view.screen_from_image(point);
    CHECK(back.x == doctest::Approx(123.5));
    CHECK(back.y == doctest::Approx(456.25));
}

TEST_CASE("image zoom: the pixel under the pointer stays, from 2 % to 6,400 %") {
    ImageZoom view = fitted_view();
    const Vec2 pointer{250, 520}, before = view.image_from_screen(pointer);
    for (int step = 0; step < 200; ++step) view.set_zoom_at(view.zoom * zoom_step, pointer);
    CHECK(view.zoom == 64.0);
    CHECK(view.image_from_screen(pointer).x == doctest::Approx(before.x));
    CHECK(view.image_from_screen(pointer).y == doctest::Approx(before.y));
    for (int step = 0; step < 200; ++step) view.set_zoom_at(view.zoom / zoom_step, pointer);
    CHECK(view.zoom == 0.02);
    CHECK(view.image_from_screen(pointer).x == doctest::Approx(before.x));
}

TEST_CASE("image zoom: panning follows the hand and never loses the picture") {
    ImageZoom view = fitted_view();
    view.set_zoom_at(2, {500, 350});
    const Vec2 held = view.image_from_screen({500, 350});
    view.pan({30, -20});
    CHECK(view.screen_from_image(held).x == doctest::Approx(530));
    CHECK(view.screen_from_image(held).y == doctest::Approx(330));
    view.pan({-100000, 100000});
    view.keep_on_picture({1600, 1200});
    CHECK(view.center_in_image == Vec2{1600, 0});
}

TEST_CASE("image zoom: revealing a point scrolls it inside the canvas, and not at all where it is seen") {
    ImageZoom view = fitted_view();
    const Vec2 middle = view.center_in_image;
    view.reveal({800, 600}, 40);
    CHECK(view.center_in_image == middle);
    view.set_zoom_at(8, {500, 350});
    view.reveal({5, 5}, 40);
    const Vec2 seen = view.screen_from_image(Vec2{5, 5});
    CHECK(seen.x == doctest::Approx(140));
    CHECK(seen.y == doctest::Approx(90));
}

TEST_CASE("image zoom: a box is shown with the share asked for, but never above 400 %") {
    ImageZoom view = fitted_view();
    view.fit_box({400, 300, 400, 300}, 0.5);
    CHECK(view.screen_from_image(Box{400, 300, 400, 300}).width == doctest::Approx(400));
    view.fit_box({400, 300, 4, 3}, 0.5);
    CHECK(view.zoom == 4.0);
}
