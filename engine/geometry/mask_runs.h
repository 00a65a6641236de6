// A mask of pixels as the runs that are set, and its text form in COCO files.
//
// Pixels are counted from 0 down the first column, then down the second one: column by column, as COCO does. A COCO
// run list alternates between clear and set, the first run is clear and may be 0, and all runs add up to
// height × width. Reading such runs row by row gives plausible areas and wrong intersections.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace biaokao {

constexpr std::int64_t max_mask_pixels = (std::int64_t{1} << 31) - 1; // COCO's own readers count in 32 bits

struct PixelRun { // pixels [start, end), never empty
    std::uint32_t start = 0, end = 0;
    friend bool operator==(const PixelRun&, const PixelRun&) = default;
};

// The runs are sorted and a gap lies between two of them, so equal masks have equal values.
struct MaskRuns {
    std::uint32_t height = 0, width = 0;
    std::vector<PixelRun> runs;
    friend bool operator==(const MaskRuns&, const MaskRuns&) = default;
};

// A mask without a set pixel. Error "error.mask_size" where a side is negative or there are more pixels than
// max_mask_pixels; nothing of that size is ever allocated.
[[nodiscard]] Result<MaskRuns> empty_mask(std::int64_t height, std::int64_t width);

// From a COCO run list. Runs of length 0 are legal everywhere and join their neighbours. Errors: as empty_mask, and
// "error.mask_runs" where a run is negative or the runs do not add up to height × width.
[[nodiscard]] Result<MaskRuns> mask_from_counts(std::int64_t height, std::int64_t width,
                                                std::span<const std::int64_t> counts);
// From COCO's compressed text (maskApi.c, rleFrString): five bits a character from '0' on, bit 32 says that more
// follow, bit 16 of the last one is the sign; from the fourth run on the difference to the run two before. Errors: as
// mask_from_counts, and "error.mask_text" where the text ends inside a number, holds a character outside '0' … 'o' or
// a number that no run can need.
[[nodiscard]] Result<MaskRuns> mask_from_text(std::int64_t height, std::int64_t width, std::string_view text);

// The canonical COCO runs and text: no run of length 0 but the first.
[[nodiscard]] std::vector<std::int64_t> counts_from_mask(const MaskRuns& mask);
[[nodiscard]] std::string text_from_mask(const MaskRuns& mask);

// The smallest box of whole pixels that holds every set pixel; zeros for an empty mask.
struct PixelBox {
    std::int64_t x = 0, y = 0, width = 0, height = 0;
    friend bool operator==(const PixelBox&, const PixelBox&) = default;
};
[[nodiscard]] PixelBox mask_box(const MaskRuns& mask);

} // namespace biaokao
