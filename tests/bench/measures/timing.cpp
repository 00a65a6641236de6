#include "tests/bench/measures/timing.h"

#include <algorithm>
#include <array>

#include "tests/bench/cpu_time.h"

namespace biaokao::bench {
namespace {

constexpr std::uint64_t seed = 20261126;

double median_seconds(const std::function<void()>& work) {
    work();
    std::array<double, 5> seconds{};
    for (double& one : seconds) {
        const double start = cpu_seconds();
        work();
        one = cpu_seconds() - start;
    }
    std::nth_element(seconds.begin(), seconds.begin() + 2, seconds.end());
    return seconds[2];
}

} // namespace

const MetricCases& metric_row(std::string_view metric) {
    const auto rows = all_metric_cases();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const MetricCases& r) { return r.metric == metric; });
    BIAOKAO_ASSERT(row != rows.end());
    return *row;
}

Timing time_workload(const Workload& workload, std::size_t size) {
    Random random(seed);
    const Json::Array cases = workload.make(random, workload.cases, size);
    const CaseRun run = metric_row(workload.metric).read(cases, "workload");
    for (const auto& refused : run.refused) BIAOKAO_ASSERT(!refused);
    return {median_seconds(run.measure), median_seconds(workload.plain(cases))};
}

} // namespace biaokao::bench
