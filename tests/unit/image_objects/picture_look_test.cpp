#include <doctest/doctest.h>

#include <cmath>

#include "tasks/types/image_objects/picture_look.h"

using namespace biaokao;
using namespace biaokao::image_objects;

TEST_CASE("tone: without adjustment every value stays what it is") {
    const ToneTable table = tone_table({});
    for (std::size_t i = 0; i < table.size(); ++i) CHECK(table[i] == i);
}

TEST_CASE("tone: brightness shifts, contrast turns around the middle, gamma keeps both ends") {
    CHECK(int{tone_table({.brightness = 0.5})[0]} == 128);
    CHECK(int{tone_table({.brightness = 1})[0]} == 255);
    CHECK(int{tone_table({.brightness = -1})[255]} == 0);
    const ToneTable flat = tone_table({.contrast = -1});
    CHECK(int{flat[0]} == 128);
    CHECK(int{flat[255]} == 128);
    const ToneTable hard = tone_table({.contrast = 1});
    CHECK(int{hard[90]} == 0);
    CHECK(int{hard[165]} == 255);
    const ToneTable lighter = tone_table({.gamma = 2});
    CHECK(int{lighter[0]} == 0);
    CHECK(int{lighter[255]} == 255);
    CHECK(int{lighter[64]} > 120);
}

TEST_CASE("tone: tables never fall where the contrast is not negative, whatever the numbers") {
    for (const double gamma : {0.2, 1.0, 5.0, 0.0, -3.0, 1e300})
        for (const double contrast : {0.0, 0.4, 1.0})
            for (const double brightness : {-1.0, 0.0, 1.0}) {
                const ToneTable table = tone_table({brightness, contrast, gamma});
                for (std::size_t i = 1; i < table.size(); ++i) CHECK(table[i] >= table[i - 1]);
            }
}

TEST_CASE("look: a new version of the tone only where something changed") {
    PictureLook look;
    set_adjust(look, {});
    CHECK(look.tone.version == 0);
    set_adjust(look, {.brightness = 0.2});
    set_adjust(look, {.brightness = 0.2});
    CHECK(look.tone.version == 1);
    CHECK(look.tone.table == tone_table({.brightness = 0.2}));
    set_adjust(look, {});
    CHECK(look.tone.version == 2);
}

TEST_CASE("grid: 30 pixels, doubled until the lines stand apart") {
    CHECK(grid_step(1, 12) == 30);
    CHECK(grid_step(64, 12) == 30);
    CHECK(grid_step(0.4, 12) == 30);
    CHECK(grid_step(0.3, 12) == 60);
    CHECK(grid_step(0.02, 12) == 960);
    CHECK(std::isfinite(grid_step(0, 12)));
}
