// A picture file row by row, so that a picture of 100 megapixels is never in memory twice. Behind image.h and
// picture_levels.h; nobody else needs it.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "engine/base/result.h"

namespace biaokao {

struct RowSink {
    int width = 0, height = 0; // stored, as probe_image read them; a decoder that finds others refuses the file
    // Row `y` as the file stores it (not yet turned upright), four bytes a pixel; each row once, from the top.
    std::function<void(int y, const std::uint8_t* rgba)> take;
    // Asked now and then with the share of the work that is done (0 to 1). False: stop with "error.reading_stopped".
    std::function<bool(double share)> go_on;
};

// By the first bytes: PNG, JPEG or BMP. `bytes` have been through probe_image. "error.image_unreadable" (args: reason)
// also for a picture that is cut short. Rows may have been taken before an error.
[[nodiscard]] Result<void> read_image_rows(std::string_view bytes, std::string_view where, const RowSink& sink);

[[nodiscard]] Result<void> read_jpeg_rows(std::string_view bytes, std::string_view where, const RowSink& sink);
// The first scan of a progressive JPEG at an eighth of its size (rounded up), which takes a fraction of the time. Takes
// nothing from any other file, and less or nothing from a broken one: reading it whole tells.
constexpr int first_scan_scale = 8;
void read_first_scan(std::string_view bytes, const RowSink& sink);
[[nodiscard]] Result<void> read_png_rows(std::string_view bytes, std::string_view where, const RowSink& sink);

// The place of the stored pixel (x, y) in the upright picture, counted in pixels row by row (EXIF 2.3, tag 274).
[[nodiscard]] std::size_t upright_index(int orientation, int x, int y, int stored_width, int stored_height);

} // namespace biaokao
