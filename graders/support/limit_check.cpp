#include "graders/support/limit_check.h"

namespace biaokao {

void LimitSpec::apply(double value, CheckResult& result) const {
    result.outcome = CheckResult::Outcome::missed;
    if (bands.empty() && meets(value, limit, measure)) result.outcome = CheckResult::Outcome::earned;
    for (const Band& band : bands) {
        if (!meets(value, band.limit, measure)) continue;
        result.outcome = CheckResult::Outcome::banded;
        result.banded = band.points;
        return;
    }
}

std::string LimitSpec::shown_need() const {
    if (bands.empty()) return shown_limit(limit, measure);
    std::string text;
    for (const Band& band : bands) {
        if (!text.empty()) text += "; ";
        text += shown_limit(band.limit, measure) + ": " + text_from_points(band.points);
    }
    return text;
}

std::string LimitSpec::shown(double value) const {
    if (bands.empty()) return shown_value(value, limit, measure);
    std::string longest;
    for (const Band& band : bands) {
        std::string text = shown_value(value, band.limit, measure);
        if (text.size() > longest.size()) longest = std::move(text);
    }
    return longest;
}

LimitSpec limit_spec(const CheckSpec& spec, Measure measure, double limit, Problems& problems) {
    LimitSpec result{measure, limit, spec.bands};
    for (std::size_t i = 1; i < result.bands.size(); ++i) {
        const double above = result.bands[i - 1].limit, here = result.bands[i].limit;
        const bool looser = measure.better == Better::larger ? here < above : here > above;
        if (!looser) problems.add("error.bands_not_looser", spec.where + "/bands/" + std::to_string(i) + "/limit");
    }
    return result;
}

} // namespace biaokao
