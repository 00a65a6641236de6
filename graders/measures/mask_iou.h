// Masks of pixels: areas and what two of them have in common (metrics.md 6).
//
// Everything is counted from the runs in one walk over both lists; no pixel is ever unpacked.
#pragma once

#include <cstdint>

#include "engine/geometry/mask_runs.h"

namespace biaokao {

struct MaskOverlap { // in pixels
    std::int64_t reference_area = 0, candidate_area = 0, intersection = 0;
    [[nodiscard]] std::int64_t union_area() const { return reference_area + candidate_area - intersection; }
    [[nodiscard]] double iou() const;  // 0 for two empty masks
    [[nodiscard]] double dice() const; // 2 · intersection / sum of the areas; 0 for two empty masks
};
// Both masks must have the same height and width: runs of different sizes count different pixels.
[[nodiscard]] MaskOverlap mask_overlap(const MaskRuns& reference, const MaskRuns& candidate);

// The same conditions as mask_overlap.
[[nodiscard]] MaskRuns mask_intersection(const MaskRuns& a, const MaskRuns& b);
[[nodiscard]] MaskRuns mask_union(const MaskRuns& a, const MaskRuns& b);

} // namespace biaokao
