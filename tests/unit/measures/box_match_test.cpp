#include "graders/measures/box_match.h"

#include <algorithm>
#include <random>

#include <doctest/doctest.h>

#include "graders/measures/limits.h"
#include "tests/unit/measures/plain_matching.h"

namespace biaokao {
namespace {

using Random = std::mt19937_64;
using Boxes = std::vector<LabelledBox>;

double between(Random& random, double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
}

// Boxes that crowd each other, so that many pairs compete.
Boxes random_boxes(Random& random, std::size_t count) {
    constexpr std::string_view labels[] = {"car", "person"};
    Boxes boxes;
    for (std::size_t i = 0; i < count; ++i) {
        const Box box{between(random, 0, 30), between(random, 0, 30), between(random, 5, 30), between(random, 5, 30)};
        boxes.push_back({box, labels[random() % 2]});
    }
    return boxes;
}

// The three passes, each by trying everything; with real coordinates the best matching is unique.
struct PlainPasses {
    test::PlainBest matched, wrong_label, near_miss;
};
PlainPasses plain_passes(const Boxes& references, const Boxes& candidates, const Matching& found, PassLimits limits) {
    std::vector<char> reference_free(references.size(), 1), candidate_free(candidates.size(), 1);
    const auto best = [&](double limit, bool same_label) {
        std::vector<std::vector<double>> values(references.size(),
                                                std::vector<double>(candidates.size(), test::no_pair));
        for (std::size_t r = 0; r < references.size(); ++r) {
            for (std::size_t c = 0; c < candidates.size(); ++c) {
                const double iou = box_iou(references[r].box, candidates[c].box);
                const bool label = !same_label || references[r].label == candidates[c].label;
                if (reference_free[r] && candidate_free[c] && label && at_least(iou, limit)) values[r][c] = iou;
            }
        }
        return test::best_matching(values);
    };
    const auto take = [&](const std::vector<Pair>& pairs) {
        for (const Pair& pair : pairs)
            reference_free[static_cast<std::size_t>(pair.reference)] =
                candidate_free[static_cast<std::size_t>(pair.candidate)] = 0;
    };
    PlainPasses passes;
    passes.matched = best(limits.match_min, true);
    take(found.matched);
    passes.wrong_label = best(limits.match_min, false);
    take(found.wrong_label);
    passes.near_miss = best(limits.near_min, false);
    return passes;
}

void check_pass(const std::vector<Pair>& pairs, const test::PlainBest& expected) {
    CHECK(static_cast<int>(pairs.size()) == expected.pairs);
    double sum = 0;
    for (const Pair& pair : pairs) sum += pair.similarity;
    CHECK(sum == doctest::Approx(expected.sum));
}

TEST_CASE("box matching finds in each pass what trying everything finds") {
    const std::uint64_t seed = 20261126;
    CAPTURE(seed);
    Random random(seed);
    for (int round = 0; round < 400; ++round) {
        CAPTURE(round);
        const Boxes references = random_boxes(random, random() % 6), candidates = random_boxes(random, random() % 6);
        const PassLimits limits{between(random, 0.2, 0.6), 0.1};
        const Matching found = match_boxes(references, candidates, limits);
        const PlainPasses expected = plain_passes(references, candidates, found, limits);
        check_pass(found.matched, expected.matched);
        check_pass(found.wrong_label, expected.wrong_label);
        check_pass(found.near_miss, expected.near_miss);
        const std::size_t pairs = found.matched.size() + found.wrong_label.size() + found.near_miss.size();
        CHECK(found.missing_references.size() == references.size() - pairs);
        CHECK(found.unmatched.size() == candidates.size() - pairs);
    }
}

TEST_CASE("box matching is the same in any order, moved, and with the sides exchanged") {
    const std::uint64_t seed = 5;
    CAPTURE(seed);
    Random random(seed);
    for (int round = 0; round < 50; ++round) {
        CAPTURE(round);
        Boxes references = random_boxes(random, 15), candidates = random_boxes(random, 12);
        const PassLimits limits{0.4, 0.1};
        const Matching found = match_boxes(references, candidates, limits);
        const auto check_same = [&](const Matching& other) {
            CHECK(other.matched.size() == found.matched.size());
            CHECK(other.wrong_label.size() == found.wrong_label.size());
            CHECK(other.near_miss.size() == found.near_miss.size());
            CHECK(other.similarity_sum == doctest::Approx(found.similarity_sum));
        };
        check_same(match_boxes(candidates, references, limits));
        std::shuffle(references.begin(), references.end(), random);
        std::shuffle(candidates.begin(), candidates.end(), random);
        check_same(match_boxes(references, candidates, limits));
        for (Boxes* boxes : {&references, &candidates}) {
            for (LabelledBox& one : *boxes) one.box.x -= 1000, one.box.y += 64;
        }
        check_same(match_boxes(references, candidates, limits));
    }
}

TEST_CASE("box matching finds no more pairs at a higher limit, and everything in itself") {
    Random random(6);
    const Boxes references = random_boxes(random, 20), candidates = random_boxes(random, 20);
    std::size_t before = references.size();
    for (const double limit : {0.1, 0.3, 0.5, 0.7, 0.9, 1.0}) {
        const std::size_t matched = match_boxes(references, candidates, {limit, 0.1}).matched.size();
        CHECK(matched <= before);
        before = matched;
    }
    const Matching itself = match_boxes(references, references, {1, 1});
    CHECK(itself.matched.size() == references.size());
    CHECK(itself.similarity_sum == doctest::Approx(static_cast<double>(references.size())));
}

TEST_CASE("box_iou is symmetric, between 0 and 1, and blind to shift and scale") {
    const std::uint64_t seed = 8;
    CAPTURE(seed);
    Random random(seed);
    for (int round = 0; round < 200; ++round) {
        const Boxes two = random_boxes(random, 2);
        const double iou = box_iou(two[0].box, two[1].box), factor = between(random, 0.01, 100);
        CHECK(iou == box_iou(two[1].box, two[0].box));
        CHECK(iou >= 0);
        CHECK(iou <= 1);
        CHECK(box_iou(two[0].box, two[0].box) == doctest::Approx(1));
        const auto changed = [&](Box box) {
            return Box{box.x * factor - 17, box.y * factor + 4, box.width * factor, box.height * factor};
        };
        CHECK(box_iou(changed(two[0].box), changed(two[1].box)) == doctest::Approx(iou));
    }
}

TEST_CASE("box_iou: a box shifted by half its width scores one third, with no pixel added") {
    // The widths of PASCAL VOC code are one larger: 66 / (121 + 121 − 66) = 0.375.
    CHECK(box_iou({0, 0, 10, 10}, {5, 0, 10, 10}) == doctest::Approx(1.0 / 3));
}

TEST_CASE("box_iou: touching boxes and boxes without area have nothing in common") {
    CHECK(box_iou({0, 0, 10, 10}, {10, 0, 10, 10}) == 0);
    CHECK(box_iou({0, 0, 10, 10}, {10, 10, 10, 10}) == 0);
    CHECK(box_iou({3, 3, 0, 5}, {3, 3, 0, 5}) == 0);
}

TEST_CASE("box matching: a same-label pair at the limit beats a perfect box of another label") {
    const Boxes references{{{0, 0, 10, 10}, "a"}};
    const Boxes candidates{{{0, 0, 10, 10}, "b"}, {{0, 0, 10, 5}, "a"}};
    const Matching found = match_boxes(references, candidates, {});
    REQUIRE(found.matched.size() == 1);
    CHECK(found.matched[0].candidate == 1);
    CHECK(found.unmatched == std::vector<int>{0});
}

TEST_CASE("box matching: two pairs of 0.45 beat one of 0.96") {
    // CVAT's rule, the largest sum, takes the 0.96 and calls the other object missing.
    const Boxes references{{{0, 0, 100, 100}, "a"}, {{0, 0, 45, 100}, "a"}};
    const Boxes candidates{{{0, 0, 96, 100}, "a"}, {{55, 0, 45, 100}, "a"}};
    const Matching found = match_boxes(references, candidates, {0.4, 0.1});
    CHECK(found.matched.size() == 2);
    CHECK(found.similarity_sum == doctest::Approx(0.45 + 45.0 / 96));
}

TEST_CASE("box matching: a pair below the limit never reaches the assignment") {
    // Assigned for the larger sum (0.49 + 0.44) and dropped afterwards, the two left the permitted 0.55 unmatched.
    const Boxes references{{{0, 0, 100, 10}, "a"}, {{20, 0, 60, 10}, "a"}};
    const Boxes candidates{{{45, 0, 55, 10}, "a"}, {{0, 0, 49, 10}, "a"}};
    const Matching found = match_boxes(references, candidates, {0.5, 0.1});
    REQUIRE(found.matched.size() == 1);
    CHECK(found.matched[0].reference == 0);
    CHECK(found.matched[0].candidate == 0);
    CHECK(found.near_miss.size() == 1);
}

TEST_CASE("box matching: one box serves one object") {
    // Label Studio's agreement lets one box serve many.
    const Boxes references{{{0, 0, 10, 10}, "a"}, {{0, 0, 10, 10}, "a"}}, candidates{{{0, 0, 10, 10}, "a"}};
    const Matching found = match_boxes(references, candidates, {});
    CHECK(found.matched.size() == 1);
    CHECK(found.missing_references.size() == 1);
}

TEST_CASE("box matching: an IoU of 0.47 is a near miss and no match") {
    const Boxes references{{{0, 0, 100, 10}, "a"}}, candidates{{{0, 0, 47, 10}, "a"}};
    const Matching found = match_boxes(references, candidates, {0.5, 0.1});
    CHECK(found.matched.empty());
    REQUIRE(found.near_miss.size() == 1);
    CHECK(found.near_miss[0].similarity == doctest::Approx(0.47));
    CHECK(found.similarity_sum == 0);
}

TEST_CASE("ignore regions excuse by the share of the box, not of the region, and one at a time") {
    const Box box{0, 0, 10, 10};
    const std::vector<Box> vast{{5, -500, 1000, 1000}}, halves{{0, 0, 4, 10}, {6, 0, 4, 10}};
    CHECK(lies_in_a_region(box, vast, 0.5));
    CHECK_FALSE(lies_in_a_region(box, vast, 0.51));
    CHECK_FALSE(lies_in_a_region(box, halves, 0.5)); // 0.4 + 0.4
    CHECK_FALSE(lies_in_a_region({5, 5, 0, 0}, vast, 0.5));
}

} // namespace
} // namespace biaokao
