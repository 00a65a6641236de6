#include "graders/measures/krippendorff.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <vector>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

using Ratings = std::vector<std::optional<double>>;
constexpr std::nullopt_t gap = std::nullopt;

KrippendorffAlpha alpha_of(const std::vector<Ratings>& raters) {
    Ratings all;
    for (const Ratings& row : raters) all.insert(all.end(), row.begin(), row.end());
    return krippendorff_alpha(all, raters.size(), raters.empty() ? 0 : raters.front().size());
}

struct PlainValues {
    std::map<double, double> counts; // of the pairable ratings
    double distance(double c, double k, int level) const {
        if (c == k) return 0;
        if (level == 0) return 1;
        if (level == 2) return c - k;
        if (level == 3) return (c - k) / (c + k);
        double between = 0;
        for (const auto& [value, count] : counts) {
            if (value >= std::min(c, k) && value <= std::max(c, k)) between += count;
        }
        return between - (counts.at(c) + counts.at(k)) / 2;
    }
};

// By the definition, pair of raters by pair of raters.
double plain_alpha(const std::vector<Ratings>& raters, int level) {
    PlainValues values;
    std::vector<std::vector<double>> units(raters.front().size());
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        for (const Ratings& row : raters) {
            if (row[unit]) units[unit].push_back(*row[unit]);
        }
        if (units[unit].size() < 2) units[unit].clear();
        for (const double value : units[unit]) ++values.counts[value];
    }
    double observed = 0, expected = 0, n = 0;
    for (const auto& [value, count] : values.counts) n += count;
    for (const auto& unit : units) {
        for (const double c : unit) {
            for (const double k : unit)
                observed += std::pow(values.distance(c, k, level), 2) / static_cast<double>(unit.size() - 1);
        }
    }
    for (const auto& [c, n_c] : values.counts) {
        for (const auto& [k, n_k] : values.counts)
            expected += n_c * n_k * std::pow(values.distance(c, k, level), 2) / (n - 1);
    }
    return 1 - observed / expected;
}

std::vector<Ratings> random_table(std::mt19937& random, bool whole) {
    const std::size_t raters = 2 + random() % 4, units = 2 + random() % 20;
    std::vector<Ratings> table(raters, Ratings(units));
    for (std::size_t unit = 0; unit < units; ++unit) {
        const double common = static_cast<double>(random() % 5) / (whole ? 1 : 7);
        for (Ratings& row : table) {
            if (random() % 6 == 0) continue;
            row[unit] = random() % 3 == 0 ? static_cast<double>(random() % 5) / (whole ? 1 : 7) : common;
        }
    }
    return table;
}

void check_equal(const KrippendorffAlpha& a, const KrippendorffAlpha& b) {
    const auto check = [](const std::optional<double>& one, const std::optional<double>& other) {
        REQUIRE(one.has_value() == other.has_value());
        if (one) CHECK(*one == doctest::Approx(*other).epsilon(1e-9));
    };
    CHECK(a.pairable == b.pairable);
    check(a.nominal, b.nominal);
    check(a.ordinal, b.ordinal);
    check(a.interval, b.interval);
    check(a.ratio, b.ratio);
}

TEST_CASE("alpha of twelve units and four raters with gaps, as published") {
    const std::vector<Ratings> raters{{1, 2, 3, 3, 2, 1, 4, 1, 2, gap, gap, gap},
                                      {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, gap, gap},
                                      {gap, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3},
                                      {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, gap}};
    const KrippendorffAlpha alpha = alpha_of(raters);
    CHECK(alpha.pairable == 40);
    CHECK(*alpha.nominal == doctest::Approx(0.743421052632));
    CHECK(*alpha.ordinal == doctest::Approx(0.815387503755));
    CHECK(*alpha.interval == doctest::Approx(0.849107142857));
    CHECK(*alpha.ratio == doctest::Approx(0.797402774712));
}

TEST_CASE("alpha is undefined where fewer than two different values are left") {
    CHECK_FALSE(alpha_of({{1, 1}, {1, 1}}).nominal.has_value());
    CHECK_FALSE(alpha_of({{1, 1, 5}, {1, 1, gap}}).interval.has_value()); // the 5 stands alone in its unit
    CHECK(alpha_of({{1, gap}, {gap, 2}}).pairable == 0);
    CHECK_FALSE(alpha_of({}).nominal.has_value());
    CHECK_FALSE(alpha_of({{}, {}}).ordinal.has_value());
    CHECK_FALSE(alpha_of({{0.0}, {-0.0}}).nominal.has_value()); // one value
}

TEST_CASE("a negative value leaves ratio undefined only where it can be paired") {
    CHECK_FALSE(alpha_of({{-1, 1, 2}, {-1, 2, 2}}).ratio.has_value());
    CHECK(alpha_of({{-1, 1, 2}, {-1, 2, 2}}).interval.has_value());
    CHECK(alpha_of({{-1, 1, 2}, {gap, 2, 2}}).ratio.has_value());
}

TEST_CASE("ordinal distances use the frequencies of the pairable ratings only") {
    // With the lone ratings counted too, the 2s between 1 and 3 pushed these apart.
    const std::vector<Ratings> pairable{{1, 2, 3, 1}, {1, 3, 3, 2}};
    std::vector<Ratings> with_lone = pairable;
    for (int i = 0; i < 20; ++i) {
        with_lone[0].emplace_back(2);
        with_lone[1].emplace_back();
    }
    check_equal(alpha_of(pairable), alpha_of(with_lone));
}

TEST_CASE("0.1 + 0.2 and 0.3 are different categories") {
    const KrippendorffAlpha alpha = alpha_of({{0.1 + 0.2, 1, 2}, {0.3, 1, 2}});
    CHECK(*alpha.nominal < 0.9);
    CHECK(*alpha.interval == doctest::Approx(1));
}

TEST_CASE("full agreement is exactly 1 at every level") {
    const KrippendorffAlpha alpha = alpha_of({{0.1, 0.7, 3, 0}, {0.1, 0.7, 3, 0}, {0.1, gap, 3, 0}});
    CHECK(alpha.nominal == 1.0);
    CHECK(alpha.ordinal == 1.0);
    CHECK(alpha.interval == 1.0);
    CHECK(alpha.ratio == 1.0);
}

TEST_CASE("values near the ends of the range of doubles neither overflow nor vanish") {
    const std::vector<Ratings> plain{{1, 2, 3, 1}, {1, 3, 3, 2}};
    for (const double scale : {1e-300, 5e307}) {
        std::vector<Ratings> scaled = plain;
        for (Ratings& row : scaled) {
            for (auto& rating : row) *rating *= scale;
        }
        check_equal(alpha_of(scaled), alpha_of(plain));
    }
    const KrippendorffAlpha extreme = alpha_of({{0, 5e-324, 1e308, 1e308}, {5e-324, 5e-324, -0.0, 1e308}});
    CHECK(std::isfinite(*extreme.ratio));
    CHECK(std::isfinite(*extreme.interval));
}

TEST_CASE("alpha is what the definition says") {
    for (unsigned seed = 1; seed <= 80; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const std::vector<Ratings> table = random_table(random, seed % 2 == 0);
        const KrippendorffAlpha alpha = alpha_of(table);
        if (!alpha.nominal) continue;
        CHECK(*alpha.nominal == doctest::Approx(plain_alpha(table, 0)).epsilon(1e-9));
        CHECK(*alpha.ordinal == doctest::Approx(plain_alpha(table, 1)).epsilon(1e-9));
        CHECK(*alpha.interval == doctest::Approx(plain_alpha(table, 2)).epsilon(1e-9));
        CHECK(*alpha.ratio == doctest::Approx(plain_alpha(table, 3)).epsilon(1e-9));
    }
}

TEST_CASE("alpha is blind to the order of raters and units; interval to shift and scale, ordinal to any stretching") {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        std::vector<Ratings> table = random_table(random, true);
        const KrippendorffAlpha before = alpha_of(table);
        std::reverse(table.begin(), table.end());
        for (Ratings& row : table) std::rotate(row.begin(), row.begin() + 1, row.end());
        check_equal(alpha_of(table), before);
        if (!before.nominal) continue;
        std::vector<Ratings> shifted = table, stretched = table;
        for (Ratings& row : shifted) {
            for (auto& rating : row) rating = rating ? std::optional(*rating * 3 + 1000) : rating;
        }
        for (Ratings& row : stretched) {
            for (auto& rating : row) rating = rating ? std::optional(std::exp(*rating)) : rating;
        }
        CHECK(*alpha_of(shifted).interval == doctest::Approx(*before.interval).epsilon(1e-9));
        CHECK(*alpha_of(stretched).ordinal == doctest::Approx(*before.ordinal).epsilon(1e-9));
        CHECK(*alpha_of(stretched).nominal == doctest::Approx(*before.nominal).epsilon(1e-9));
    }
}

} // namespace
} // namespace biaokao
