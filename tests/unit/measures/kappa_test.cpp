#include "graders/measures/kappa.h"

#include <algorithm>
#include <random>
#include <vector>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

using Ratings = std::vector<int>;

Ratings random_ratings(std::mt19937& random, std::size_t count, int categories) {
    Ratings ratings(count);
    for (int& rating : ratings) rating = static_cast<int>(random() % static_cast<unsigned>(categories));
    return ratings;
}

double distance_of(int a, int b, KappaWeights weights) {
    switch (weights) {
    case KappaWeights::none: return a == b ? 0 : 1;
    case KappaWeights::linear: return std::abs(a - b);
    case KappaWeights::quadratic: return (a - b) * (a - b);
    }
    return 0;
}

// By the definition: every item, and every item of one rater with every item of the other.
std::optional<double> plain_cohen(const Ratings& first, const Ratings& second, KappaWeights weights) {
    double observed = 0, expected = 0;
    for (std::size_t i = 0; i < first.size(); ++i) observed += distance_of(first[i], second[i], weights);
    for (const int a : first) {
        for (const int b : second) expected += distance_of(a, b, weights);
    }
    if (expected == 0) return std::nullopt;
    return 1 - observed * static_cast<double>(first.size()) / expected;
}

void check_equal(const std::optional<double>& value, const std::optional<double>& expected) {
    REQUIRE(value.has_value() == expected.has_value());
    if (expected) CHECK(*value == doctest::Approx(*expected).epsilon(1e-12));
}

constexpr KappaWeights all_weights[] = {KappaWeights::none, KappaWeights::linear, KappaWeights::quadratic};

TEST_CASE("Cohen's kappa goes by the place of a category, so an unused one in between changes the result") {
    // 1, 2, 10 are places 0, 1, 2.
    CHECK(*cohen_kappa(Ratings{0, 1, 2, 2}, Ratings{0, 2, 2, 1}, 3, KappaWeights::linear).kappa ==
          doctest::Approx(3.0 / 7));
    const Ratings first{0, 1, 1, 2, 2}, second{0, 1, 2, 2, 0}, first_apart{0, 1, 1, 3, 3}, second_apart{0, 1, 3, 3, 0};
    CHECK(*cohen_kappa(first, second, 3, KappaWeights::linear).kappa !=
          doctest::Approx(*cohen_kappa(first_apart, second_apart, 4, KappaWeights::linear).kappa));
    CHECK(*cohen_kappa(first, second, 3, KappaWeights::none).kappa ==
          doctest::Approx(*cohen_kappa(first_apart, second_apart, 4, KappaWeights::none).kappa));
}

TEST_CASE("where all marks are equal, Cohen and Fleiss are undefined and AC1 is 1") {
    const Ratings all_one(60, 1);
    for (const KappaWeights weights : all_weights) {
        const Agreement cohen = cohen_kappa(all_one, all_one, 3, weights);
        CHECK_FALSE(cohen.kappa.has_value());
        CHECK(cohen.agreement == 1.0);
    }
    CHECK_FALSE(fleiss_kappa(all_one, 3, 2).kappa.has_value());
    CHECK(fleiss_kappa(all_one, 3, 2).agreement == 1.0);
    CHECK(gwet_ac1(all_one, 3, 2).kappa == 1.0);
}

TEST_CASE("without ratings nothing is defined, and one category leaves AC1 undefined") {
    CHECK_FALSE(cohen_kappa({}, {}, 2, KappaWeights::none).agreement.has_value());
    CHECK_FALSE(cohen_kappa({}, {}, 0, KappaWeights::none).kappa.has_value());
    CHECK_FALSE(fleiss_kappa({}, 2, 2).agreement.has_value());
    CHECK_FALSE(gwet_ac1({}, 2, 2).kappa.has_value());
    const Agreement one_category = gwet_ac1(Ratings{0, 0}, 2, 1);
    CHECK_FALSE(one_category.kappa.has_value());
    CHECK(one_category.agreement == 1.0);
}

TEST_CASE("high agreement beside a low kappa is the prevalence effect, which AC1 does not have") {
    // 95 items without a mark by both, two marks of one rater and two of the other alone, one of both.
    Ratings first(100, 0), second(100, 0);
    first[0] = first[1] = first[2] = second[2] = second[3] = second[4] = 1;
    Ratings units;
    for (std::size_t i = 0; i < 100; ++i) units.insert(units.end(), {first[i], second[i]});
    const Agreement cohen = cohen_kappa(first, second, 2, KappaWeights::none);
    CHECK(*cohen.agreement == doctest::Approx(0.96));
    CHECK(*cohen.kappa < 0.35);
    CHECK(*gwet_ac1(units, 2, 2).kappa > 0.95);
}

TEST_CASE("Fleiss and AC1 of ten units and fourteen raters") {
    const int counts[10][5] = {{0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
                               {7, 7, 0, 0, 0},  {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}};
    Ratings ratings;
    for (const auto& unit : counts) {
        for (int category = 0; category < 5; ++category)
            ratings.insert(ratings.end(), static_cast<std::size_t>(unit[category]), category);
    }
    CHECK(*fleiss_kappa(ratings, 14, 5).kappa == doctest::Approx(0.209930704422));
    CHECK(*fleiss_kappa(ratings, 14, 5).agreement == doctest::Approx(0.378021978022));
    CHECK(*gwet_ac1(ratings, 14, 5).kappa == doctest::Approx(0.225614150817));
    CHECK(*gwet_ac1(ratings, 14, 9).kappa > 0.2257); // unused categories count
}

TEST_CASE("Cohen's kappa is what the definition says, symmetric, and blind to the order of items") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const int categories = 1 + static_cast<int>(random() % 6);
        Ratings first = random_ratings(random, 1 + random() % 30, categories);
        Ratings second = random_ratings(random, first.size(), categories);
        for (std::size_t i = 0; i < first.size(); i += 2) second[i] = first[i];
        for (const KappaWeights weights : all_weights) {
            const auto kappa = cohen_kappa(first, second, categories, weights).kappa;
            check_equal(kappa, plain_cohen(first, second, weights));
            check_equal(cohen_kappa(second, first, categories, weights).kappa, kappa);
            check_equal(cohen_kappa(first, second, categories + 3, weights).kappa, kappa); // unused ones at the end
            if (const auto own = cohen_kappa(first, first, categories, weights).kappa) CHECK(*own == 1.0);
        }
        const auto before = cohen_kappa(first, second, categories, KappaWeights::quadratic).kappa;
        std::reverse(first.begin(), first.end());
        std::reverse(second.begin(), second.end());
        check_equal(cohen_kappa(first, second, categories, KappaWeights::quadratic).kappa, before);
    }
}

TEST_CASE("Fleiss' kappa and AC1 are what pairs of ratings say, whatever the order of raters and units") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const int categories = 2 + static_cast<int>(random() % 4);
        const std::size_t raters = 2 + random() % 4, units = 1 + random() % 15;
        Ratings ratings = random_ratings(random, raters * units, categories);
        double equal = 0, pairs = 0, chance = 0, gwet = 0;
        for (std::size_t unit = 0; unit < units; ++unit) {
            for (std::size_t a = 0; a < raters; ++a) {
                for (std::size_t b = 0; b < a; ++b, ++pairs)
                    equal += ratings[unit * raters + a] == ratings[unit * raters + b] ? 1 : 0;
            }
        }
        for (int category = 0; category < categories; ++category) {
            const double share = static_cast<double>(std::count(ratings.begin(), ratings.end(), category)) /
                                 static_cast<double>(ratings.size());
            chance += share * share;
            gwet += share * (1 - share) / (categories - 1);
        }
        const double agreement = equal / pairs;
        const Agreement fleiss = fleiss_kappa(ratings, raters, categories);
        CHECK(*fleiss.agreement == doctest::Approx(agreement));
        if (fleiss.kappa) CHECK(*fleiss.kappa == doctest::Approx((agreement - chance) / (1 - chance)).epsilon(1e-9));
        const auto ac1 = gwet_ac1(ratings, raters, categories).kappa;
        CHECK(*ac1 == doctest::Approx((agreement - gwet) / (1 - gwet)).epsilon(1e-9));
        std::reverse(ratings.begin(), ratings.end());
        check_equal(fleiss_kappa(ratings, raters, categories).kappa, fleiss.kappa);
        check_equal(gwet_ac1(ratings, raters, categories).kappa, ac1);
    }
}

TEST_CASE("thousands of categories cost no table of their pairs, and equal marks far out stay undefined") {
    const int categories = 2'000'000;
    const Ratings far(1000, categories - 1);
    for (const KappaWeights weights : all_weights)
        CHECK_FALSE(cohen_kappa(far, far, categories, weights).kappa.has_value());
    CHECK(*cohen_kappa(Ratings{0, 1'999'999}, Ratings{0, 1'999'998}, categories, KappaWeights::quadratic).kappa ==
          doctest::Approx(1).epsilon(1e-9));
}

} // namespace
} // namespace biaokao
