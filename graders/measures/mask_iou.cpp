#include "graders/measures/mask_iou.h"

#include <algorithm>

namespace biaokao {
namespace {

std::int64_t area_of(const MaskRuns& mask) {
    std::uint32_t area = 0; // at most max_mask_pixels
    for (const PixelRun& run : mask.runs) area += run.end - run.start;
    return area;
}

void check_sizes(const MaskRuns& a, const MaskRuns& b) { BIAOKAO_ASSERT(a.height == b.height && a.width == b.width); }

} // namespace

double MaskOverlap::iou() const {
    return union_area() == 0 ? 0 : static_cast<double>(intersection) / static_cast<double>(union_area());
}

double MaskOverlap::dice() const {
    const std::int64_t sum = reference_area + candidate_area;
    return sum == 0 ? 0 : 2 * static_cast<double>(intersection) / static_cast<double>(sum);
}

MaskOverlap mask_overlap(const MaskRuns& reference, const MaskRuns& candidate) {
    check_sizes(reference, candidate);
    // Which of two runs ends first is a coin toss on two drawings of one object: steps are added, not branched on.
    std::uint32_t common = 0;
    const PixelRun *a = reference.runs.data(), *const a_end = a + reference.runs.size();
    const PixelRun *b = candidate.runs.data(), *const b_end = b + candidate.runs.size();
    while (a != a_end && b != b_end) {
        const std::uint32_t end_a = a->end, end_b = b->end;
        const std::uint32_t start = std::max(a->start, b->start), end = std::min(end_a, end_b);
        common += std::max(start, end) - start;
        a += end_a <= end_b;
        b += end_b <= end_a;
    }
    return {area_of(reference), area_of(candidate), common};
}

MaskRuns mask_intersection(const MaskRuns& a, const MaskRuns& b) {
    check_sizes(a, b);
    MaskRuns common{a.height, a.width, {}};
    std::size_t i = 0, j = 0;
    while (i < a.runs.size() && j < b.runs.size()) {
        const PixelRun &left = a.runs[i], &right = b.runs[j];
        const std::uint32_t start = std::max(left.start, right.start), end = std::min(left.end, right.end);
        if (start < end) common.runs.push_back({start, end});
        if (left.end < right.end) ++i;
        else ++j;
    }
    return common;
}

MaskRuns mask_union(const MaskRuns& a, const MaskRuns& b) {
    check_sizes(a, b);
    MaskRuns all{a.height, a.width, {}};
    std::size_t i = 0, j = 0;
    while (i < a.runs.size() || j < b.runs.size()) {
        const bool from_a = j == b.runs.size() || (i < a.runs.size() && a.runs[i].start <= b.runs[j].start);
        const PixelRun& run = from_a ? a.runs[i++] : b.runs[j++];
        if (!all.runs.empty() && run.start <= all.runs.back().end)
            all.runs.back().end = std::max(all.runs.back().end, run.end);
        else all.runs.push_back(run);
    }
    return all;
}

} // namespace biaokao
