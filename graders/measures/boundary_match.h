// Points in time against points in time, such as word boundaries: the largest one-to-one matching within a tolerance
// and, among the largest, the smallest sum of differences (metrics.md 13).
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace biaokao {

struct BoundaryMatch {
    std::int64_t matched = 0, missing = 0, extra = 0;
    std::int64_t abs_error_ms = 0;
    [[nodiscard]] std::optional<double> precision() const; // absent without a candidate
    [[nodiscard]] std::optional<double> recall() const;    // absent without a reference
    [[nodiscard]] std::optional<double> f1() const;        // absent when both are empty
};

// Within these limits every sum fits: 2^42 ms reach from 1970 to 2109.
constexpr std::int64_t max_boundary_ms = std::int64_t{1} << 42;
constexpr std::size_t max_boundaries = 100'000; // a day and more with one a second

// Times in 0 … max_boundary_ms, in any order, at most max_boundaries a side; a time that is given twice is two points.
// Points further apart than the tolerance (0 or more) never meet.
//
// Sorted points of a line are matched without crossings, so one dynamic programme over two indices suffices. It visits
// for each reference only candidates within the tolerance, and only those that leave no more points free than the
// largest matching does. Of n + m points that lie close together, k of which stay free, it costs n · (k + 1) steps at
// most, whatever the tolerance: 5,000 + 5,000 equal times are 5,000 steps, 5,000 + 2,500 are 6 million.
[[nodiscard]] BoundaryMatch match_boundaries(std::span<const std::int64_t> references_ms,
                                             std::span<const std::int64_t> candidates_ms, std::int64_t tolerance_ms);

} // namespace biaokao
