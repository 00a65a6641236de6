#include <doctest/doctest.h>

#include <array>

#include "engine/media/image.h"
#include "engine/media/image_header.h"
#include "engine/media/jpeg_tables.h"
#include "tests/support/shared_data.h"
#include "tests/support/tiny_media.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

// A picture whose pixels carry their own number in the red channel.
Image numbered(int width, int height) {
    Image image{width, height, {}};
    for (int i = 0; i < width * height; ++i)
        for (const int value : {i, 7, 9, 255}) image.rgba.push_back(static_cast<std::uint8_t>(value));
    return image;
}

std::vector<int> reds(const Image& image) {
    std::vector<int> result;
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) result.push_back(image.rgba[i]);
    return result;
}

// The mean brightness of the middle of one side, to see where a picture is dark.
int red_at(const Image& image, double x_share, double y_share) {
    const auto x = static_cast<std::size_t>(x_share * (image.width - 1));
    const auto y = static_cast<std::size_t>(y_share * (image.height - 1));
    return image.rgba[(y * static_cast<std::size_t>(image.width) + x) * 4];
}

} // namespace

TEST_CASE("oriented: each EXIF value puts every pixel where the standard says") {
    // Stored: 0 1 2 / 3 4 5. Read as: what each value shows after turning.
    const std::array<std::vector<int>, 9> shown{{{0, 1, 2, 3, 4, 5}, // 0 counts as 1
                                                 {0, 1, 2, 3, 4, 5},
                                                 {2, 1, 0, 5, 4, 3},
                                                 {5, 4, 3, 2, 1, 0},
                                                 {3, 4, 5, 0, 1, 2},
                                                 {0, 3, 1, 4, 2, 5},
                                                 {3, 0, 4, 1, 5, 2},
                                                 {5, 2, 4, 1, 3, 0},
                                                 {2, 5, 1, 4, 0, 3}}};
    for (int orientation = 0; orientation <= 8; ++orientation) {
        CAPTURE(orientation);
        const Image image = oriented(numbered(3, 2), orientation);
        CHECK(reds(image) == shown[static_cast<std::size_t>(orientation)]);
        CHECK(image.width == (orientation >= 5 ? 2 : 3));
        CHECK(image.height == (orientation >= 5 ? 3 : 2));
    }
}

TEST_CASE("encode_png: decoding gives every pixel back, transparent ones too") {
    Image image = numbered(5, 4);
    image.rgba[3] = 0;
    image.rgba[7] = 100;
    const auto png = encode_png(image);
    REQUIRE(png.has_value());
    const auto again = decode_image(*png, "a.png");
    REQUIRE(again.has_value());
    CHECK(again->width == 5);
    CHECK(again->height == 4);
    CHECK(again->rgba == image.rgba);
    CHECK_FALSE(encode_png(Image{}).has_value());
}

TEST_CASE("probe_image: the size comes from the header alone, and 120 megapixels are the limit") {
    const auto fits = probe_image(png_header_bytes(10'000, 10'000), "a.png");
    REQUIRE(fits.has_value());
    CHECK(fits->width() == 10'000);
    CHECK(fits->channels == 4);
    const auto over = probe_image(png_header_bytes(10'000, 12'001), "media/a.png");
    REQUIRE_FALSE(over.has_value());
    CHECK(over.error().code == "error.image_too_large");
    CHECK(over.error().where == "media/a.png");
    CHECK(decode_image(png_header_bytes(15'000, 15'000), "a.png").error().code == "error.image_too_large");
}

TEST_CASE("probe_image: what is no picture, and a picture cut short, are named errors") {
    for (const std::string bytes : {"", "x", "not a picture at all", "\x89PNG\r\n\x1a\n", "GIF89a\1\0\1\0"})
        CHECK(probe_image(bytes, "a.png").error().code == "error.image_unreadable");
    const std::string png = png_bytes(40, 30);
    for (std::size_t size = 0; size < png.size() - 12; size += 7) // the last chunk only says "end"
        CHECK_MESSAGE(!decode_image(png.substr(0, size), "a.png").has_value(), size);
    CHECK(decode_image(png.substr(0, 60), "m/a.png").error().where == "m/a.png");
}

TEST_CASE("probe_image: a JPEG whose Huffman table claims too many codes never reaches the decoder") {
    // Wrong result before: stb_image wrote behind its arrays.
    const std::string start("\xFF\xD8\xFF\xE0\x00\x04\xFF\xC4", 8); // the last two are payload, no table
    const std::string sound = std::string("\xFF\xC4\x00\x14\x00\x01", 6) + std::string(15, '\0') + "\x05";
    const std::string flood = std::string("\xFF\xC4\x10\x03\x00", 5) + std::string(16, '\x20') + std::string(512, 'x');
    const std::string scan("\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00\x12\xFF\x00\x34", 14);
    CHECK(has_sound_huffman_tables(start + sound + scan));
    CHECK(has_sound_huffman_tables(start + sound + scan + sound));
    CHECK_FALSE(has_sound_huffman_tables(start + flood + scan));
    CHECK_FALSE(has_sound_huffman_tables(start + sound + flood));
    CHECK_FALSE(has_sound_huffman_tables(start + sound + scan + flood));
    const auto header = probe_image(start + flood + scan, "a.jpg");
    REQUIRE_FALSE(header.has_value());
    CHECK(header.error().args.at(0).second == "bad Huffman table");
    for (std::size_t size = 0; size < start.size() + flood.size(); ++size)
        static_cast<void>(has_sound_huffman_tables((start + flood).substr(0, size)));
}

TEST_CASE("exif_orientation: both byte orders; zero, nine and garbage count as upright") {
    for (int orientation = 1; orientation <= 8; ++orientation) {
        CHECK(exif_orientation(exif_bytes(orientation, false)) == orientation);
        CHECK(exif_orientation(exif_bytes(orientation, true)) == orientation);
    }
    CHECK(exif_orientation(exif_bytes(0, false)) == 1);
    CHECK(exif_orientation(exif_bytes(9, true)) == 1);
    CHECK(exif_orientation("") == 1);
    CHECK(exif_orientation(png_bytes(2, 2)) == 1);
    const std::string exif = exif_bytes(6, true);
    for (std::size_t size = 0; size < exif.size(); ++size) {
        const int orientation = exif_orientation(exif.substr(0, size));
        CHECK((orientation == 1 || orientation == 6));
    }
}

TEST_CASE("real photos: every orientation shows the same upright picture") {
    struct Row {
        const char* file;
        int stored_width, stored_height, orientation;
    };
    const std::array<Row, 5> rows{{{"Landscape_0.jpg", 1800, 1200, 1},
                                   {"Landscape_1.jpg", 1800, 1200, 1},
                                   {"Landscape_3.jpg", 1800, 1200, 3},
                                   {"Landscape_5.jpg", 1200, 1800, 5},
                                   {"Landscape_6.jpg", 1200, 1800, 6}}};
    const auto upright_bytes = shared_file("formats/exif/orientation/Landscape_1.jpg");
    if (!upright_bytes) return;
    const auto upright = decode_image(*upright_bytes, "upright");
    REQUIRE(upright.has_value());
    for (const Row& row : rows) {
        CAPTURE(row.file);
        const auto bytes = shared_file(std::string("formats/exif/orientation/") + row.file);
        if (!bytes) continue;
        const auto header = probe_image(*bytes, row.file);
        REQUIRE(header.has_value());
        CHECK(header->stored_width == row.stored_width);
        CHECK(header->stored_height == row.stored_height);
        CHECK(header->orientation == row.orientation);
        CHECK(header->width() == 1800);
        const auto image = decode_image(*bytes, row.file);
        REQUIRE(image.has_value());
        REQUIRE(image->width == 1800);
        REQUIRE(image->height == 1200);
        for (const auto& [x, y] : {std::pair{0.02, 0.5}, {0.98, 0.5}, {0.5, 0.03}, {0.5, 0.97}, {0.25, 0.25}})
            CHECK(red_at(*image, x, y) == doctest::Approx(red_at(*upright, x, y)).epsilon(0.15));
    }
}

TEST_CASE("real photos: a grey picture turned left is shown upright; TIFF is refused by name") {
    if (const auto bytes = shared_file("formats/exif/cvat/left.jpg")) {
        const auto image = decode_image(*bytes, "left.jpg");
        REQUIRE(image.has_value());
        CHECK(image->width == 480);
        CHECK(image->height == 640);
    }
    if (const auto bytes = shared_file("formats/exif/cvat/tif_left.tif"))
        CHECK(probe_image(*bytes, "tif_left.tif").error().code == "error.image_unreadable");
}
