#include "graders/measures/box_match.h"

#include <algorithm>

#include "graders/measures/limits.h"

namespace biaokao {

double intersection_area(const Box& a, const Box& b) {
    const double width = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const double height = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    return width > 0 && height > 0 ? width * height : 0;
}

double box_iou(const Box& a, const Box& b) {
    const double common = intersection_area(a, b);
    return common > 0 ? common / (a.area() + b.area() - common) : 0;
}

Matching match_boxes(std::span<const LabelledBox> references, std::span<const LabelledBox> candidates,
                     PassLimits limits) {
    std::vector<Overlap> overlaps;
    for (std::size_t r = 0; r < references.size(); ++r) {
        for (std::size_t c = 0; c < candidates.size(); ++c) {
            const double iou = box_iou(references[r].box, candidates[c].box);
            if (iou > 0)
                overlaps.push_back(
                    {static_cast<int>(r), static_cast<int>(c), iou, references[r].label == candidates[c].label});
        }
    }
    return match_in_passes(static_cast<int>(references.size()), static_cast<int>(candidates.size()), overlaps, limits);
}

bool lies_in_a_region(const Box& box, std::span<const Box> regions, double share_min) {
    if (!(box.area() > 0)) return false;
    return std::any_of(regions.begin(), regions.end(), [&](const Box& region) {
        return at_least(intersection_area(box, region) / box.area(), share_min);
    });
}

} // namespace biaokao
