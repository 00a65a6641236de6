// Rules that the cases of all matchings share: no value depends on the order in which things were given, and hostile
// sizes are refused.
#include "graders/cases/match_cases.h"

#include <algorithm>
#include <random>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

using Random = std::mt19937_64;

Json number(Random& random, std::size_t limit) { return static_cast<std::int64_t>(random() % limit); }
Json label(Random& random) { return random() % 2 == 0 ? "a" : "b"; }

// Small whole numbers: nothing but ties.
Json random_row(Random& random, std::string_view metric) {
    if (metric == "box_match")
        return Json::Array{label(random), number(random, 4), number(random, 4),
                           Json(1 + static_cast<int>(random() % 4)), Json(1 + static_cast<int>(random() % 4))};
    const auto start = static_cast<std::int64_t>(random() % 6);
    return Json::Array{start, start + 1 + static_cast<std::int64_t>(random() % 6), label(random)};
}

Json case_of(std::string_view metric, Json::Array references, Json::Array candidates) {
    const bool boxes = metric == "box_match";
    Json params = Json::Object{{"want", "counts"},  {"iou_min", 0.4},    {"tiou_min", 0.4},   {"near_min", 0.1},
                               {"ignore_min", 0.5}, {"tolerance_ms", 1}, {"overlap_min", 0.4}};
    Json reference = boxes ? Json(Json::Object{{"boxes", std::move(references)}, {"ignore", Json::Array{}}})
                           : Json(std::move(references));
    Json candidate = boxes ? Json(Json::Object{{"boxes", std::move(candidates)}}) : Json(std::move(candidates));
    return Json::Object{{"id", "1"},
                        {"params", std::move(params)},
                        {"reference", std::move(reference)},
                        {"candidate", std::move(candidate)}};
}

CaseRun measured(std::string_view metric, const Json::Array& cases) {
    const auto rows = all_metric_cases();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const MetricCases& m) { return m.metric == metric; });
    CaseRun run = row->read(cases, "cases");
    run.measure();
    return run;
}

std::string values_without_indices(std::string_view metric, const Json::Array& cases) {
    const CaseRun run = measured(metric, cases);
    REQUIRE_FALSE(run.refused[0]);
    Json values = run.values(0).value();
    values.set("pairs", Json());
    return dump_json(values);
}

TEST_CASE("values of a matching do not depend on the order in which things were given, ties or not") {
    // The end errors and near misses of the first equally good matching were those of the drawing order.
    const std::uint64_t seed = 20261126;
    CAPTURE(seed);
    Random random(seed);
    for (const std::string_view metric : {"box_match", "segment_match", "span_match"}) {
        CAPTURE(metric);
        for (int round = 0; round < 100; ++round) {
            CAPTURE(round);
            Json::Array references, candidates;
            for (int i = 0; i < 6; ++i) {
                references.push_back(random_row(random, metric));
                candidates.push_back(random_row(random, metric));
            }
            const std::string before = values_without_indices(metric, {case_of(metric, references, candidates)});
            std::shuffle(references.begin(), references.end(), random);
            std::shuffle(candidates.begin(), candidates.end(), random);
            CHECK(values_without_indices(metric, {case_of(metric, references, candidates)}) == before);
        }
    }
}

TEST_CASE("pairs are printed with the indices that were given") {
    const Json::Array references{Json::Array{50, 60, "a"}, Json::Array{0, 10, "a"}};
    const Json::Array candidates{Json::Array{0, 10, "a"}, Json::Array{50, 60, "b"}};
    const Json::Array cases{case_of("segment_match", references, candidates)};
    const Json values = measured("segment_match", cases).values(0).value();
    CHECK(dump_json(*values.find("pairs")) == "[[0,1],[1,0]]");
}

TEST_CASE("a case whose matching would not fit into memory is refused, so is a number without bound") {
    Json::Array many(5600, Json::Array{0, 10, "a"});
    const Json::Array cases{case_of("span_match", many, many),
                            case_of("box_match", {Json::Array{"a", 0, 0, 1e200, 1e200}}, {}),
                            case_of("segment_match", {Json::Array{0, std::int64_t{1} << 60, "a"}}, {})};
    CHECK(measured("span_match", {cases[0]}).refused[0]->code == "error.case_pairs");
    CHECK(measured("box_match", {cases[1]}).refused[0]->code == "error.case_range");
    CHECK(measured("segment_match", {cases[2]}).refused[0]->code == "error.case_whole");
}

} // namespace
} // namespace biaokao
