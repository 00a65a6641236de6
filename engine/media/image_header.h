// What a picture's first bytes say: its size, and how it must be turned to stand upright. Decodes no pixel.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/base/result.h"

namespace biaokao {

constexpr std::int64_t max_image_pixels = 120'000'000; // 10,000 × 10,000 fits

struct ImageHeader {
    int stored_width = 0, stored_height = 0; // as the file holds it
    int channels = 0;                        // 1 grey, 2 grey and alpha, 3 colour, 4 colour and alpha
    int orientation = 1;                     // EXIF 1 … 8; 0, 9 and garbage count as 1
    // As everything else in the program sees the picture: orientations 5 to 8 swap the sides.
    [[nodiscard]] int width() const { return orientation >= 5 ? stored_height : stored_width; }
    [[nodiscard]] int height() const { return orientation >= 5 ? stored_width : stored_height; }
};

// PNG, JPEG or BMP. "error.image_unreadable", "error.image_too_large" (more than max_image_pixels), both at `where`.
[[nodiscard]] Result<ImageHeader> probe_image(std::string_view bytes, std::string_view where);

// The EXIF orientation of a JPEG, 1 where there is none or it makes no sense.
[[nodiscard]] int exif_orientation(std::string_view bytes);

} // namespace biaokao
