#include "graders/measures/statistics.h"

#include <algorithm>
#include <cmath>
#include <random>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

using Random = std::mt19937_64;
using Values = std::vector<std::optional<double>>;

ColumnStatistics describe(const Values& x, std::vector<double> quantiles = {}, double factor = 1.5) {
    return describe_column(x, {.quantiles = std::move(quantiles), .outlier_factor = factor});
}

Values random_values(Random& random, std::size_t count) {
    Values values(count);
    for (auto& value : values) value = std::uniform_int_distribution<int>(0, 2000)(random) / 8.0; // exact to add up
    return values;
}

TEST_CASE("statistics: a large offset leaves the spread precise") {
    // Σx² - (Σx)²/n gives 0 or worse here.
    const Values x{1000000.1, 1000000.2, 1000000.3};
    const auto found = describe(x);
    CHECK(*found.var_sample == doctest::Approx(0.01).epsilon(1e-8));
    CHECK(std::abs(*found.skewness) < 1e-6);
    CHECK(*found.mean == doctest::Approx(1000000.2).epsilon(1e-15));
}

TEST_CASE("statistics: quantiles are of type 7, neither nearest rank nor type 6") {
    const auto found = describe({1, 2, 3, 10}, {0.25, 0.5, 0.875, 0, 1});
    CHECK(found.quantiles == Values{1.75, 2.5, 7.375, 1, 10});
    CHECK(found.iqr == std::optional(3.0));
}

TEST_CASE("statistics: a value exactly on the fence is no outlier, the next one beyond it is") {
    CHECK(describe({0, 1, 2, 3, 4, 5, 6, 7, 8, 12.75}, {}, 1).outliers == std::vector<std::size_t>{9});
    CHECK(describe({0, 1, 2, 3, 4}, {}, 0.5).outliers.empty()); // fences 0 and 4
    CHECK(describe({-0.0001, 1, 2, 3, 4}, {}, 0.5).outliers == std::vector<std::size_t>{0});
    // 0.7 + 1.5 · 0.4 comes out below 1.3 in floating point.
    CHECK(describe({0.1, 0.3, 0.5, 0.7, 1.3}).outliers.empty());
    CHECK(describe({0.1, 0.3, 0.5, 0.7, 1.3001}).outliers == std::vector<std::size_t>{4});
}

TEST_CASE("statistics: without an interquartile range every other value lies outside") {
    CHECK(describe({5, 5, 5, 5, 5.0000001, 5, 5, 5, std::nullopt, 4}).outliers == std::vector<std::size_t>{4, 9});
}

TEST_CASE("statistics: gaps drop out, outliers keep the numbers of their rows") {
    const auto found = describe({std::nullopt, 1, 2, std::nullopt, 3, 2, 1, 3, 90});
    CHECK(found.n == 7);
    CHECK(found.missing == 2);
    CHECK(found.outliers == std::vector<std::size_t>{8});
}

TEST_CASE("statistics: the mode is the smallest of the most frequent") {
    CHECK(describe({3, 3, 1, 1, 2}).mode == std::optional(1.0));
    CHECK(describe({9, 8, 7}).mode == std::optional(7.0));
}

TEST_CASE("statistics: equal values that no double can add up exactly are still constant") {
    const auto found = describe(Values(7, 0.1));
    CHECK(found.mean == std::optional(0.1));
    CHECK(found.var_population == std::optional(0.0));
    CHECK(found.sd_sample == std::optional(0.0));
    CHECK_FALSE(found.skewness.has_value());
    CHECK_FALSE(found.kurtosis.has_value());
}

TEST_CASE("statistics: none, one, two and three values get what the guards allow") {
    const auto none = describe({std::nullopt}, {0.5});
    CHECK(none.n == 0);
    CHECK(none.missing == 1);
    CHECK_FALSE(none.sum.has_value());
    CHECK(none.quantiles == Values{std::nullopt});
    const auto one = describe({7}, {0.25});
    CHECK(one.quantiles == Values{7});
    CHECK(one.var_population == std::optional(0.0));
    CHECK_FALSE(one.var_sample.has_value());
    const auto two = describe({1, 2});
    CHECK(two.var_sample == std::optional(0.5));
    CHECK_FALSE(two.skewness.has_value());
    const auto three = describe({1, 2, 6});
    CHECK(three.skewness.has_value());
    CHECK_FALSE(three.kurtosis.has_value());
}

TEST_CASE("statistics: skewness and kurtosis are those of samples (G1, G2)") {
    const auto found = describe({1, 2, 3, 10});
    CHECK(*found.skewness == doctest::Approx(1.7636326148));
    CHECK(*found.kurtosis == doctest::Approx(3.228));
}

TEST_CASE("statistics: values at the ends of the range of double give numbers or nothing, never infinity") {
    const auto huge = describe({1e308, -1e308, 1.5e308, 1e308, 1e308}, {0.1});
    CHECK(*huge.mean == doctest::Approx(0.7e308));
    CHECK_FALSE(huge.sum.has_value());
    CHECK_FALSE(huge.var_sample.has_value());
    CHECK(huge.sd_sample.has_value());
    CHECK(std::isfinite(*huge.skewness));
    const auto tiny = describe({5e-324, 1e-323, 1.5e-323, 5e-323});
    CHECK(*tiny.skewness == doctest::Approx(*describe({1, 2, 3, 10}).skewness));
}

TEST_CASE("statistics: shifting and stretching change what they should and nothing else") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Values x = random_values(random, 5 + seed);
        const auto before = describe(x);
        for (auto& value : x) value = *value * 4 + 1048576;
        std::shuffle(x.begin(), x.end(), random);
        const auto after = describe(x);
        CHECK(*after.mean == doctest::Approx(*before.mean * 4 + 1048576).epsilon(1e-14));
        CHECK(*after.median == *before.median * 4 + 1048576);
        CHECK(*after.iqr == *before.iqr * 4);
        CHECK(*after.sd_sample == doctest::Approx(*before.sd_sample * 4).epsilon(1e-12));
        CHECK(*after.skewness == doctest::Approx(*before.skewness).epsilon(1e-9));
        CHECK(*after.kurtosis == doctest::Approx(*before.kurtosis).epsilon(1e-9));
        CHECK(after.outliers.size() == before.outliers.size());
    }
}

TEST_CASE("statistics: random columns agree with the formulas as they are written") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const Values x = random_values(random, 4 + seed);
        const auto n = static_cast<long double>(x.size());
        long double sum = 0, squares = 0;
        for (const auto& value : x) sum += *value;
        for (const auto& value : x) squares += (*value - sum / n) * (*value - sum / n);
        const auto found = describe(x);
        CHECK(*found.sum == static_cast<double>(sum));
        CHECK(*found.var_population == doctest::Approx(static_cast<double>(squares / n)).epsilon(1e-12));
        CHECK(*found.var_sample == doctest::Approx(static_cast<double>(squares / (n - 1))).epsilon(1e-12));
    }
}

} // namespace
} // namespace biaokao
