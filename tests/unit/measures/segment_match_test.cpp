#include "graders/measures/segment_match.h"

#include <algorithm>
#include <random>

#include <doctest/doctest.h>

#include "graders/measures/limits.h"
#include "tests/unit/measures/plain_matching.h"

namespace biaokao {
namespace {

using Random = std::mt19937_64;
using Segments = std::vector<LabelledSegment>;

Segments random_segments(Random& random, std::size_t count) {
    constexpr std::string_view labels[] = {"S1", "S2"};
    Segments segments;
    for (std::size_t i = 0; i < count; ++i) {
        const auto start = static_cast<std::int64_t>(random() % 100'000);
        segments.push_back({{start, start + 1 + static_cast<std::int64_t>(random() % 80'000)}, labels[random() % 2]});
    }
    return segments;
}

TEST_CASE("segment matching finds for the speakers what trying everything finds") {
    const std::uint64_t seed = 20261126;
    CAPTURE(seed);
    Random random(seed);
    for (int round = 0; round < 300; ++round) {
        CAPTURE(round);
        const Segments references = random_segments(random, random() % 6),
                       candidates = random_segments(random, random() % 6);
        const PassLimits limits{0.3, 0.1};
        std::vector<std::vector<double>> values(references.size(),
                                                std::vector<double>(candidates.size(), test::no_pair));
        for (std::size_t r = 0; r < references.size(); ++r) {
            for (std::size_t c = 0; c < candidates.size(); ++c) {
                const double tiou = time_iou(references[r].time, candidates[c].time);
                CHECK(tiou == time_iou(candidates[c].time, references[r].time));
                if (references[r].label == candidates[c].label && at_least(tiou, limits.match_min)) values[r][c] = tiou;
            }
        }
        const test::PlainBest expected = test::best_matching(values);
        const Matching found = match_segments(references, candidates, limits);
        CHECK(static_cast<int>(found.matched.size()) == expected.pairs);
        double sum = 0;
        for (const Pair& pair : found.matched) sum += pair.similarity;
        CHECK(sum == doctest::Approx(expected.sum));
    }
}

TEST_CASE("segment matching is the same in any order and at any time of the recording") {
    const std::uint64_t seed = 9;
    CAPTURE(seed);
    Random random(seed);
    for (int round = 0; round < 50; ++round) {
        CAPTURE(round);
        Segments references = random_segments(random, 14), candidates = random_segments(random, 14);
        const Matching found = match_segments(references, candidates, {});
        const BoundaryErrors errors = boundary_errors(references, candidates, found.matched, 300);
        std::shuffle(references.begin(), references.end(), random);
        std::shuffle(candidates.begin(), candidates.end(), random);
        for (Segments* segments : {&references, &candidates}) {
            for (LabelledSegment& one : *segments) one.time.start_ms += 3'600'000, one.time.end_ms += 3'600'000;
        }
        const Matching later = match_segments(references, candidates, {});
        const BoundaryErrors later_errors = boundary_errors(references, candidates, later.matched, 300);
        CHECK(later.matched.size() == found.matched.size());
        CHECK(later.wrong_label.size() == found.wrong_label.size());
        CHECK(later.near_miss.size() == found.near_miss.size());
        CHECK(later.similarity_sum == doctest::Approx(found.similarity_sum));
        CHECK(later_errors.within_tolerance == errors.within_tolerance);
        CHECK(later_errors.largest_ms == errors.largest_ms);
        CHECK(later_errors.mean_ms.value_or(-1) == doctest::Approx(errors.mean_ms.value_or(-1)));
    }
}

TEST_CASE("segments match themselves without an error at their ends") {
    Random random(10);
    const Segments segments = random_segments(random, 30);
    const Matching found = match_segments(segments, segments, {1, 1});
    const BoundaryErrors errors = boundary_errors(segments, segments, found.matched, 0);
    CHECK(found.matched.size() == 30);
    CHECK(errors.within_tolerance == 30);
    CHECK(errors.largest_ms == 0);
    CHECK(errors.mean_ms == 0);
}

TEST_CASE("segments: more are within a larger tolerance, and both ends must be") {
    const Segments references{{{1000, 2000}, "a"}, {{3000, 4000}, "a"}};
    const Segments drawn{{{1100, 2000}, "a"}, {{3000, 4201}, "a"}};
    const std::vector<Pair> matched = match_segments(references, drawn, {}).matched;
    CHECK(boundary_errors(references, drawn, matched, 99).within_tolerance == 0);
    CHECK(boundary_errors(references, drawn, matched, 100).within_tolerance == 1);
    CHECK(boundary_errors(references, drawn, matched, 200).within_tolerance == 1);
    CHECK(boundary_errors(references, drawn, matched, 201).within_tolerance == 2);
    CHECK(boundary_errors(references, drawn, matched, 0).mean_ms == doctest::Approx(301.0 / 4));
    CHECK_FALSE(boundary_errors(references, drawn, {}, 0).mean_ms);
}

TEST_CASE("segments: 0.8 s minus 0.7 s is exactly 100 ms") {
    CHECK(whole_ms_from_seconds(0.8) - whole_ms_from_seconds(0.7) == 100);
    CHECK(whole_ms_from_seconds(0.0005) == 1); // half up
}

TEST_CASE("segments: touching ones do not overlap") { CHECK(time_iou({0, 100}, {100, 200}) == 0); }

TEST_CASE("segments: overlapping speakers are matched by their label first") {
    const Segments references{{{0, 1000}, "S1"}, {{0, 1000}, "S2"}};
    const Segments drawn{{{0, 1000}, "S2"}, {{100, 1000}, "S1"}};
    const Matching found = match_segments(references, drawn, {});
    CHECK(found.matched.size() == 2);
    CHECK(found.wrong_label.empty());
}

TEST_CASE("segments: one over everything and a grid of one second earn nothing") {
    Segments references, grid;
    for (std::int64_t start = 0; start < 60'000; start += 7500)
        references.push_back({{start + 300, start + 6300}, "a"});
    for (std::int64_t start = 0; start < 60'000; start += 1000) grid.push_back({{start, start + 1000}, "a"});
    const Segments everything{{{0, 60'000}, "a"}};
    CHECK(match_segments(references, everything, {}).matched.empty());
    CHECK(match_segments(references, grid, {}).matched.empty());
}

} // namespace
} // namespace biaokao
