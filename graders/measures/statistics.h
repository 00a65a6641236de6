// Sample statistics of a column: the numbers that a task on data asks for, as numpy, pandas and Excel give them.
//
// Two passes with compensated sums: Σx² - (Σx)²/n loses everything at 1,000,000.1. Values are scaled by a power of two
// first, so that no intermediate leaves the range of a double; a result that does is given as empty.
#pragma once

#include <optional>
#include <vector>

#include "graders/measures/sample.h"

namespace biaokao {

struct StatisticsSettings {
    std::vector<double> quantiles; // wanted ones, each 0 … 1
    double outlier_factor = 1.5;   // times the interquartile range
};

// n values, gaps left out. Empty: undefined, "constant" decided by comparing the values.
struct ColumnStatistics {
    std::size_t n = 0, missing = 0;
    std::optional<double> sum, mean, median, min, max;
    std::optional<double> mode;                          // the smallest of the most frequent
    std::optional<double> var_population, sd_population; // divide by n
    std::optional<double> var_sample, sd_sample;         // divide by n - 1; n >= 2
    std::vector<std::optional<double>> quantiles;        // type 7 (R, numpy, Excel PERCENTILE.INC)
    std::optional<double> iqr;
    std::vector<std::size_t> outliers; // rows, gaps counted, strictly outside Q1 - k·IQR … Q3 + k·IQR
    std::optional<double> skewness;    // G1; n >= 3, not constant
    std::optional<double> kurtosis;    // G2, excess; n >= 4, not constant
};

[[nodiscard]] ColumnStatistics describe_column(Column x, const StatisticsSettings& settings);

} // namespace biaokao
