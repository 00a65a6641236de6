// Time segments: overlap over union of intervals and the matching in passes (metrics.md 12).
//
// Whole milliseconds, so that 0.8 s − 0.7 s is not more than 0.1 s; seconds are rounded once, half up.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "graders/measures/pass_match.h"

namespace biaokao {

struct TimeSpan { // half-open, start < end
    std::int64_t start_ms = 0, end_ms = 0;
};

[[nodiscard]] std::int64_t whole_ms_from_seconds(double seconds);
[[nodiscard]] std::int64_t common_ms(TimeSpan a, TimeSpan b);
[[nodiscard]] double time_iou(TimeSpan a, TimeSpan b); // touching segments have 0

struct LabelledSegment {
    TimeSpan time;
    std::string_view label;
};

[[nodiscard]] Matching match_segments(std::span<const LabelledSegment> references,
                                      std::span<const LabelledSegment> candidates, PassLimits limits);

struct BoundaryErrors { // over the pairs of pass 1
    int within_tolerance = 0;
    std::optional<double> mean_ms; // over both ends; absent without a pair
    std::optional<std::int64_t> largest_ms;
};
[[nodiscard]] std::int64_t larger_end_error_ms(TimeSpan reference, TimeSpan candidate);
[[nodiscard]] BoundaryErrors boundary_errors(std::span<const LabelledSegment> references,
                                             std::span<const LabelledSegment> candidates, std::span<const Pair> matched,
                                             std::int64_t tolerance_ms);

} // namespace biaokao
