// Classical item statistics of an exam: how hard an item was, how well it tells strong candidates from weak ones, how
// reliable the paper is. The formulas are those of Moodle's quiz statistics; all variances divide by S - 1. Every guard
// ("is this variance zero", "is this covariance negative") is decided in integers: in floating point a covariance of
// exactly 0 comes out as -1e-17 and the item loses its weight.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace biaokao {

constexpr std::int32_t not_answered = -1; // counts 0 and is counted apart
constexpr std::int32_t largest_mark = 1'000'000'000;

struct MarkTable {
    std::size_t candidates = 0;
    std::vector<std::int32_t> max_marks; // of each item in half-points, 1 … largest_mark
    std::vector<std::int32_t> marks;     // item by item, of each candidate: 0 … the maximum, or not_answered
};

// With S candidates, mark x on the item, total T and rest score X = T - x. Empty where a guard forbids the value.
struct ItemStatistics {
    std::size_t not_answered = 0;
    std::optional<double> facility;                  // mean of x / maximum; S >= 1
    std::optional<double> sd;                        // of x; S >= 2
    std::optional<double> discrimination_index;      // 100 · correlation of x and X; both must vary
    std::optional<double> discriminative_efficiency; // 100 · C(x, X) / C(sorted x, sorted X); the latter not 0
    std::optional<double> effective_weight;          // percent by sqrt C(x, T); C not negative, their sum not 0
};

struct ExamStatistics {
    std::vector<ItemStatistics> items;
    std::optional<double> total_mean, total_median;         // half-points; S >= 1
    std::optional<double> total_sd;                         // S >= 2
    std::optional<double> skewness, kurtosis;               // of T; S >= 3 and S >= 4, T must vary
    std::optional<double> cic, error_ratio, standard_error; // percent, percent, half-points; S >= 3, two items or
                                                            // more, T must vary
};

// At most 4 · 10⁹ marks: up to there no sum leaves 128 bits.
[[nodiscard]] ExamStatistics analyse_items(const MarkTable& table);

} // namespace biaokao
