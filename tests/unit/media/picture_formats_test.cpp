#include <doctest/doctest.h>

#include <cstdlib>

#include "engine/media/image.h"
#include "engine/media/image_header.h"
#include "engine/media/image_rows.h"
#include "tests/support/encoded_pictures.h"
#include "tests/support/shared_data.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

constexpr int width = 48, height = 32;

// Four flat fields, so that lossy files keep their colours in the middle of each.
Color fields(int x, int y) {
    if (y < height / 2) return x < width / 2 ? Color{230, 30, 30} : Color{30, 200, 40};
    return x < width / 2 ? Color{40, 60, 220} : Color{250, 250, 250};
}
Color grey_fields(int x, int y) {
    const std::uint8_t value = fields(x, y)[0];
    return {value, value, value};
}

void check_fields(const Result<Image>& image, const Painter& paint, int tolerance) {
    REQUIRE(image.has_value());
    REQUIRE(image->width == width);
    REQUIRE(image->height == height);
    for (const auto& [x, y] : {std::pair{12, 8}, {36, 8}, {12, 24}, {36, 24}}) {
        const auto at = static_cast<std::size_t>(y * width + x) * 4;
        const Color wanted = paint(x, y);
        for (std::size_t channel = 0; channel < 3; ++channel)
            CHECK(std::abs(image->rgba[at + channel] - wanted[channel]) <= tolerance);
        CHECK(image->rgba[at + 3] == 255);
    }
}

} // namespace

TEST_CASE("formats: PNG with 8 and 16 bits, in colour and grey, interlaced or not, shows the same colours") {
    for (const int bits : {8, 16})
        for (const bool interlaced : {false, true}) {
            CAPTURE(bits);
            CAPTURE(interlaced);
            const PngLook colour{.bits = bits, .interlaced = interlaced};
            check_fields(decode_image(png_bytes(width, height, fields, colour), "a.png"), fields, 0);
            const PngLook grey{.bits = bits, .grey = true, .interlaced = interlaced};
            check_fields(decode_image(png_bytes(width, height, grey_fields, grey), "a.png"), grey_fields, 0);
        }
}

TEST_CASE("formats: JPEG baseline and progressive, in colour, grey and CMYK, shows the same colours") {
    for (const bool progressive : {false, true}) {
        CAPTURE(progressive);
        check_fields(decode_image(jpeg_bytes(width, height, fields, {.progressive = progressive}), "a.jpg"), fields, 8);
        check_fields(
            decode_image(jpeg_bytes(width, height, fields, {.progressive = progressive, .cmyk = true}), "a.jpg"),
            fields, 8);
        check_fields(
            decode_image(jpeg_bytes(width, height, grey_fields, {.progressive = progressive, .grey = true}), "a.jpg"),
            grey_fields, 8);
    }
}

TEST_CASE("formats: a JPEG that is cut short is a named error and no grey ground") {
    for (const bool progressive : {false, true}) {
        const std::string whole = jpeg_bytes(200, 150, fields, {.progressive = progressive});
        for (std::size_t size = 0; size + 200 < whole.size(); size += 37) {
            const auto image = decode_image(whole.substr(0, size), "m/a.jpg");
            // A progressive picture that ends between two of its scans is whole, only coarser.
            if (progressive && image.has_value()) continue;
            REQUIRE_MESSAGE(!image.has_value(), size);
            CHECK(image.error().code == "error.image_unreadable");
            CHECK(image.error().where == "m/a.jpg");
        }
    }
}

TEST_CASE("formats: a file with any byte changed is decoded or refused, never more") {
    for (const std::string& whole : {jpeg_bytes(40, 30, fields, {.progressive = true}), jpeg_bytes(40, 30, fields),
                                     png_bytes(40, 30, fields, PngLook{.bits = 16, .interlaced = true})})
        for (std::size_t at = 0; at < whole.size(); at += 3) {
            std::string changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ 0x5A);
            if (const auto image = decode_image(changed, "a")) CHECK(image->rgba.size() % 4 == 0);
        }
}

TEST_CASE("formats: reading stops when nobody wants it any more") {
    for (const std::string& bytes : {jpeg_bytes(64, 400, fields), png_bytes(64, 400, fields)}) {
        int rows = 0;
        const RowSink sink{.width = 64,
                           .height = 400,
                           .take = [&](int, const std::uint8_t*) { ++rows; },
                           .go_on = [&](double) { return rows < 20; }};
        const auto read = read_image_rows(bytes, "a", sink);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code == "error.reading_stopped");
        CHECK(rows < 100);
    }
}

TEST_CASE("formats: a file whose two size fields disagree is refused before a row is taken") {
    int rows = 0;
    const RowSink sink{.width = 10,
                       .height = 10,
                       .take = [&](int, const std::uint8_t*) { ++rows; },
                       .go_on = [](double) { return true; }};
    CHECK_FALSE(read_image_rows(jpeg_bytes(64, 40, fields), "a", sink).has_value());
    CHECK_FALSE(read_image_rows(png_bytes(64, 40, fields), "a", sink).has_value());
    CHECK(rows == 0);
}

TEST_CASE("formats: real pictures of other programs are read") {
    for (const char* file : {"formats/coco/shapes_eval/img_1.jpg", "formats/coco/shapes_eval/img_2.jpg"}) {
        const auto bytes = shared_file(file);
        if (!bytes) continue;
        const auto image = decode_image(*bytes, file);
        REQUIRE(image.has_value());
        CHECK(image->width > 0);
    }
}
