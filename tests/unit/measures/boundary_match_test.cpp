#include "graders/measures/boundary_match.h"

#include <algorithm>
#include <random>
#include <vector>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

using Times = std::vector<std::int64_t>;

// The best of all one-to-one matchings, crossing ones included: most pairs, then the smallest sum.
struct Plain {
    std::int64_t pairs = 0, error = 0;
};
Plain plain_best(const Times& references, const Times& candidates, std::int64_t tolerance, std::size_t index,
                 unsigned taken) {
    if (index == references.size()) return {};
    Plain best = plain_best(references, candidates, tolerance, index + 1, taken);
    for (std::size_t c = 0; c < candidates.size(); ++c) {
        const std::int64_t apart = std::abs(references[index] - candidates[c]);
        if (taken >> c & 1 || apart > tolerance) continue;
        Plain with = plain_best(references, candidates, tolerance, index + 1, taken | 1u << c);
        ++with.pairs, with.error += apart;
        if (with.pairs > best.pairs || (with.pairs == best.pairs && with.error < best.error)) best = with;
    }
    return best;
}

// The whole table, for more points than all matchings can be tried of.
Plain plain_table(Times references, Times candidates, std::int64_t tolerance) {
    std::sort(references.begin(), references.end());
    std::sort(candidates.begin(), candidates.end());
    const auto better = [](Plain a, Plain b) {
        return a.pairs > b.pairs || (a.pairs == b.pairs && a.error < b.error) ? a : b;
    };
    std::vector<std::vector<Plain>> table(references.size() + 1, std::vector<Plain>(candidates.size() + 1));
    for (std::size_t i = 0; i < references.size(); ++i) {
        for (std::size_t j = 0; j < candidates.size(); ++j) {
            Plain best = better(table[i][j + 1], table[i + 1][j]);
            const std::int64_t apart = std::abs(references[i] - candidates[j]);
            if (apart <= tolerance) best = better(best, {table[i][j].pairs + 1, table[i][j].error + apart});
            table[i + 1][j + 1] = best;
        }
    }
    return table[references.size()][candidates.size()];
}

Times random_times(std::mt19937& random, std::size_t most, std::int64_t span) {
    Times times(random() % (most + 1));
    for (std::int64_t& time : times) time = static_cast<std::int64_t>(random()) % span;
    return times;
}

TEST_CASE("boundary_match: the tolerance is met at its end and not 1 ms beyond") {
    CHECK(match_boundaries(Times{1000}, Times{1050}, 50).matched == 1);
    CHECK(match_boundaries(Times{1000}, Times{1051}, 50).matched == 0);
    CHECK(match_boundaries(Times{800}, Times{700}, 100).matched == 1); // 0.8 s − 0.7 s is more than 0.1 s
}

TEST_CASE("boundary_match: two pairs are better than the nearest one") { // greedy takes 50–40 and loses 0 and 90
    const BoundaryMatch match = match_boundaries(Times{0, 50}, Times{40, 90}, 50);
    CHECK(match.matched == 2);
    CHECK(match.abs_error_ms == 80);
}

TEST_CASE("boundary_match: a time that is given twice is two points") {
    const BoundaryMatch match = match_boundaries(Times{100, 100}, Times{100}, 50);
    CHECK(match.matched == 1);
    CHECK(match.missing == 1);
    CHECK(match_boundaries(Times{100, 100}, Times{100, 100}, 0).matched == 2);
}

TEST_CASE("boundary_match: shares without a divisor are absent") {
    const BoundaryMatch nothing = match_boundaries({}, {}, 50);
    CHECK_FALSE(nothing.precision().has_value());
    CHECK_FALSE(nothing.recall().has_value());
    CHECK_FALSE(nothing.f1().has_value());
    CHECK(match_boundaries(Times{5}, {}, 50).recall() == 0.0);
    CHECK(match_boundaries(Times{5}, {}, 50).f1() == 0.0);
    CHECK_FALSE(match_boundaries(Times{5}, {}, 50).precision().has_value());
}

TEST_CASE("boundary_match: no matching of a few points is better, crossing ones included") {
    for (unsigned seed = 0; seed < 400; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const std::int64_t span = 1 + static_cast<std::int64_t>(random() % 60), tolerance = random() % 20;
        const Times a = random_times(random, 6, span), b = random_times(random, 6, span);
        const Plain best = plain_best(a, b, tolerance, 0, 0);
        const BoundaryMatch match = match_boundaries(a, b, tolerance);
        CHECK(match.matched == best.pairs);
        CHECK(match.abs_error_ms == best.error);
        CHECK(match.missing == static_cast<std::int64_t>(a.size()) - match.matched);
        CHECK(match.extra == static_cast<std::int64_t>(b.size()) - match.matched);
    }
}

TEST_CASE("boundary_match: the narrow band loses nothing against the whole table") {
    for (unsigned seed = 0; seed < 150; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const std::int64_t span = 50 + static_cast<std::int64_t>(random() % 800), tolerance = random() % 100;
        const Times a = random_times(random, 45, span), b = random_times(random, 45, span);
        const Plain best = plain_table(a, b, tolerance);
        const BoundaryMatch match = match_boundaries(a, b, tolerance), turned = match_boundaries(b, a, tolerance);
        CHECK(match.matched == best.pairs);
        CHECK(match.abs_error_ms == best.error);
        CHECK(turned.matched == match.matched);
        CHECK(turned.abs_error_ms == match.abs_error_ms);
    }
}

TEST_CASE("boundary_match: a larger tolerance never loses a pair, and moving all times changes nothing") {
    std::mt19937 random(5);
    const Times a = random_times(random, 60, 2000), b = random_times(random, 60, 2000);
    std::int64_t before = 0;
    for (const std::int64_t tolerance : {0, 1, 5, 20, 100, 500, 5000}) {
        const BoundaryMatch match = match_boundaries(a, b, tolerance);
        CHECK(match.matched >= before);
        before = match.matched;
        Times moved_a = a, moved_b = b;
        for (Times* times : {&moved_a, &moved_b}) {
            for (std::int64_t& time : *times) time += 1'700'000'000'000; // milliseconds since 1970
        }
        CHECK(match_boundaries(moved_a, moved_b, tolerance).abs_error_ms == match.abs_error_ms);
    }
}

TEST_CASE("boundary_match: thousands of points at one place and the largest differences are no trouble") {
    const BoundaryMatch one_place = match_boundaries(Times(5000, 7), Times(5000, 7), 50);
    CHECK(one_place.matched == 5000);
    CHECK(one_place.abs_error_ms == 0);
    const BoundaryMatch far = match_boundaries(Times(2000, 0), Times(2000, max_boundary_ms), INT64_MAX);
    CHECK(far.matched == 2000);
    CHECK(far.abs_error_ms == 2000 * max_boundary_ms);
}

} // namespace
} // namespace biaokao
