// Cases of box_match: upright boxes of one picture, matched in passes, and their pairwise IoU.
#include "graders/measures/box_match.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "graders/cases/match_cases.h"
#include "graders/cases/metric_cases.h"

namespace biaokao {
namespace {

constexpr std::array<std::string_view, 3> wants{"iou", "counts", "both"};

struct BoxCase {
    bool want_iou = false, want_counts = false;
    PassLimits limits;
    double ignore_min = 0;
    std::vector<LabelledBox> references, candidates;
    std::vector<Box> ignore;
};

struct BoxValues {
    std::vector<double> iou; // rows = references
    Matching matching;
    std::size_t ignored = 0;
};

Box read_box(const CaseNode& list, std::size_t first) {
    Box box;
    if (!list.is_list_of(first + 4)) return box;
    const auto number = [&](std::size_t i) {
        return read_number_within(list.at(list.elements()[first + i]), largest_coordinate);
    };
    box = {number(0), number(1), number(2), number(3)};
    if (box.width < 0 || box.height < 0) list.refuse("error.case_negative_size");
    return box;
}

std::vector<LabelledBox> read_boxes(const CaseNode& side) {
    std::vector<LabelledBox> boxes;
    const CaseNode list = side.member("boxes");
    for (const Json& one : list.elements()) {
        const CaseNode row = list.at(one);
        const Box box = read_box(row, 1);
        if (row.faulty()) break;
        boxes.push_back({box, row.at(row.elements()[0]).text()});
    }
    return boxes;
}

BoxCase read(const CaseParts& parts) {
    BoxCase input;
    const std::size_t want = parts.params.member("want").choice(wants);
    input.want_iou = wants[want] != "counts";
    input.want_counts = wants[want] != "iou";
    input.limits = read_pass_limits(parts.params, "iou_min");
    input.ignore_min = parts.params.member("ignore_min").number();
    input.references = read_boxes(parts.reference);
    input.candidates = read_boxes(parts.candidate);
    check_pairs(parts.candidate, input.references.size(), input.candidates.size());
    const CaseNode regions = parts.reference.member("ignore");
    for (const Json& region : regions.elements()) input.ignore.push_back(read_box(regions.at(region), 0));
    return input;
}

BoxValues measure(const BoxCase& input) {
    BoxValues values;
    if (input.want_iou) {
        values.iou.reserve(input.references.size() * input.candidates.size());
        for (const LabelledBox& r : input.references) {
            for (const LabelledBox& c : input.candidates) values.iou.push_back(box_iou(r.box, c.box));
        }
    }
    if (!input.want_counts) return values;
    const auto key_of = [](const LabelledBox& one) {
        return std::tie(one.box.x, one.box.y, one.box.width, one.box.height, one.label);
    };
    const auto references = in_tie_order(input.references, key_of), candidates = in_tie_order(input.candidates, key_of);
    values.matching = match_boxes(references.things, candidates.things, input.limits);
    for (const int index : values.matching.unmatched)
        values.ignored +=
            lies_in_a_region(candidates.things[static_cast<std::size_t>(index)].box, input.ignore, input.ignore_min);
    restore_indices(values.matching, references.given, candidates.given);
    return values;
}

Json print(const BoxCase& input, const BoxValues& values) {
    Json out(Json::Object{});
    if (input.want_iou) out.set("iou", json_matrix(values.iou, input.references.size(), input.candidates.size()));
    if (!input.want_counts) return out;
    set_counts(out, values.matching);
    out.set("extra", values.matching.unmatched.size() - values.ignored);
    out.set("ignored", values.ignored);
    out.set("iou_sum", values.matching.similarity_sum);
    return out;
}

} // namespace

extern const MetricCases box_match_cases{"box_match", run_cases<read, measure, print>};

} // namespace biaokao
