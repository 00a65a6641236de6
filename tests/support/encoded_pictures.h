// Pictures as other programs write them: progressive and CMYK JPEG, 16-bit, grey and interlaced PNG, of any size.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>

namespace biaokao::test {

using Color = std::array<std::uint8_t, 3>;
using Painter = std::function<Color(int x, int y)>;

struct JpegLook {
    bool progressive = false, grey = false;
    bool cmyk = false; // Adobe's, with inverted inks
    int quality = 95;
};
[[nodiscard]] std::string jpeg_bytes(int width, int height, const Painter& paint, const JpegLook& look = {});

struct PngLook {
    int bits = 8; // 8 or 16
    bool grey = false, interlaced = false;
    int compression = 6;
};
[[nodiscard]] std::string png_bytes(int width, int height, const Painter& paint, const PngLook& look = {});

} // namespace biaokao::test
