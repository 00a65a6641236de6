// A number as files and people write it: whole numbers stay exact beyond 2^53, where a double would not tell
// 9007199254740993 from its neighbour. 1, 1.0 and a text that reads as 1 are one and the same value; so are 0 and -0.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>

#include "engine/base/result.h"

namespace biaokao {

class Number {
public:
    Number() = default; // zero
    explicit Number(std::int64_t value) : whole_(value), value_(static_cast<double>(value)) {}
    explicit Number(double value) : is_whole_(false), value_(value) { // finite
        BIAOKAO_ASSERT(std::isfinite(value));
        constexpr double limit = 9223372036854775808.0; // 2^63
        if (value < -limit || value >= limit || std::trunc(value) != value) return;
        *this = Number(static_cast<std::int64_t>(value));
    }

    // The nearest double.
    [[nodiscard]] double value() const { return value_; }
    // Only where it is a whole number within 64 bits.
    [[nodiscard]] std::optional<std::int64_t> whole() const { return is_whole_ ? std::optional(whole_) : std::nullopt; }

    friend bool operator==(const Number&, const Number&) = default;
    friend bool operator<(const Number& a, const Number& b) {
        if (a.is_whole_ && b.is_whole_) return a.whole_ < b.whole_;
        if (a.value_ != b.value_) return a.value_ < b.value_;
        return a.is_whole_ && !b.is_whole_; // 2^63 is no whole number here, but the nearest double of some
    }
    // |a - b|, rounded once; infinite where that is beyond a double.
    [[nodiscard]] friend double distance(const Number& a, const Number& b) {
        if (!a.is_whole_ || !b.is_whole_) return std::abs(a.value_ - b.value_);
        const auto low = static_cast<std::uint64_t>(a.whole_ < b.whole_ ? a.whole_ : b.whole_);
        const auto high = static_cast<std::uint64_t>(a.whole_ < b.whole_ ? b.whole_ : a.whole_);
        return static_cast<double>(high - low);
    }

private:
    bool is_whole_ = true;
    std::int64_t whole_ = 0; // 0 where it is not whole
    double value_ = 0;
};

} // namespace biaokao
