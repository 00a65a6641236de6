#include "graders/measures/interval_pairs.h"

#include <random>
#include <set>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

using Times = std::vector<Interval<int>>;
using Pairs = std::multiset<std::pair<std::size_t, std::size_t>>;

Pairs swept(const Times& references, const Times& candidates) {
    Pairs pairs;
    for_each_overlap(
        std::span(references), std::span(candidates), [](const Interval<int>& one) { return one; },
        [&](std::size_t r, std::size_t c) { pairs.emplace(r, c); });
    return pairs;
}

TEST_CASE("interval sweep visits each overlapping pair once and no other, in any order of the lists") {
    const unsigned seed = 42;
    CAPTURE(seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 500; ++round) {
        CAPTURE(round);
        Times references(random() % 12), candidates(random() % 12);
        for (Times* times : {&references, &candidates}) {
            for (Interval<int>& one : *times) {
                one.start = static_cast<int>(random() % 40);
                one.end = one.start + 1 + static_cast<int>(random() % (random() % 4 == 0 ? 40 : 5));
            }
        }
        Pairs expected;
        for (std::size_t r = 0; r < references.size(); ++r) {
            for (std::size_t c = 0; c < candidates.size(); ++c) {
                if (references[r].start < candidates[c].end && candidates[c].start < references[r].end)
                    expected.emplace(r, c);
            }
        }
        CHECK(swept(references, candidates) == expected);
    }
}

TEST_CASE("interval sweep: touching intervals do not overlap") {
    CHECK(swept({{0, 10}}, {{10, 20}}).empty());
    CHECK(swept({{10, 20}}, {{0, 10}}).empty());
    CHECK(swept({{0, 10}}, {{9, 20}}).size() == 1);
}

TEST_CASE("interval sweep: a long candidate in front hides none behind it") {
    CHECK(swept({{50, 60}, {90, 95}}, {{0, 100}, {1, 2}, {55, 56}}).size() == 3);
}

} // namespace
} // namespace biaokao
