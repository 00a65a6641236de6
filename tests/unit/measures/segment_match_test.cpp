#include "graders/measures/segment_match.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/unit/measures/metric_cases.h"

namespace biaokao {
namespace {

std::optional<std::vector<LabelledSegment>> segments_from(const Json& rows) {
    std::vector<LabelledSegment> segments;
    for (const Json& row : *rows.array()) {
        const auto* start = (*row.array())[0].integer();
        const auto* end = (*row.array())[1].integer();
        if (!start || !end || *start < 0 || *start >= *end) return std::nullopt;
        segments.push_back({{*start, *end}, *(*row.array())[2].string()});
    }
    return segments;
}

Result<Json> segment_values(const Json& params, const Json& reference, const Json& candidate) {
    const auto references = segments_from(reference), candidates = segments_from(candidate);
    if (!references || !candidates) return test::bad_form();
    const PassLimits limits{params.find("tiou_min")->number(), params.find("near_min")->number()};
    const Matching found = match_segments(*references, *candidates, limits);
    const BoundaryErrors errors =
        boundary_errors(*references, *candidates, found.matched, *params.find("tolerance_ms")->integer());
    std::vector<std::pair<int, int>> pairs;
    for (const auto* group : {&found.matched, &found.wrong_label}) {
        for (const Pair& pair : *group) pairs.emplace_back(pair.reference, pair.candidate);
    }
    std::sort(pairs.begin(), pairs.end());
    Json::Array shown;
    for (const auto& [r, c] : pairs) shown.push_back(Json::Array{r, c});
    return Json(Json::Object{{"matched", found.matched.size()},
                             {"wrong_label", found.wrong_label.size()},
                             {"near_miss", found.near_miss.size()},
                             {"missing", found.missing_references.size()},
                             {"extra", found.unmatched.size()},
                             {"tiou_sum", found.similarity_sum},
                             {"within_tolerance", errors.within_tolerance},
                             {"mean_boundary_error_ms", errors.mean_ms ? Json(*errors.mean_ms) : Json()},
                             {"max_boundary_error_ms", errors.largest_ms ? Json(*errors.largest_ms) : Json()},
                             {"pairs", std::move(shown)}});
}

TEST_CASE("segment matching agrees with the reference cases") {
    test::check_metric_cases("segment_match", segment_values, 188);
}

TEST_CASE("segments: 0.8 s minus 0.7 s is exactly 100 ms") {
    CHECK(whole_ms_from_seconds(0.8) - whole_ms_from_seconds(0.7) == 100);
    CHECK(whole_ms_from_seconds(0.0005) == 1); // half up
}

TEST_CASE("segments: touching ones do not overlap") { CHECK(time_iou({0, 100}, {100, 200}) == 0); }

} // namespace
} // namespace biaokao
