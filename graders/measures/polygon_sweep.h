// One sweep over two shapes that adds up both even-odd areas and the common one, and builds no polygon.
#pragma once

#include <optional>

#include "graders/measures/polygon_iou.h"

namespace biaokao {

struct SweptAreas {
    double reference = 0, candidate = 0, common = 0; // square pixels
};

// Far above any two outlines that somebody drew, and together about a second: 100,000 corners at random make 10^9
// crossings.
struct SweepLimits {
    std::size_t crossings = 1'000'000;
    std::size_t steps = 100'000'000; // an active edge passing through a beam
};

// Nothing beyond the limits.
[[nodiscard]] std::optional<SweptAreas> sweep_areas(const CompiledPolygon& reference, const CompiledPolygon& candidate,
                                                    SweepLimits limits = {});

} // namespace biaokao
