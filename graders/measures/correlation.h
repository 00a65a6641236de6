// How two columns of the same rows go together: three correlations and the straight line of y on x.
#pragma once

#include <optional>

#include "graders/measures/sample.h"

namespace biaokao {

// Over the rows without a gap on either side.
struct PairStatistics {
    std::optional<double> pearson, spearman, kendall_tau_b; // two rows or more, neither side constant
    std::optional<double> slope, intercept;                 // least squares; x not constant; empty beyond a double
};

// Columns of equal length. Spearman takes mean ranks for ties. Kendall by merge sort (Knight 1966), O(n log n).
[[nodiscard]] PairStatistics describe_pairs(Column x, Column y);

} // namespace biaokao
