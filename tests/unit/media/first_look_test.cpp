#include <doctest/doctest.h>

#include <cmath>

#include "engine/media/picture_levels.h"
#include "tests/support/encoded_pictures.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

// 4,200 pixels are reduced by 8: 525.
constexpr int wide = 4200, reduced = 525, low = 64;

Color ground(int x, int y) { return {static_cast<std::uint8_t>(x / 20), static_cast<std::uint8_t>(y * 3), 80}; }

std::vector<std::uint8_t> row_of(int y, int width) {
    std::vector<std::uint8_t> row;
    for (int x = 0; x < width; ++x) {
        const Color color = ground(x, y);
        row.insert(row.end(), {color[0], color[1], color[2], 255});
    }
    return row;
}

void check_color(const Image& picture, int x, int y, Color wanted, int tolerance) {
    CAPTURE(x);
    CAPTURE(y);
    const auto place =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 4;
    for (std::size_t channel = 0; channel < 3; ++channel)
        CHECK(std::abs(picture.rgba[place + channel] - wanted[channel]) <= tolerance);
    CHECK(picture.rgba[place + 3] == 255);
}

} // namespace

TEST_CASE("first look: a picture that is read in a moment needs none") {
    FirstLook look;
    look.begin({.stored_width = 4000, .stored_height = 3000, .channels = 3, .orientation = 1});
    CHECK_FALSE(look.wanted());
    look.take_row(0, 1, row_of(0, 4000).data());
    CHECK_FALSE(look.newer_than(0));
}

TEST_CASE("first look: rows come from the top, every eighth pixel of every eighth row; the rest is transparent") {
    FirstLook look;
    look.begin({.stored_width = wide, .stored_height = 200, .channels = 3, .orientation = 1});
    REQUIRE(look.wanted());
    CHECK_FALSE(look.newer_than(0));
    for (int y = 0; y < 100; ++y) look.take_row(y, 1, row_of(y, wide).data());
    const auto half = look.newer_than(0);
    REQUIRE(half);
    CHECK(half->width == wide);
    CHECK(half->height == 200);
    CHECK(half->rows == 13);
    REQUIRE(half->picture.width == reduced);
    REQUIRE(half->picture.height == 25);
    check_color(half->picture, 0, 0, ground(0, 0), 0);
    check_color(half->picture, 524, 12, ground(524 * 8, 96), 0);
    CHECK(half->picture.rgba[13 * reduced * 4 + 3] == 0); // below what came
    CHECK_FALSE(look.newer_than(half->rows));
    for (int y = 100; y < 200; ++y) look.take_row(y, 1, row_of(y, wide).data());
    CHECK(look.newer_than(half->rows)->rows == 25);
    CHECK_FALSE(look.newer_than(25));
}

TEST_CASE("first look: a picture that lies on its side is seen upright") {
    FirstLook look; // orientation 6: turned clockwise to be seen, so the first stored row is the right column
    look.begin({.stored_width = wide, .stored_height = low, .channels = 3, .orientation = 6});
    for (int y = 0; y < low; ++y) look.take_row(y, 1, row_of(y, wide).data());
    const auto seen = look.newer_than(0);
    REQUIRE(seen);
    CHECK(seen->width == low);
    CHECK(seen->height == wide);
    REQUIRE(seen->picture.width == 8);
    REQUIRE(seen->picture.height == reduced);
    check_color(seen->picture, 7, 0, ground(0, 0), 0);
    check_color(seen->picture, 7, 524, ground(524 * 8, 0), 0);
    check_color(seen->picture, 0, 0, ground(0, 56), 0);
}

TEST_CASE("first look: the first scan of a progressive JPEG shows all of it; decoding it afterwards changes nothing") {
    ReadWatch watch;
    const auto levels = decode_levels(jpeg_bytes(wide, low, ground, {.progressive = true}), "wide.jpg", watch);
    REQUIRE(levels);
    const auto seen = watch.first_look.newer_than(0);
    REQUIRE(seen);
    CHECK(seen->rows == low / 8);
    for (const int x : {0, 100, 300, 520})
        for (const int y : {1, 4, 7}) check_color(seen->picture, x, y, ground(x * 8 + 4, y * 8 + 4), 12);
}

TEST_CASE("first look: a progressive JPEG that is cut short shows what there is, and reading it whole is an error") {
    ReadWatch watch;
    const std::string bytes = jpeg_bytes(wide, low, ground, {.progressive = true});
    const auto levels = decode_levels(std::string_view(bytes).substr(0, bytes.size() / 8), "cut.jpg", watch);
    REQUIRE_FALSE(levels);
    CHECK(levels.error().code == "error.image_unreadable");
}
