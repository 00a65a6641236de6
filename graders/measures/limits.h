// Limits are met with 1e-9 to spare in favour of the candidate: rounding never costs a point.
#pragma once

#ifdef __FAST_MATH__
#error "marks need IEEE arithmetic: build without -ffast-math"
#endif

namespace biaokao {

constexpr double limit_slack = 1e-9;

[[nodiscard]] inline bool at_least(double value, double limit) { return value >= limit - limit_slack; }
[[nodiscard]] inline bool at_most(double value, double limit) { return value <= limit + limit_slack; }

} // namespace biaokao
