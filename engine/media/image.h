// A picture in memory: upright, 8 bits of red, green, blue and alpha.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace biaokao {

struct Image {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba; // rows from the top, width × 4 bytes each
};

// Decodes PNG, JPEG or BMP and turns the picture upright after its EXIF orientation, once and here only: every
// coordinate of the program means this picture. Errors as probe_image, at `where`. Safe on any thread.
[[nodiscard]] Result<Image> decode_image(std::string_view bytes, std::string_view where);

// `image` is stored with this EXIF orientation (1 … 8); the result stands upright.
[[nodiscard]] Image oriented(Image image, int orientation);

// A PNG of the picture. "error.image_unwritable" when it is empty or too large for the encoder.
[[nodiscard]] Result<std::string> encode_png(const Image& image);

} // namespace biaokao
