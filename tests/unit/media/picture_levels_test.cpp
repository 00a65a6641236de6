#include <doctest/doctest.h>

#include <cstdlib>
#include <numeric>

#include "engine/media/picture_levels.h"
#include "tests/support/encoded_pictures.h"
#include "tests/support/shared_data.h"
#include "tests/support/tiny_media.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

ToneTable as_stored() {
    ToneTable table;
    std::iota(table.begin(), table.end(), std::uint8_t{0});
    return table;
}

// Every pixel tells where it is: red and green count columns and rows.
Color place_of(int x, int y) {
    return {static_cast<std::uint8_t>(x % 251), static_cast<std::uint8_t>(y % 241),
            static_cast<std::uint8_t>(x / 251 + 16 * (y / 241))};
}

} // namespace

TEST_CASE("levels: the tiles of the original cover every pixel once and change none") {
    ReadWatch watch;
    const auto picture = decode_levels(png_bytes(1500, 1100, place_of, {.compression = 1}), "a.png", watch);
    REQUIRE(picture.has_value());
    CHECK(watch.percent == 100);
    CHECK(whole_reduction(1500, 1100) == 2);
    int area = 0;
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < 2; ++column) {
            const Image tile = read_tile(*picture, 1, column, row, as_stored());
            area += tile.width * tile.height;
            for (const auto& [x, y] : {std::pair{0, 0}, {tile.width - 1, tile.height - 1}, {tile.width / 2, 3}}) {
                const auto at = static_cast<std::size_t>(y * tile.width + x) * 4;
                const Color wanted = place_of(column * picture_tile_px + x, row * picture_tile_px + y);
                CHECK(tile.rgba[at] == wanted[0]);
                CHECK(tile.rgba[at + 1] == wanted[1]);
                CHECK(tile.rgba[at + 2] == wanted[2]);
            }
        }
    CHECK(area == 1500 * 1100);
}

TEST_CASE("levels: a reduced tile holds means, and the last pixels stand for what is left at the border") {
    const Painter stripes = [](int x, int) { return x % 2 == 0 ? Color{0, 100, 200} : Color{200, 100, 0}; };
    ReadWatch watch;
    const auto picture = decode_levels(png_bytes(2051, 9, stripes, {.compression = 1}), "a.png", watch);
    REQUIRE(picture.has_value());
    CHECK(whole_reduction(2051, 9) == 4);
    for (const int reduction : {2, 4}) {
        CAPTURE(reduction);
        const Image tile = read_tile(*picture, reduction, 0, 0, as_stored());
        CHECK(tile.width == std::min(1024, (2051 + reduction - 1) / reduction));
        CHECK(tile.height == (9 + reduction - 1) / reduction);
        CHECK(int{tile.rgba[0]} == 100);
        CHECK(int{tile.rgba[1]} == 100);
        CHECK(int{tile.rgba[2]} == 100);
    }
    // Column 2050 alone makes the last pixel of the copy by two.
    const Image last = read_tile(*picture, 2, 1, 0, as_stored());
    CHECK(last.width == 2);
    CHECK(int{last.rgba[4]} == 0);
    CHECK(int{last.rgba[6]} == 200);
}

TEST_CASE("levels: tiles show what the tone table makes of each value") {
    ToneTable inverted;
    for (std::size_t i = 0; i < inverted.size(); ++i) inverted[i] = static_cast<std::uint8_t>(255 - i);
    ReadWatch watch;
    const auto picture = decode_levels(png_bytes(40, 30, place_of), "a.png", watch);
    REQUIRE(picture.has_value());
    const Image tile = read_tile(*picture, 1, 0, 0, inverted);
    CHECK(tile.rgba[4 * 7] == 255 - 7);
    CHECK(tile.rgba[4 * 7 + 3] == 255);
}

TEST_CASE("levels: what is transparent lies on white") {
    Image image{2, 1, {10, 20, 30, 0, 0, 0, 0, 128}};
    ReadWatch watch;
    const auto picture = decode_levels(encode_png(image).value(), "a.png", watch);
    REQUIRE(picture.has_value());
    const std::uint8_t* rgb = picture->levels[0].rgb.get();
    CHECK(int{rgb[0]} == 255);
    CHECK(int{rgb[3]} == 127);
}

TEST_CASE("levels: a reading that is stopped says so, and a broken file is named") {
    ReadWatch watch;
    watch.stop = true;
    const std::string bytes = png_bytes(40, 30, place_of);
    CHECK(decode_levels(bytes, "a.png", watch).error().code == "error.reading_stopped");
    watch.stop = false;
    const auto broken = decode_levels(bytes.substr(0, 60), "m/a.png", watch);
    CHECK(broken.error().code == "error.image_unreadable");
    CHECK(broken.error().where == "m/a.png");
}

TEST_CASE("levels: what decoding will take is known from the header") {
    ImageHeader header{.stored_width = 10'000, .stored_height = 10'000};
    CHECK(bytes_of_levels(header) == 300'000'000u + 18'750'000u + 1'171'875u);
    header = {.stored_width = 1000, .stored_height = 10};
    CHECK(bytes_of_levels(header) == 30'000u);
}

TEST_CASE("levels: every orientation of a real photo stands upright") {
    const auto decoded = [](const std::string& name) -> std::optional<PictureLevels> {
        const auto bytes = shared_file("formats/exif/orientation/" + name);
        if (!bytes) return std::nullopt;
        ReadWatch watch;
        return std::move(*decode_levels(*bytes, name, watch));
    };
    const auto upright = decoded("Landscape_1.jpg");
    if (!upright) return;
    for (const char* name : {"Landscape_0.jpg", "Landscape_3.jpg", "Landscape_5.jpg", "Landscape_6.jpg"}) {
        CAPTURE(name);
        const auto turned = decoded(name);
        if (!turned) continue;
        REQUIRE(turned->width == 1800);
        REQUIRE(turned->height == 1200);
        const Image a = read_tile(*upright, 2, 0, 0, as_stored()), b = read_tile(*turned, 2, 0, 0, as_stored());
        REQUIRE(a.rgba.size() == b.rgba.size());
        double difference = 0;
        for (std::size_t i = 0; i < a.rgba.size(); ++i) difference += std::abs(a.rgba[i] - b.rgba[i]);
        CHECK(difference / static_cast<double>(a.rgba.size()) < 4); // JPEG was written anew
    }
}
