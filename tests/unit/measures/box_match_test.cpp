#include "graders/measures/box_match.h"

#include <doctest/doctest.h>

namespace biaokao {
namespace {

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
