#include "graders/measures/box_match.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/unit/measures/metric_cases.h"

namespace biaokao {
namespace {

struct BoxList {
    std::vector<LabelledBox> boxes;
    bool well_formed = true;
};

Box box_from(const Json::Array& numbers, std::size_t first) {
    return {numbers[first].number(), numbers[first + 1].number(), numbers[first + 2].number(),
            numbers[first + 3].number()};
}

BoxList boxes_from(const Json& side) {
    BoxList list;
    for (const Json& row : *side.find("boxes")->array()) {
        const Box box = box_from(*row.array(), 1);
        list.well_formed = list.well_formed && box.width >= 0 && box.height >= 0;
        list.boxes.push_back({box, *row.array()->front().string()});
    }
    return list;
}

Json pairs_json(const Matching& matching) {
    std::vector<std::pair<int, int>> pairs;
    for (const auto* group : {&matching.matched, &matching.wrong_label}) {
        for (const Pair& pair : *group) pairs.emplace_back(pair.reference, pair.candidate);
    }
    std::sort(pairs.begin(), pairs.end());
    Json::Array out;
    for (const auto& [reference, candidate] : pairs) out.push_back(Json::Array{reference, candidate});
    return out;
}

Result<Json> box_values(const Json& params, const Json& reference, const Json& candidate) {
    const BoxList references = boxes_from(reference), candidates = boxes_from(candidate);
    if (!references.well_formed || !candidates.well_formed) return test::bad_form();
    const PassLimits limits{params.find("iou_min")->number(), params.find("near_min")->number()};
    const Matching found = match_boxes(references.boxes, candidates.boxes, limits);
    std::vector<Box> regions;
    for (const Json& row : *reference.find("ignore")->array()) regions.push_back(box_from(*row.array(), 0));
    std::size_t ignored = 0;
    for (const int index : found.unmatched)
        ignored += lies_in_a_region(candidates.boxes[static_cast<std::size_t>(index)].box, regions,
                                    params.find("ignore_min")->number());
    Json::Array iou;
    for (const LabelledBox& r : references.boxes) {
        Json::Array row;
        for (const LabelledBox& c : candidates.boxes) row.push_back(box_iou(r.box, c.box));
        iou.push_back(std::move(row));
    }
    return Json(Json::Object{{"iou", std::move(iou)},
                             {"matched", found.matched.size()},
                             {"wrong_label", found.wrong_label.size()},
                             {"near_miss", found.near_miss.size()},
                             {"missing", found.missing_references.size()},
                             {"extra", found.unmatched.size() - ignored},
                             {"ignored", ignored},
                             {"iou_sum", found.similarity_sum},
                             {"pairs", pairs_json(found)}});
}

TEST_CASE("box matching agrees with the reference cases") { test::check_metric_cases("box_match", box_values, 290); }

TEST_CASE("box_iou: a box shifted by half its width scores one third") {
    CHECK(box_iou({0, 0, 10, 10}, {5, 0, 10, 10}) == doctest::Approx(1.0 / 3));
}

TEST_CASE("box_iou: touching boxes and boxes without area have nothing in common") {
    CHECK(box_iou({0, 0, 10, 10}, {10, 0, 10, 10}) == 0);
    CHECK(box_iou({3, 3, 0, 5}, {3, 3, 0, 5}) == 0);
}

TEST_CASE("box matching: a same-label pair at the limit beats a perfect box of another label") {
    const std::vector<LabelledBox> references{{{0, 0, 10, 10}, "a"}};
    const std::vector<LabelledBox> candidates{{{0, 0, 10, 10}, "b"}, {{0, 0, 10, 5}, "a"}};
    const Matching found = match_boxes(references, candidates, {});
    REQUIRE(found.matched.size() == 1);
    CHECK(found.matched[0].candidate == 1);
    CHECK(found.unmatched == std::vector<int>{0});
}

} // namespace
} // namespace biaokao
