#include "tests/support/encoded_pictures.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <jpeglib.h>
#include <png.h>

namespace biaokao::test {

std::string jpeg_bytes(int width, int height, const Painter& paint, const JpegLook& look) {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* memory = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &memory, &size);
    jpeg.image_width = static_cast<JDIMENSION>(width);
    jpeg.image_height = static_cast<JDIMENSION>(height);
    jpeg.input_components = look.grey ? 1 : look.cmyk ? 4 : 3;
    jpeg.in_color_space = look.grey ? JCS_GRAYSCALE : look.cmyk ? JCS_CMYK : JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, look.quality, TRUE);
    if (look.cmyk) jpeg.write_Adobe_marker = TRUE;
    if (look.progressive) jpeg_simple_progression(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    std::vector<std::uint8_t> row;
    for (int y = 0; y < height; ++y) {
        row.clear();
        for (int x = 0; x < width; ++x) {
            const Color color = paint(x, y);
            if (look.grey) row.push_back(color[0]);
            else row.insert(row.end(), color.begin(), color.end());
            if (look.cmyk) row.push_back(255); // no black; red, green and blue are the inverted inks
        }
        JSAMPROW pointer = row.data();
        jpeg_write_scanlines(&jpeg, &pointer, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    std::string bytes(reinterpret_cast<const char*>(memory), size);
    std::free(memory);
    return bytes;
}

std::string png_bytes(int width, int height, const Painter& paint, const PngLook& look) {
    std::string bytes;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    const auto append = [](png_structp writer, png_bytep data, std::size_t count) {
        static_cast<std::string*>(png_get_io_ptr(writer))->append(reinterpret_cast<const char*>(data), count);
    };
    png_set_write_fn(png, &bytes, append, [](png_structp) {});
    png_set_compression_level(png, look.compression);
    png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), look.bits,
                 look.grey ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB,
                 look.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    const int passes = png_set_interlace_handling(png);
    std::vector<std::uint8_t> row;
    for (int pass = 0; pass < passes; ++pass)
        for (int y = 0; y < height; ++y) {
            row.clear();
            for (int x = 0; x < width; ++x) {
                const Color color = paint(x, y);
                for (std::size_t channel = 0; channel < (look.grey ? 1u : 3u); ++channel)
                    row.insert(row.end(), look.bits == 16 ? 2 : 1, color[channel]);
            }
            png_write_row(png, row.data());
        }
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return bytes;
}

} // namespace biaokao::test
