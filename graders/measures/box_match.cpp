#include "graders/measures/box_match.h"

#include <algorithm>

#include "graders/measures/interval_pairs.h"
#include "graders/measures/limits.h"

namespace biaokao {

Matching match_boxes(std::span<const LabelledBox> references, std::span<const LabelledBox> candidates,
                     PassLimits limits) {
    const auto width_of = [](const LabelledBox& one) { return Interval<double>{one.box.x, one.box.right()}; };
    PassMatcher passes(limits);
    for_each_overlap(references, candidates, width_of, [&](std::size_t r, std::size_t c) {
        const double iou = box_iou(references[r].box, candidates[c].box);
        if (iou > 0) passes.add(r, c, iou, references[r].label, candidates[c].label);
    });
    return passes.match(references.size(), candidates.size());
}

bool lies_in_a_region(const Box& box, std::span<const Box> regions, double share_min) {
    if (!(box.area() > 0)) return false;
    return std::any_of(regions.begin(), regions.end(), [&](const Box& region) {
        return at_least(intersection_area(box, region) / box.area(), share_min);
    });
}

} // namespace biaokao
