#include "graders/measures/sample.h"

#include <algorithm>
#include <cmath>

#include "graders/measures/compensated_sum.h"

namespace biaokao {
namespace {

// Of the largest value. Not beyond ±1000: 2^1000 and its reciprocal are both normal numbers.
int exponent_of(std::span<const double> values) {
    double largest = 0;
    for (const double value : values) largest = std::max(largest, std::abs(value));
    return largest == 0 ? 0 : std::clamp(std::ilogb(largest), -1000, 1000);
}

} // namespace

Sample make_sample(std::vector<double> values) {
    Sample sample{.values = std::move(values)};
    if (sample.values.empty()) return sample;
    sample.exponent = exponent_of(sample.values);
    const double factor = std::ldexp(1.0, -sample.exponent);
    const auto n = static_cast<double>(sample.values.size());
    CompensatedSum sum, deviations;
    for (double& value : sample.values) {
        value *= factor;
        sum.add(value);
        sample.constant &= value == sample.values[0];
    }
    sample.sum = sum.value();
    sample.mean = sample.constant ? sample.values[0] : sample.sum / n;
    for (const double value : sample.values) deviations.add(value - sample.mean);
    sample.mean_error = deviations.value() / n;
    return sample;
}

std::optional<double> unscaled(double scaled, int exponent) {
    const double value = std::ldexp(scaled, exponent);
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace biaokao
