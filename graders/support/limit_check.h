// A check with one limit: its settings, its bands of partial credit, and what a measured value earns.
#pragma once

#include <optional>
#include <string>

#include "engine/score/grader.h"
#include "graders/support/shown_value.h"

namespace biaokao {

struct LimitSpec {
    Measure measure;
    double limit = 0;        // the check's own, or the loosest band's
    std::vector<Band> bands; // from strict to loose; empty: all or nothing

    [[nodiscard]] CheckResult::Outcome outcome(double value) const;
    [[nodiscard]] HalfPoints banded(double value) const;
    // What the value is shown against: the strictest limit it misses, else the one it meets.
    [[nodiscard]] double limit_for(double value) const;
    [[nodiscard]] std::string shown_need() const; // "≥ 0.80", with bands "≥ 0.80: 1.0; ≥ 0.60: 0.5"
    [[nodiscard]] std::string shown(double value) const { return shown_value(value, limit_for(value), measure); }
    void apply(double value, CheckResult& result) const; // outcome and banded
};

// With bands the check's own limit is not used. Bands must go from strict to loose: a problem at /bands.
[[nodiscard]] LimitSpec limit_spec(const CheckSpec& spec, Measure measure, double limit, Problems& problems);

} // namespace biaokao
