// A check with one limit, or with bands of partial credit in its place, and what a measured value earns.
#pragma once

#include <string>
#include <vector>

#include "engine/score/grader.h"
#include "graders/support/shown_value.h"

namespace biaokao {

struct LimitSpec {
    Measure measure;
    double limit = 0;        // all or nothing; not used where there are bands
    std::vector<Band> bands; // from strict to loose, the first for the item in full

    void apply(double value, CheckResult& result) const; // outcome and banded
    [[nodiscard]] double loosest() const { return bands.empty() ? limit : bands.back().limit; }
    [[nodiscard]] std::string shown_need() const; // "≥ 0.80", with bands "≥ 0.80: 1.0; ≥ 0.60: 0.5"
    // With as many decimals as it takes to stand on the right side of every limit.
    [[nodiscard]] std::string shown(double value) const;
};

// Every band must be looser than the one before it: a problem at /bands/i/limit.
[[nodiscard]] LimitSpec limit_spec(const CheckSpec& spec, Measure measure, double limit, Problems& problems);

} // namespace biaokao
