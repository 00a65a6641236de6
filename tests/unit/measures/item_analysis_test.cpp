#include "graders/measures/item_analysis.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

using Random = std::mt19937_64;
using Rows = std::vector<std::vector<std::int32_t>>; // one list for each candidate

MarkTable table_of(std::vector<std::int32_t> maxima, const Rows& rows) {
    MarkTable table{.candidates = rows.size(), .max_marks = std::move(maxima)};
    for (std::size_t item = 0; item < table.max_marks.size(); ++item) {
        for (const auto& row : rows) table.marks.push_back(row[item]);
    }
    return table;
}

void check_near(const std::optional<double>& value, const std::optional<double>& expected) {
    REQUIRE(value.has_value() == expected.has_value());
    if (value) CHECK(*value == doctest::Approx(*expected).epsilon(1e-9));
}

void check_same(const ExamStatistics& a, const ExamStatistics& b) {
    check_near(a.total_sd, b.total_sd);
    check_near(a.skewness, b.skewness);
    check_near(a.kurtosis, b.kurtosis);
    check_near(a.cic, b.cic);
    check_near(a.standard_error, b.standard_error);
    for (std::size_t i = 0; i < a.items.size(); ++i) {
        check_near(a.items[i].sd, b.items[i].sd);
        check_near(a.items[i].discrimination_index, b.items[i].discrimination_index);
        check_near(a.items[i].discriminative_efficiency, b.items[i].discriminative_efficiency);
        check_near(a.items[i].effective_weight, b.items[i].effective_weight);
    }
}

// The formulas as they are written, in long double; the guards as they are written, with exact covariances of small
// marks.
long double covariance(const std::vector<long double>& a, const std::vector<long double>& b) {
    const auto n = static_cast<long double>(a.size());
    const long double mean_a = std::accumulate(a.begin(), a.end(), 0.0L) / n;
    const long double mean_b = std::accumulate(b.begin(), b.end(), 0.0L) / n;
    long double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - mean_a) * (b[i] - mean_b);
    const long double found = sum / (n - 1);
    return std::abs(found) < 1e-12L ? 0 : found;
}

void check_item_plainly(const Rows& rows, std::size_t item, const ItemStatistics& found) {
    std::vector<long double> x, rest;
    for (const auto& row : rows) {
        x.push_back(std::max(row[item], 0));
        rest.push_back(-x.back());
        for (const std::int32_t mark : row) rest.back() += std::max(mark, 0);
    }
    const long double c = covariance(x, rest), vx = covariance(x, x), vr = covariance(rest, rest);
    std::optional<double> index, efficiency;
    if (vx != 0 && vr != 0) index = static_cast<double>(100 * c / std::sqrt(vx * vr));
    std::sort(x.begin(), x.end());
    std::sort(rest.begin(), rest.end());
    if (const long double most = covariance(x, rest); most != 0) efficiency = static_cast<double>(100 * c / most);
    check_near(found.sd, static_cast<double>(std::sqrt(vx)));
    check_near(found.discrimination_index, index);
    check_near(found.discriminative_efficiency, efficiency);
}

Rows random_rows(Random& random, const std::vector<std::int32_t>& maxima, std::size_t count) {
    Rows rows(count);
    for (auto& row : rows) {
        for (const std::int32_t maximum : maxima)
            row.push_back(std::uniform_int_distribution<std::int32_t>(-1, maximum)(random)); // -1: not answered
    }
    return rows;
}

std::vector<std::int32_t> random_maxima(Random& random, std::size_t items) {
    std::vector<std::int32_t> maxima(items);
    for (std::int32_t& one : maxima) one = std::uniform_int_distribution<std::int32_t>(1, 4)(random);
    return maxima;
}

TEST_CASE("item_analysis: the published vector of six candidates and four items") {
    const auto exam = analyse_items(
        table_of({1, 1, 1, 1}, {{1, 1, 0, 1}, {1, 1, 1, 1}, {0, 1, 0, 0}, {1, 0, 0, 1}, {0, 0, 0, 0}, {1, 1, 1, 0}}));
    CHECK(*exam.items[0].discrimination_index == doctest::Approx(73.8549));
    CHECK(*exam.items[1].discriminative_efficiency == doctest::Approx(33.3333).epsilon(1e-5));
    CHECK(*exam.items[0].effective_weight == doctest::Approx(27.8001));
    CHECK(*exam.cic == doctest::Approx(65.6410));
    CHECK(*exam.error_ratio == doctest::Approx(58.6165));
    CHECK(*exam.standard_error == doctest::Approx(0.86281).epsilon(1e-4));
    CHECK(*exam.total_median == 2.5);
}

TEST_CASE("item_analysis: an item whose covariance with the total is exactly 0 keeps the weight 0") {
    // In floating point the covariance of item 0 comes out as a tiny negative number, and its weight as undefined.
    const auto exam = analyse_items(table_of({1, 3}, {{0, 1}, {1, 0}, {0, 3}, {1, 2}, {0, 2}, {1, 1}}));
    CHECK(exam.items[0].effective_weight == std::optional(0.0));
    CHECK(exam.items[1].effective_weight == std::optional(100.0));
}

TEST_CASE("item_analysis: an item against the rest has no weight and does not enter the sum") {
    const auto exam = analyse_items(table_of({1, 1, 1}, {{1, 0, 0}, {1, 0, 0}, {0, 1, 1}, {0, 1, 1}}));
    CHECK_FALSE(exam.items[0].effective_weight.has_value());
    CHECK(exam.items[1].effective_weight == std::optional(50.0));
    CHECK(exam.cic == std::optional(-300.0));
}

TEST_CASE("item_analysis: the discrimination index correlates with the rest score, not with the total") {
    const auto exam = analyse_items(table_of({1, 1}, {{1, 0}, {0, 1}})); // with the total it would be undefined
    CHECK(exam.items[0].discrimination_index == std::optional(-100.0));
}

TEST_CASE("item_analysis: items that agree entirely have an error of exactly 0, never of a negative root") {
    for (const std::int32_t top : {1, 3, 7}) {
        const auto exam = analyse_items(table_of({top, top, top}, {{0, 0, 0}, {top, top, top}, {1, 1, 1}, {0, 0, 0}}));
        CHECK(exam.cic == std::optional(100.0));
        CHECK(exam.error_ratio == std::optional(0.0));
        CHECK(exam.standard_error == std::optional(0.0));
    }
}

TEST_CASE("item_analysis: nobody, one, two and three candidates get what the guards allow") {
    const auto nobody = analyse_items(table_of({1, 1}, {}));
    CHECK_FALSE(nobody.total_mean.has_value());
    CHECK_FALSE(nobody.items[0].facility.has_value());
    const auto one = analyse_items(table_of({1, 1}, {{1, not_answered}}));
    CHECK(one.items[1].facility == std::optional(0.0));
    CHECK(one.items[1].not_answered == 1);
    CHECK(one.total_median == std::optional(1.0));
    CHECK_FALSE(one.total_sd.has_value());
    const auto two = analyse_items(table_of({1, 1}, {{1, 0}, {0, 0}}));
    CHECK(two.total_sd.has_value());
    CHECK_FALSE(two.skewness.has_value());
    CHECK_FALSE(two.cic.has_value());
    const auto three = analyse_items(table_of({1, 1}, {{1, 0}, {0, 0}, {1, 1}}));
    CHECK(three.skewness.has_value());
    CHECK(three.cic.has_value());
    CHECK_FALSE(three.kurtosis.has_value());
}

TEST_CASE("item_analysis: an exam without items has totals of 0") {
    const auto exam = analyse_items(table_of({}, {{}, {}, {}}));
    CHECK(exam.items.empty());
    CHECK(exam.total_mean == std::optional(0.0));
    CHECK_FALSE(exam.cic.has_value());
}

TEST_CASE("item_analysis: random exams agree with the formulas as they are written") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const auto maxima = random_maxima(random, 1 + seed % 6);
        const Rows rows = random_rows(random, maxima, 2 + seed % 23);
        const auto exam = analyse_items(table_of(maxima, rows));
        for (std::size_t item = 0; item < maxima.size(); ++item) check_item_plainly(rows, item, exam.items[item]);
    }
}

TEST_CASE("item_analysis: the order of the candidates does not matter") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const auto maxima = random_maxima(random, 5);
        Rows rows = random_rows(random, maxima, 30);
        const auto before = analyse_items(table_of(maxima, rows));
        std::shuffle(rows.begin(), rows.end(), random);
        check_same(before, analyse_items(table_of(maxima, rows)));
    }
}

TEST_CASE("item_analysis: marks of up to 10^9 give the same ratios as small ones, through wide sums and by sorting") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const std::vector<std::int32_t> maxima{4, 4, 4, 4};
        const Rows rows = random_rows(random, maxima, 12);
        for (const std::int32_t factor : {1000, largest_mark / 4}) {
            Rows larger = rows;
            for (auto& row : larger) {
                for (std::int32_t& mark : row) mark = mark < 0 ? mark : mark * factor;
            }
            auto wide = analyse_items(table_of({4 * factor, 4 * factor, 4 * factor, 4 * factor}, larger));
            const auto scale_back = [&](std::optional<double>& value) { value = *value / factor; };
            scale_back(wide.total_sd);
            if (wide.standard_error) scale_back(wide.standard_error);
            for (ItemStatistics& item : wide.items) scale_back(item.sd);
            check_same(analyse_items(table_of(maxima, rows)), wide);
        }
    }
}

} // namespace
} // namespace biaokao
