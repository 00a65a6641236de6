// The only number that a score is made of: 1 = half a point. No rounding can arise, and 59.5 is never 60.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace biaokao {

struct HalfPoints {
    std::int32_t count = 0;

    friend auto operator<=>(const HalfPoints&, const HalfPoints&) = default; // NOLINT(modernize-use-nullptr): no 0 here
    HalfPoints& operator+=(HalfPoints other) {
        count += other.count;
        return *this;
    }
    HalfPoints& operator-=(HalfPoints other) {
        count -= other.count;
        return *this;
    }
    friend HalfPoints operator+(HalfPoints a, HalfPoints b) { return {a.count + b.count}; }
    friend HalfPoints operator-(HalfPoints a, HalfPoints b) { return {a.count - b.count}; }
};

// 3 → "1.5". Always one decimal, as on the printed sheet.
[[nodiscard]] std::string text_from_points(HalfPoints points);
// 1.5 → 3. Empty when the number is no multiple of 0.5 within ±10,000.
[[nodiscard]] std::optional<HalfPoints> half_points_from(double points);
[[nodiscard]] inline double number_from_points(HalfPoints points) { return points.count / 2.0; }

} // namespace biaokao
