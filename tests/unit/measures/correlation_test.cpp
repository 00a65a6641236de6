#include "graders/measures/correlation.h"

#include <cmath>
#include <random>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

using Random = std::mt19937_64;
using Values = std::vector<std::optional<double>>;

// Few different values, so that there are ties on either side and on both; one in ten is a gap.
Values random_values(Random& random, std::size_t count, int different) {
    Values values(count);
    for (auto& value : values) {
        if (std::uniform_int_distribution<int>(0, 9)(random) == 0) continue;
        value = std::uniform_int_distribution<int>(0, different)(random);
    }
    return values;
}

void drop_gaps(Values& x, Values& y) {
    Values kept_x, kept_y;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!x[i] || !y[i]) continue;
        kept_x.push_back(x[i]);
        kept_y.push_back(y[i]);
    }
    x = kept_x, y = kept_y;
}

int sign(double value) { return (value > 0) - (value < 0); }

// All pairs of rows.
double plain_tau_b(const Values& x, const Values& y) {
    double sum = 0, untied_x = 0, untied_y = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const int dx = sign(*x[i] - *x[j]), dy = sign(*y[i] - *y[j]);
            sum += dx * dy;
            untied_x += dx != 0;
            untied_y += dy != 0;
        }
    }
    return sum / std::sqrt(untied_x * untied_y);
}

Values mean_ranks(const Values& x) {
    Values ranks;
    for (const auto& one : x) {
        double below = 0, equal = 0;
        for (const auto& other : x) below += *other < *one, equal += *other == *one;
        ranks.emplace_back(below + (equal + 1) / 2);
    }
    return ranks;
}

TEST_CASE("correlation: a perfect line has every correlation at 1 and its own slope") {
    const auto found = describe_pairs(Values{1, 2, 3, 4}, Values{3, 5, 7, 9});
    CHECK(found.pearson == std::optional(1.0));
    CHECK(found.spearman == std::optional(1.0));
    CHECK(found.kendall_tau_b == std::optional(1.0));
    CHECK(*found.slope == doctest::Approx(2));
    CHECK(*found.intercept == doctest::Approx(1));
}

TEST_CASE("correlation: mean ranks and tau-b where there are ties on both sides") {
    const auto found = describe_pairs(Values{1, 1, 2, 2, 3}, Values{1, 2, 2, 3, 3});
    CHECK(*found.spearman == doctest::Approx(0.805555555556));
    CHECK(*found.kendall_tau_b == doctest::Approx(0.75));
}

TEST_CASE("correlation: a constant side leaves the correlations undefined, a constant x the line too") {
    const auto flat = describe_pairs(Values{1, 2, 3}, Values{0.1, 0.1, 0.1});
    CHECK_FALSE(flat.pearson.has_value());
    CHECK(flat.slope == std::optional(0.0));
    CHECK(*flat.intercept == doctest::Approx(0.1));
    const auto upright = describe_pairs(Values{0.1, 0.1, 0.1}, Values{1, 2, 3});
    CHECK_FALSE(upright.kendall_tau_b.has_value());
    CHECK_FALSE(upright.slope.has_value());
}

TEST_CASE("correlation: a side that is constant only over the complete rows is constant") {
    CHECK_FALSE(describe_pairs(Values{1, 1, 2}, Values{5, 6, std::nullopt}).pearson.has_value());
    CHECK_FALSE(describe_pairs(Values{1, std::nullopt}, Values{5, 6}).pearson.has_value());
}

TEST_CASE("correlation: a large offset leaves slope and correlation precise") {
    const auto found = describe_pairs(Values{1000000.1, 1000000.2, 1000000.3}, Values{1, 2, 4});
    CHECK(*found.pearson == doctest::Approx(0.981980506062).epsilon(1e-9));
    CHECK(*found.slope == doctest::Approx(15).epsilon(1e-8));
}

TEST_CASE("correlation: values at the ends of the range of double give numbers or nothing, never infinity") {
    const auto found = describe_pairs(Values{1e-300, 2e-300, 4e-300}, Values{1e300, 2e300, 4e300});
    CHECK(*found.pearson == doctest::Approx(1));
    CHECK_FALSE(found.slope.has_value());
    CHECK(*describe_pairs(Values{1e300, 2e300, 4e300}, Values{1e300, 2e300, 4e300}).slope == doctest::Approx(1));
}

TEST_CASE("correlation: ranks agree with all pairs and with counted ranks, ties and gaps among them") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const std::size_t count = 4 + seed;
        Values x = random_values(random, count, 6 + static_cast<int>(seed)), y = random_values(random, count, 5);
        const auto found = describe_pairs(x, y);
        drop_gaps(x, y);
        if (!found.pearson) continue;
        CHECK(*found.kendall_tau_b == doctest::Approx(plain_tau_b(x, y)).epsilon(1e-12));
        CHECK(*found.spearman == doctest::Approx(*describe_pairs(mean_ranks(x), mean_ranks(y)).pearson).epsilon(1e-12));
    }
}

TEST_CASE("correlation: exchanging the sides changes no correlation, turning one round changes its sign") {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const Values x = random_values(random, 40, 12), y = random_values(random, 40, 12);
        const auto found = describe_pairs(x, y), exchanged = describe_pairs(y, x);
        CHECK(*exchanged.pearson == doctest::Approx(*found.pearson));
        CHECK(*exchanged.spearman == doctest::Approx(*found.spearman));
        CHECK(*exchanged.kendall_tau_b == doctest::Approx(*found.kendall_tau_b));
        Values turned = y;
        for (auto& value : turned) value = value ? std::optional(-*value) : value;
        CHECK(*describe_pairs(x, turned).kendall_tau_b == doctest::Approx(-*found.kendall_tau_b));
        CHECK(*describe_pairs(x, turned).spearman == doctest::Approx(-*found.spearman));
    }
}

} // namespace
} // namespace biaokao
