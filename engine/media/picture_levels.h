// A picture that is looked at: its pixels, and copies of a quarter, a sixteenth … of its sides for the view from afar.
// Three bytes a pixel: a picture of 10,000 × 10,000 takes 320 MB.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/media/first_look.h"
#include "engine/media/image.h"
#include "engine/media/image_header.h"

namespace biaokao {

struct PictureLevel {
    int factor = 1; // original pixels along a side of one of its pixels: 1, 4, 16 …
    int width = 0, height = 0;
    std::unique_ptr<std::uint8_t[]> rgb; // rows from the top
};

struct PictureLevels {
    int width = 0, height = 0;        // upright
    std::vector<PictureLevel> levels; // the original first
};

// Between the thread that decodes and the one that waits.
struct ReadWatch {
    std::atomic<int> percent = 0;
    std::atomic<bool> stop = false;
    FirstLook first_look;
};

constexpr int picture_tile_px = 1024; // the largest side of what read_tile cuts; the last level fits into one

// Decodes PNG, JPEG or BMP upright; what is transparent lies on white. Errors as decode_image, and
// "error.reading_stopped". Safe on any thread.
[[nodiscard]] Result<PictureLevels> decode_levels(std::string_view bytes, std::string_view where, ReadWatch& watch);
[[nodiscard]] std::size_t bytes_of_levels(const ImageHeader& header); // what decoding will take

// The last pixel of a reduced row may stand for fewer original ones.
[[nodiscard]] constexpr int reduced_side(int side, int reduction) { return (side + reduction - 1) / reduction; }
// How much a picture of this size must be reduced (1, 2, 4, 8 …) to fit into one tile.
[[nodiscard]] int whole_reduction(int width, int height);

using ToneTable = std::array<std::uint8_t, 256>; // what is shown for each stored value

// The tile in column `x` and row `y` of the picture reduced by `reduction` (a power of two up to whole_reduction), as a
// texture: each value looked up in `tone`.
[[nodiscard]] Image read_tile(const PictureLevels& picture, int reduction, int x, int y, const ToneTable& tone);

} // namespace biaokao
