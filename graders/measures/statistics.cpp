#include "graders/measures/statistics.h"

#include <algorithm>
#include <cmath>

#include "engine/base/result.h"
#include "graders/measures/compensated_sum.h"
#include "graders/measures/limits.h"

namespace biaokao {
namespace {

double quantile_of(std::span<const double> sorted, double q) {
    BIAOKAO_ASSERT(q >= 0 && q <= 1);
    const double place = static_cast<double>(sorted.size() - 1) * q;
    const auto below = std::min(static_cast<std::size_t>(place), sorted.size() - 1);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

double mode_of(std::span<const double> sorted) {
    double mode = sorted[0];
    std::size_t most = 0;
    for (std::size_t first = 0; first < sorted.size();) {
        std::size_t end = first + 1;
        while (end < sorted.size() && sorted[end] == sorted[first]) ++end;
        if (end - first > most) most = end - first, mode = sorted[first];
        first = end;
    }
    return mode;
}

// Rows strictly outside the fences. A value on a fence stays inside although both are rounded: the values by the last
// digits of the largest one, whose size is about 1 here, and the fence by those of the interquartile range.
std::vector<std::size_t> outliers_of(Column x, const Sample& sample, double q1, double q3, double factor) {
    const double reach = factor * (q3 - q1);
    const double slack = reach == 0 ? 0 : limit_slack * std::abs(reach) + 1e-15;
    const double low = q1 - reach - slack, high = q3 + reach + slack;
    std::vector<std::size_t> rows;
    std::size_t next = 0;
    for (std::size_t row = 0; row < x.size(); ++row) {
        if (!x[row]) continue;
        const double value = sample.values[next++];
        if (value < low || value > high) rows.push_back(row);
    }
    return rows;
}

void set_moments(ColumnStatistics& found, const Sample& sample) {
    CompensatedSum squares, cubes, fourths;
    for (std::size_t i = 0; i < sample.values.size(); ++i) {
        const double d = sample.deviation(i), square = d * d;
        squares.add(square);
        cubes.add(square * d);
        fourths.add(square * square);
    }
    const auto n = static_cast<double>(sample.values.size());
    const double m2 = sample.constant ? 0 : squares.value() / n;
    found.var_population = unscaled(m2, 2 * sample.exponent);
    found.sd_population = unscaled(std::sqrt(m2), sample.exponent);
    if (n < 2) return;
    const double sample_variance = m2 * n / (n - 1);
    found.var_sample = unscaled(sample_variance, 2 * sample.exponent);
    found.sd_sample = unscaled(std::sqrt(sample_variance), sample.exponent);
    if (n < 3 || sample.constant) return;
    found.skewness = std::sqrt(n * (n - 1)) / (n - 2) * (cubes.value() / n) / (m2 * std::sqrt(m2));
    if (n < 4) return;
    const double excess = fourths.value() / n / (m2 * m2) - 3;
    found.kurtosis = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6);
}

} // namespace

ColumnStatistics describe_column(Column x, const StatisticsSettings& settings) {
    std::vector<double> values;
    values.reserve(x.size());
    for (const std::optional<double>& value : x) {
        if (value) values.push_back(*value);
    }
    ColumnStatistics found{.n = values.size(), .missing = x.size() - values.size()};
    found.quantiles.resize(settings.quantiles.size());
    if (values.empty()) return found;

    const Sample sample = make_sample(std::move(values));
    std::vector<double> sorted = sample.values;
    std::sort(sorted.begin(), sorted.end());
    const auto given = [&](double scaled) { return unscaled(scaled, sample.exponent); };
    found.sum = given(sample.sum);
    found.mean = given(sample.mean);
    found.median = given(quantile_of(sorted, 0.5));
    found.min = given(sorted.front());
    found.max = given(sorted.back());
    found.mode = given(mode_of(sorted));
    for (std::size_t i = 0; i < settings.quantiles.size(); ++i)
        found.quantiles[i] = given(quantile_of(sorted, settings.quantiles[i]));
    const double q1 = quantile_of(sorted, 0.25), q3 = quantile_of(sorted, 0.75);
    found.iqr = given(q3 - q1);
    found.outliers = outliers_of(x, sample, q1, q3, settings.outlier_factor);
    set_moments(found, sample);
    return found;
}

} // namespace biaokao
