// Cases of mask_iou: two masks of one picture as COCO run lengths.
#include "graders/measures/mask_iou.h"

#include <limits>

#include "graders/cases/metric_cases.h"

namespace biaokao {
namespace {

struct MaskCase {
    bool want_runs = false;
    MaskRuns reference, candidate;
};

struct MaskValues {
    MaskOverlap overlap;
    PixelBox reference_box, candidate_box;
    MaskRuns intersection, united; // where wanted
};

Result<MaskRuns> decoded(std::int64_t height, std::int64_t width, const CaseNode& counts) {
    if (!counts.value().array()) return mask_from_text(height, width, counts.text());
    std::vector<std::int64_t> runs;
    runs.reserve(counts.elements().size());
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max(); // the mask knows what is too much
    for (const Json& run : counts.elements()) runs.push_back(counts.at(run).whole(-most, most));
    return mask_from_counts(height, width, runs);
}

MaskRuns read_mask(const CaseNode& side) {
    const CaseNode size = side.member("size"), counts = side.member("counts");
    if (!size.is_list_of(2)) return {};
    const std::int64_t height = size.at(size.elements()[0]).whole(0, max_mask_pixels);
    const std::int64_t width = size.at(size.elements()[1]).whole(0, max_mask_pixels);
    auto mask = decoded(height, width, counts);
    if (mask) return std::move(*mask);
    counts.refuse(mask.error().code, mask.error().args);
    return {};
}

MaskCase read(const CaseParts& parts) {
    MaskCase input{parts.params.member("rle").truth(), read_mask(parts.reference), read_mask(parts.candidate)};
    if (input.reference.height != input.candidate.height || input.reference.width != input.candidate.width)
        parts.candidate.member("size").refuse("error.case_size_differs");
    return input;
}

MaskValues measure(const MaskCase& input) {
    MaskValues values{
        mask_overlap(input.reference, input.candidate), mask_box(input.reference), mask_box(input.candidate), {}, {}};
    if (input.want_runs) {
        values.intersection = mask_intersection(input.reference, input.candidate);
        values.united = mask_union(input.reference, input.candidate);
    }
    return values;
}

Json json_box(const PixelBox& box) { return Json::Array{box.x, box.y, box.width, box.height}; }

Json print(const MaskCase& input, const MaskValues& values) {
    Json out(Json::Object{{"area_reference_px", values.overlap.reference_area},
                          {"area_candidate_px", values.overlap.candidate_area},
                          {"intersection_px", values.overlap.intersection},
                          {"union_px", values.overlap.union_area()},
                          {"iou", values.overlap.iou()},
                          {"dice", values.overlap.dice()},
                          {"box_reference", json_box(values.reference_box)},
                          {"box_candidate", json_box(values.candidate_box)}});
    if (!input.want_runs) return out;
    out.set("intersection_rle", text_from_mask(values.intersection));
    out.set("union_rle", text_from_mask(values.united));
    return out;
}

} // namespace

extern const MetricCases mask_iou_cases{"mask_iou", run_cases<read, measure, print>};

} // namespace biaokao
