// How a workload is timed: the median of five runs after one to warm up, the plain loop beside it.
#pragma once

#include "graders/cases/metric_cases.h"
#include "tests/bench/measures/workload.h"

namespace biaokao::bench {

struct Timing {
    double ours_s = 0, plain_s = 0;
};

[[nodiscard]] const MetricCases& metric_row(std::string_view metric); // asserts that there is one
[[nodiscard]] Timing time_workload(const Workload& workload, std::size_t size);

} // namespace biaokao::bench
