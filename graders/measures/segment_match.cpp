#include "graders/measures/segment_match.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "graders/measures/interval_pairs.h"

namespace biaokao {

std::int64_t whole_ms_from_seconds(double seconds) {
    return static_cast<std::int64_t>(std::floor(seconds * 1000 + 0.5));
}

std::int64_t common_ms(TimeSpan a, TimeSpan b) {
    return std::max<std::int64_t>(0, std::min(a.end_ms, b.end_ms) - std::max(a.start_ms, b.start_ms));
}

double time_iou(TimeSpan a, TimeSpan b) {
    const std::int64_t common = common_ms(a, b);
    if (common == 0) return 0;
    const std::int64_t lengths = (a.end_ms - a.start_ms) + (b.end_ms - b.start_ms);
    return static_cast<double>(common) / static_cast<double>(lengths - common);
}

Matching match_segments(std::span<const LabelledSegment> references, std::span<const LabelledSegment> candidates,
                        PassLimits limits) {
    const auto time_of = [](const LabelledSegment& one) {
        return Interval<std::int64_t>{one.time.start_ms, one.time.end_ms};
    };
    PassMatcher passes(limits);
    for_each_overlap(references, candidates, time_of, [&](std::size_t r, std::size_t c) {
        passes.add(r, c, time_iou(references[r].time, candidates[c].time), references[r].label, candidates[c].label);
    });
    return passes.match(references.size(), candidates.size());
}

std::int64_t larger_end_error_ms(TimeSpan reference, TimeSpan candidate) {
    return std::max(std::abs(reference.start_ms - candidate.start_ms), std::abs(reference.end_ms - candidate.end_ms));
}

BoundaryErrors boundary_errors(std::span<const LabelledSegment> references, std::span<const LabelledSegment> candidates,
                               std::span<const Pair> matched, std::int64_t tolerance_ms) {
    BoundaryErrors errors;
    std::int64_t sum = 0;
    for (const Pair& pair : matched) {
        const TimeSpan a = references[static_cast<std::size_t>(pair.reference)].time;
        const TimeSpan b = candidates[static_cast<std::size_t>(pair.candidate)].time;
        const std::int64_t larger = larger_end_error_ms(a, b);
        sum += std::abs(a.start_ms - b.start_ms) + std::abs(a.end_ms - b.end_ms);
        errors.within_tolerance += larger <= tolerance_ms;
        errors.largest_ms = std::max(errors.largest_ms.value_or(0), larger);
    }
    if (!matched.empty()) errors.mean_ms = static_cast<double>(sum) / (2.0 * static_cast<double>(matched.size()));
    return errors;
}

} // namespace biaokao
