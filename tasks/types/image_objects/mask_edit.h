// Painting into a mask of pixels: strokes of a round brush, whole outlines, moves. A pixel counts by its centre.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/geometry/mask_runs.h"
#include "engine/geometry/vec.h"

namespace biaokao::image_objects {

constexpr double brush_step_px = 5, smallest_brush_px = 1, largest_brush_px = 200;

// A clear mask of a picture; clear and without a side where there are more pixels than a mask may have.
[[nodiscard]] MaskRuns clear_mask(Vec2 image_size);
// Sets, or with `set` = false clears, what a round brush covers on its straight way; at least the pixel it stands on.
[[nodiscard]] MaskRuns painted(const MaskRuns& mask, Vec2 from, Vec2 to, double diameter, bool set);
// Sets or clears what lies inside the ring (even-odd).
[[nodiscard]] MaskRuns filled(const MaskRuns& mask, std::span<const Vec2> ring, bool set);
// By whole pixels; what leaves the picture is lost.
[[nodiscard]] MaskRuns moved(const MaskRuns& mask, Vec2 delta);
// The same pixels in a picture of another size.
[[nodiscard]] MaskRuns cut_to(const MaskRuns& mask, Vec2 image_size);

// The set rows of one column, as runs of row numbers.
[[nodiscard]] std::vector<PixelRun> rows_in_column(const MaskRuns& mask, std::uint32_t column);

} // namespace biaokao::image_objects
