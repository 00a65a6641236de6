#include "graders/support/shown_value.h"

#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "graders/measures/limits.h"

namespace biaokao {
namespace {

constexpr int most_decimals = 9; // a difference smaller than this meets the limit anyway

// Half up, as everywhere in the exam; printing alone would round half to even.
std::string fixed(double value, int decimals) {
    const double power = std::pow(10.0, decimals);
    const double rounded = std::floor(value * power + 0.5) / power;
    return fmt::format("{:.{}f}", rounded == 0 ? 0.0 : rounded, decimals);
}

} // namespace

bool meets(double value, double limit, Measure measure) {
    return measure.better == Better::larger ? at_least(value, limit) : at_most(value, limit);
}

std::string shown_value(double value, double limit, Measure measure) {
    const bool met = meets(value, limit, measure);
    for (int decimals = measure.decimals;; ++decimals) {
        const std::string text = fixed(value * measure.scale, decimals);
        const double shown = std::strtod(text.c_str(), nullptr) / measure.scale;
        if (meets(shown, limit, measure) == met || decimals == most_decimals) return text + measure.unit;
    }
}

std::string shown_number(double value, Measure measure) {
    return fixed(value * measure.scale, measure.decimals) + measure.unit;
}

std::string shown_limit(double limit, Measure measure) {
    const double scaled = limit * measure.scale;
    std::string number = fixed(scaled, measure.decimals);
    if (std::abs(std::strtod(number.c_str(), nullptr) - scaled) > limit_slack) number = fmt::format("{:.9g}", scaled);
    return std::string(measure.better == Better::larger ? "≥ " : "≤ ") + number + measure.unit;
}

} // namespace biaokao
