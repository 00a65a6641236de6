#include "graders/support/limit_check.h"

namespace biaokao {

CheckResult::Outcome LimitSpec::outcome(double value) const {
    if (bands.empty())
        return meets(value, limit, measure) ? CheckResult::Outcome::earned : CheckResult::Outcome::missed;
    return banded(value).count > 0 ? CheckResult::Outcome::banded : CheckResult::Outcome::missed;
}

HalfPoints LimitSpec::banded(double value) const {
    for (const Band& band : bands) {
        if (meets(value, band.limit, measure)) return band.points;
    }
    return {};
}

double LimitSpec::limit_for(double value) const {
    for (const Band& band : bands) {
        if (meets(value, band.limit, measure)) return band.limit;
    }
    return limit;
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

void LimitSpec::apply(double value, CheckResult& result) const {
    result.outcome = outcome(value);
    result.banded = banded(value);
}

LimitSpec limit_spec(const CheckSpec& spec, Measure measure, double limit, Problems& problems) {
    LimitSpec result{measure, limit, spec.bands};
    if (result.bands.empty()) return result;
    for (std::size_t i = 1; i < result.bands.size(); ++i) {
        const bool looser = measure.better == Better::larger ? result.bands[i].limit < result.bands[i - 1].limit
                                                             : result.bands[i].limit > result.bands[i - 1].limit;
        if (!looser) problems.add("error.bands_not_looser", spec.where + "/bands/" + std::to_string(i) + "/limit");
    }
    result.limit = result.bands.back().limit;
    return result;
}

} // namespace biaokao
