// The only file that knows libjpeg.
#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <string>
#include <vector>

#include <jpeglib.h>

#include <jerror.h>

#include "engine/media/image_rows.h"

namespace biaokao {
namespace {

constexpr int most_scans = 200; // of a progressive picture; hostile ones have thousands, each over the whole picture

struct Reading {
    jpeg_decompress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg_progress_mgr progress{};
    std::jmp_buf failed;
    char reason[JMSG_LENGTH_MAX] = {};
    bool stopped = false;
    const RowSink* sink = nullptr;
    std::vector<std::uint8_t> row;

    ~Reading() { jpeg_destroy_decompress(&jpeg); }
};

Reading& reading_of(j_common_ptr jpeg) { return *static_cast<Reading*>(jpeg->client_data); }

[[noreturn]] void fail_reading(j_common_ptr jpeg) {
    Reading& reading = reading_of(jpeg);
    jpeg->err->format_message(jpeg, reading.reason);
    std::longjmp(reading.failed, 1);
}

// libjpeg fills what is missing with grey and only warns: a candidate would label grey ground.
void hear_warning(j_common_ptr jpeg, int level) {
    const int code = jpeg->err->msg_code;
    if (level < 0 && (code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE)) fail_reading(jpeg);
}

void watch_progress(j_common_ptr jpeg) {
    Reading& reading = reading_of(jpeg);
    if (reading.jpeg.input_scan_number > most_scans) {
        std::snprintf(reading.reason, sizeof reading.reason, "more than %d scans", most_scans);
        std::longjmp(reading.failed, 1);
    }
    const jpeg_progress_mgr& at = reading.progress;
    const double passes = std::max(at.total_passes, 1);
    const double pass = static_cast<double>(at.pass_counter) / static_cast<double>(std::max(at.pass_limit, 1L));
    if (reading.sink->go_on((at.completed_passes + pass) / passes)) return;
    reading.stopped = true;
    std::longjmp(reading.failed, 1);
}

bool is_expected_size(Reading& reading) {
    if (reading.jpeg.output_width == static_cast<unsigned>(reading.sink->width) &&
        reading.jpeg.output_height == static_cast<unsigned>(reading.sink->height))
        return true;
    std::snprintf(reading.reason, sizeof reading.reason, "two sizes");
    return false;
}

bool is_cmyk(const jpeg_decompress_struct& jpeg) {
    return jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK;
}

// Without a colour profile, as browsers and stb_image do. Adobe's programs store the inks inverted.
void rgba_from_cmyk(std::uint8_t* row, unsigned width, bool inverted) {
    for (std::uint8_t* at = row; width-- > 0; at += 4) {
        const unsigned black = inverted ? at[3] : 255u - at[3];
        for (int ink = 0; ink < 3; ++ink)
            at[ink] = static_cast<std::uint8_t>((inverted ? at[ink] : 255u - at[ink]) * black / 255);
        at[3] = 255;
    }
}

void begin_reading(Reading& reading, std::string_view bytes) {
    jpeg_create_decompress(&reading.jpeg);
    reading.jpeg.progress = &reading.progress;
    jpeg_mem_src(&reading.jpeg, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&reading.jpeg, TRUE);
}

void put_out_rows(Reading& reading) {
    jpeg_decompress_struct& jpeg = reading.jpeg;
    reading.row.resize(static_cast<std::size_t>(jpeg.output_width) * 4);
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW row = reading.row.data();
        const auto y = static_cast<int>(jpeg.output_scanline);
        jpeg_read_scanlines(&jpeg, &row, 1);
        if (is_cmyk(jpeg)) rgba_from_cmyk(row, jpeg.output_width, jpeg.saw_Adobe_marker != 0);
        reading.sink->take(y, row);
    }
}

// Nothing in this frame, nor in those that it calls, has a destructor: an error of the library leaves it by longjmp.
bool read_rows(Reading& reading, std::string_view bytes) {
    jpeg_decompress_struct& jpeg = reading.jpeg;
    if (setjmp(reading.failed) != 0) return false;
    begin_reading(reading, bytes);
    jpeg.out_color_space = is_cmyk(jpeg) ? JCS_CMYK : JCS_EXT_RGBA;
    jpeg_start_decompress(&jpeg);
    if (!is_expected_size(reading)) return false;
    put_out_rows(reading);
    return true;
}

// As read_rows. The scans are read one by one: what the first holds is put out, and the rest never read.
bool read_scan(Reading& reading, std::string_view bytes) {
    jpeg_decompress_struct& jpeg = reading.jpeg;
    if (setjmp(reading.failed) != 0) return false;
    begin_reading(reading, bytes);
    if (jpeg.progressive_mode == FALSE || is_cmyk(jpeg)) return false;
    jpeg.out_color_space = JCS_EXT_RGBA;
    jpeg.buffered_image = TRUE;
    jpeg.do_block_smoothing = FALSE;
    jpeg.scale_num = 1;
    jpeg.scale_denom = first_scan_scale;
    jpeg_start_decompress(&jpeg);
    jpeg_start_output(&jpeg, 1);
    if (!is_expected_size(reading)) return false;
    put_out_rows(reading);
    return true;
}

void prepare(Reading& reading, const RowSink& sink) {
    reading.sink = &sink;
    reading.jpeg.err = jpeg_std_error(&reading.errors);
    reading.jpeg.client_data = &reading;
    reading.errors.error_exit = fail_reading;
    reading.errors.emit_message = hear_warning;
    reading.errors.output_message = [](j_common_ptr) {};
    reading.progress.progress_monitor = watch_progress;
}

bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xff\xd8"); }

} // namespace

Result<void> read_jpeg_rows(std::string_view bytes, std::string_view where, const RowSink& sink) {
    Reading reading;
    prepare(reading, sink);
    if (read_rows(reading, bytes)) return {};
    if (reading.stopped) return fail("error.reading_stopped", std::string(where));
    return fail("error.image_unreadable", std::string(where), {{"reason", reading.reason}});
}

void read_first_scan(std::string_view bytes, const RowSink& sink) {
    if (!is_jpeg(bytes)) return;
    Reading reading;
    prepare(reading, sink);
    static_cast<void>(read_scan(reading, bytes));
}

} // namespace biaokao
