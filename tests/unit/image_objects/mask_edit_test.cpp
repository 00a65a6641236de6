#include "tasks/types/image_objects/mask_edit.h"

#include <array>

#include <doctest/doctest.h>

#include "tasks/types/image_objects/shape_edit.h"
#include "tasks/types/image_objects/shape_measure.h"

using namespace biaokao;
using namespace biaokao::image_objects;

namespace {

constexpr Vec2 picture{40, 30};

// Pixel by pixel, by the definition: a centre within the radius of the way.
MaskRuns painted_slowly(Vec2 from, Vec2 to, double diameter) {
    MaskRuns mask = clear_mask(picture);
    for (std::uint32_t x = 0; x < mask.width; ++x)
        for (std::uint32_t y = 0; y < mask.height; ++y) {
            if (distance_to_edge(from, to, {x + 0.5, y + 0.5}) > diameter / 2) continue;
            const std::uint32_t pixel = x * mask.height + y;
            if (!mask.runs.empty() && mask.runs.back().end == pixel) ++mask.runs.back().end;
            else mask.runs.push_back({pixel, pixel + 1});
        }
    return mask;
}

} // namespace

TEST_CASE("a stroke covers every pixel whose centre the brush meets, and no other") {
    const std::array ways{std::array<Vec2, 2>{{{10, 10}, {10, 10}}}, std::array<Vec2, 2>{{{5, 5}, {33, 24}}},
                          std::array<Vec2, 2>{{{30, 3}, {12, 27.3}}}, std::array<Vec2, 2>{{{-5, 15}, {60, 15}}},
                          std::array<Vec2, 2>{{{20, -9}, {20, 40}}}};
    for (const auto& [from, to] : ways)
        for (const double diameter : {3.0, 7.0, 20.0})
            CHECK(painted(clear_mask(picture), from, to, diameter, true) == painted_slowly(from, to, diameter));
}

TEST_CASE("the smallest brush still sets the pixel it stands on") {
    const MaskRuns dot = painted(clear_mask(picture), {10.05, 20.95}, {10.05, 20.95}, 1, true);
    CHECK(is_set(dot, {10.5, 20.5}));
    CHECK(area_of(dot) <= 4);
}

TEST_CASE("erasing what was painted leaves what was there before, in canonical runs") {
    const MaskRuns before = painted(clear_mask(picture), {8, 8}, {8, 8}, 10, true);
    const MaskRuns both = painted(before, {28, 20}, {32, 20}, 8, true);
    CHECK(area_of(both) > area_of(before));
    CHECK(painted(both, {28, 20}, {32, 20}, 8, false) == before);
    CHECK(painted(before, {0, 0}, {40, 30}, 200, false).runs.empty());
    for (std::size_t i = 0; i + 1 < both.runs.size(); ++i) CHECK(both.runs[i].end < both.runs[i + 1].start);
}

TEST_CASE("a polygon becomes the pixels whose centres lie in it") {
    const std::array<Vec2, 4> square{{{10, 5}, {20, 5}, {20, 15}, {10, 15}}};
    const MaskRuns mask = filled(clear_mask(picture), square, true);
    CHECK(area_of(mask) == 100);
    CHECK(mask_box(mask) == PixelBox{10, 5, 10, 10});
    CHECK(filled(mask, square, false).runs.empty());
}

TEST_CASE("a mask moves by whole pixels, and what leaves the picture is lost") {
    const std::array<Vec2, 4> square{{{10, 5}, {20, 5}, {20, 15}, {10, 15}}};
    const MaskRuns mask = filled(clear_mask(picture), square, true);
    CHECK(mask_box(moved(mask, {3.2, -2.6})) == PixelBox{13, 2, 10, 10});
    CHECK(mask_box(moved(mask, {-15, 20})) == PixelBox{0, 25, 5, 5});
    CHECK(moved(mask, {100, 0}).runs.empty());
    CHECK(mask_box(std::get<MaskRuns>(fitted(Shape(mask), {15, 60}))) == PixelBox{10, 5, 5, 10});
}

TEST_CASE("a picture with more pixels than a mask may have gets a mask that nothing can be painted into") {
    const MaskRuns none = clear_mask({100'000, 100'000});
    CHECK(painted(none, {5, 5}, {9, 9}, 10, true).runs.empty());
}
