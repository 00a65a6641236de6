#include "graders/measures/keypoint_oks.h"

#include <cmath>
#include <random>

#include <doctest/doctest.h>

#include "graders/measures/limits.h"
#include "tests/unit/measures/plain_matching.h"

namespace biaokao {
namespace {

using Random = std::mt19937_64;
using Points = std::vector<Keypoint>;

double between(Random& random, double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
}

KeypointReference random_person(Random& random, std::size_t points) {
    KeypointReference person{.area_px2 = between(random, 500, 5000), .box = {10, 20, 60, 90}};
    for (std::size_t i = 0; i < points; ++i)
        person.points.push_back(
            {{between(random, 10, 70), between(random, 20, 110)}, static_cast<Visibility>(random() % 3)});
    person.points[0].visibility = Visibility::visible;
    return person;
}

Points moved(Random& random, Points points, double by) {
    for (Keypoint& point : points) point.at = point.at + Vec2{between(random, -by, by), between(random, -by, by)};
    return points;
}

double oks(const KeypointReference& reference, const Points& candidate, const std::vector<double>& sigmas) {
    return OksReference(reference, sigmas).oks(candidate);
}

TEST_CASE("OKS is what the formula of pycocotools says") {
    const std::uint64_t seed = 20261126;
    CAPTURE(seed);
    Random random(seed);
    for (int round = 0; round < 200; ++round) {
        CAPTURE(round);
        const std::vector<double> sigmas{0.026, 0.107, between(random, 0.02, 0.2)};
        const KeypointReference person = random_person(random, 3);
        const Points drawn = moved(random, person.points, 30);
        double sum = 0, count = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            if (person.points[i].visibility == Visibility::unlabelled) continue;
            const double d = std::hypot(drawn[i].at.x - person.points[i].at.x, drawn[i].at.y - person.points[i].at.y);
            sum += std::exp(-d * d / std::pow(2 * sigmas[i], 2) / (person.area_px2 + 2.220446049250313e-16) / 2);
            ++count;
        }
        CHECK(oks(person, drawn, sigmas) == doctest::Approx(sum / count));
    }
}

TEST_CASE("OKS is 1 for itself, 0 to 1 for others, and blind to shift and scale") {
    const std::uint64_t seed = 2;
    CAPTURE(seed);
    Random random(seed);
    const std::vector<double> sigmas{0.05, 0.1, 0.03, 0.08};
    for (int round = 0; round < 100; ++round) {
        CAPTURE(round);
        KeypointReference person = random_person(random, 4);
        Points drawn = moved(random, person.points, 10);
        const double before = oks(person, drawn, sigmas), factor = between(random, 0.1, 10);
        CHECK(before >= 0);
        CHECK(before <= 1);
        CHECK(oks(person, person.points, sigmas) == 1);
        for (Points* points : {&person.points, &drawn}) {
            for (Keypoint& point : *points) point.at = point.at * factor + Vec2{-300, 77};
        }
        person.area_px2 *= factor * factor;
        CHECK(oks(person, drawn, sigmas) == doctest::Approx(before));
    }
}

TEST_CASE("key point matching finds what trying everything finds, and no more at a higher limit") {
    const std::uint64_t seed = 3;
    CAPTURE(seed);
    Random random(seed);
    const std::vector<double> sigmas{0.3, 0.4};
    for (int round = 0; round < 200; ++round) {
        CAPTURE(round);
        std::vector<KeypointReference> references;
        std::vector<Points> candidates;
        for (std::size_t i = random() % 5; i > 0; --i) references.push_back(random_person(random, 2));
        for (std::size_t i = random() % 5; i > 0; --i) candidates.push_back(random_person(random, 2).points);
        std::size_t before = references.size();
        for (const double limit : {0.2, 0.5, 0.8}) {
            std::vector<std::vector<double>> values(references.size(),
                                                    std::vector<double>(candidates.size(), test::no_pair));
            for (std::size_t r = 0; r < references.size(); ++r) {
                for (std::size_t c = 0; c < candidates.size(); ++c) {
                    const double similarity = oks(references[r], candidates[c], sigmas);
                    if (at_least(similarity, limit)) values[r][c] = similarity;
                }
            }
            const test::PlainBest expected = test::best_matching(values);
            const KeypointMatching found = match_keypoints(references, candidates, sigmas, limit);
            CHECK(static_cast<int>(found.matched.size()) == expected.pairs);
            CHECK(found.oks_sum == doctest::Approx(expected.sum));
            CHECK(found.matched.size() <= before);
            before = found.matched.size();
        }
    }
}

const KeypointReference two_points{.points = {{{10, 10}, Visibility::visible}, {{50, 50}, Visibility::hidden}},
                                   .area_px2 = 10'000,
                                   .box = {0, 0, 100, 100}};

TEST_CASE("OKS: sigma belongs to the point and enters as (2 sigma) squared") {
    const Points first_off{{{20, 10}, Visibility::visible}, {{50, 50}, Visibility::visible}};
    CHECK(oks(two_points, first_off, {0.05, 0.5}) == doctest::Approx((std::exp(-0.5) + 1) / 2));
    CHECK(oks(two_points, first_off, {0.5, 0.05}) == doctest::Approx((std::exp(-0.005) + 1) / 2));
}

TEST_CASE("OKS: area 0 gives 1 for exact points and 0 for others, sigma 0 too") {
    KeypointReference flat = two_points;
    flat.area_px2 = 0;
    Points drawn = flat.points;
    CHECK(oks(flat, drawn, {0.05, 0.05}) == 1);
    CHECK(oks(flat, drawn, {0, 0}) == 1);
    drawn[0].at.x += 1;
    CHECK(oks(flat, drawn, {0.05, 0.05}) == 0.5);
    CHECK(oks(flat, drawn, {0, 0}) == 0.5);
}

TEST_CASE("OKS: the candidate's visibility plays no part, an unlabelled reference point neither") {
    KeypointReference person = two_points;
    Points drawn = person.points;
    for (Keypoint& point : drawn) point.visibility = Visibility::unlabelled;
    CHECK(oks(person, drawn, {0.05, 0.05}) == 1);
    person.points[1].visibility = Visibility::unlabelled;
    drawn[1].at = {900, 900};
    CHECK(oks(person, drawn, {0.05, 0.05}) == 1);
    drawn[0].at = {}; // missing: it simply lies far off
    CHECK(oks(person, drawn, {0.005, 0.005}) < 1e-6);
}

TEST_CASE("OKS without a labelled point goes by the enlarged box, and the person takes no part") {
    KeypointReference crowd{.points = Points(2), .area_px2 = 10'000, .box = {0, 0, 100, 100}};
    const Points inside{{{200, 200}, Visibility::visible}, {{-100, 20}, Visibility::visible}};
    const Points outside{{{210, 200}, Visibility::visible}, {{-100, 20}, Visibility::visible}};
    CHECK(oks(crowd, inside, {0.05, 0.05}) == 1);
    CHECK(oks(crowd, outside, {0.05, 0.05}) == doctest::Approx((std::exp(-0.5) + 1) / 2));
    const KeypointMatching found =
        match_keypoints(std::vector{crowd}, std::vector<Points>{inside}, std::vector{0.05, 0.05}, 0.5);
    CHECK(found.matched.empty());
    CHECK(found.missing_references.empty());
    CHECK(found.unmatched.size() == 1);
}

TEST_CASE("OKS details: distances of the labelled points and equal visibility") {
    KeypointReference person = two_points;
    person.points.push_back({});
    const Points drawn{{{13, 14}, Visibility::visible}, {{50, 50}, Visibility::visible}, {}};
    const auto distances = point_distances(person.points, drawn);
    CHECK(distances[0] == 5);
    CHECK(distances[1] == 0);
    CHECK_FALSE(distances[2]);
    CHECK(count_equal_visibility(person.points, drawn) == 2);
}

TEST_CASE("OKS names the pairs of left and right that were exchanged, and no others") {
    KeypointReference person;
    person.area_px2 = 10'000;
    for (const double x : {10.0, 30.0, 10.0, 30.0, 20.0}) person.points.push_back({{x, 5 * x}, Visibility::visible});
    const std::vector<double> sigmas(5, 0.05);
    const std::vector<std::array<std::size_t, 2>> sides{{0, 1}, {2, 3}};
    Points drawn = person.points;
    CHECK(exchanged_sides(person, drawn, sigmas, sides).empty());
    std::swap(drawn[2], drawn[3]);
    CHECK(exchanged_sides(person, drawn, sigmas, sides) == std::vector<std::size_t>{1});
    std::swap(drawn[0], drawn[1]);
    CHECK(exchanged_sides(person, drawn, sigmas, sides) == std::vector<std::size_t>{0, 1});
    for (Keypoint& point : person.points) point.visibility = Visibility::unlabelled;
    CHECK(exchanged_sides(person, drawn, sigmas, sides).empty());
}

} // namespace
} // namespace biaokao
