// The only file that knows libpng.
#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <string>
#include <vector>

#include <png.h>

#include "engine/media/image_rows.h"

namespace biaokao {
namespace {

struct Reading {
    png_structp png = nullptr;
    png_infop info = nullptr;
    std::string_view rest; // of the file
    std::jmp_buf failed;
    char reason[200] = {};
    bool stopped = false;
    const RowSink* sink = nullptr;
    std::vector<std::uint8_t> rows; // one, or all of an interlaced picture

    ~Reading() { png_destroy_read_struct(&png, &info, nullptr); }
};

[[noreturn]] void fail_reading(png_structp png, png_const_charp words) {
    auto& reading = *static_cast<Reading*>(png_get_error_ptr(png));
    std::strncpy(reading.reason, words, sizeof reading.reason - 1);
    std::longjmp(reading.failed, 1);
}

void hear_warning(png_structp, png_const_charp) {}

void take_bytes(png_structp png, png_bytep to, std::size_t count) {
    auto& reading = *static_cast<Reading*>(png_get_io_ptr(png));
    if (count > reading.rest.size()) png_error(png, "the file is cut short");
    std::memcpy(to, reading.rest.data(), count);
    reading.rest.remove_prefix(count);
}

// Whatever the file holds (a palette, grey, 1 to 16 bits, a transparent colour) comes as 8 bits of RGBA.
int ask_for_rgba(const Reading& reading) {
    png_set_expand(reading.png);
    png_set_scale_16(reading.png);
    png_set_gray_to_rgb(reading.png);
    png_set_add_alpha(reading.png, 0xFF, PNG_FILLER_AFTER);
    const int passes = png_set_interlace_handling(reading.png);
    png_read_update_info(reading.png, reading.info);
    return passes;
}

void go_on(Reading& reading, double share) {
    if (reading.sink->go_on(share)) return;
    reading.stopped = true;
    std::longjmp(reading.failed, 1);
}

// Nothing in this frame has a destructor: an error of the library leaves it by longjmp.
bool read_rows(Reading& reading) {
    constexpr unsigned rows_between_questions = 16;
    if (setjmp(reading.failed) != 0) return false;
    png_set_read_fn(reading.png, &reading, take_bytes);
    png_read_info(reading.png, reading.info);
    const auto passes = static_cast<unsigned>(ask_for_rgba(reading));
    const auto height = static_cast<unsigned>(reading.sink->height);
    const std::size_t stride = static_cast<std::size_t>(reading.sink->width) * 4;
    if (png_get_rowbytes(reading.png, reading.info) != stride ||
        png_get_image_height(reading.png, reading.info) != height)
        png_error(reading.png, "two sizes");
    const bool interlaced = passes > 1;
    reading.rows.resize(interlaced ? stride * height : stride);
    for (unsigned pass = 0; pass < passes; ++pass)
        for (unsigned y = 0; y < height; ++y) {
            std::uint8_t* row = reading.rows.data() + (interlaced ? y * stride : 0);
            png_read_row(reading.png, row, nullptr);
            if (pass + 1 == passes) reading.sink->take(static_cast<int>(y), row);
            if (y % rows_between_questions == 0) go_on(reading, (pass + static_cast<double>(y) / height) / passes);
        }
    png_read_end(reading.png, nullptr);
    return true;
}

} // namespace

Result<void> read_png_rows(std::string_view bytes, std::string_view where, const RowSink& sink) {
    Reading reading;
    reading.rest = bytes;
    reading.sink = &sink;
    reading.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reading, fail_reading, hear_warning);
    if (reading.png != nullptr) reading.info = png_create_info_struct(reading.png);
    if (reading.info != nullptr && read_rows(reading)) return {};
    if (reading.stopped) return fail("error.reading_stopped", std::string(where));
    return fail("error.image_unreadable", std::string(where), {{"reason", reading.reason}});
}

} // namespace biaokao
