// How fast the measures are: each workload at three sizes, beside a plain loop. `biaokao_measure_bench [METRIC]`.
#include <algorithm>
#include <array>
#include <chrono>
#include <iostream>

#include <fmt/format.h>

#include "graders/cases/metric_cases.h"
#include "tests/bench/measures/workload.h"

using namespace biaokao;
using namespace biaokao::bench;

namespace {

constexpr std::uint64_t seed = 20261126;

double median_seconds(const std::function<void()>& work) {
    work(); // once to warm up
    std::array<double, 5> seconds{};
    for (double& one : seconds) {
        const auto start = std::chrono::steady_clock::now();
        work();
        one = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }
    std::nth_element(seconds.begin(), seconds.begin() + 2, seconds.end());
    return seconds[2];
}

struct Timing {
    double ours_s = 0, plain_s = 0;
};

Timing time_workload(const Workload& workload, const MetricCases& metric, std::size_t size) {
    Random random(seed);
    const Json::Array cases = workload.make(random, workload.cases, size);
    const CaseRun run = metric.read(cases, "workload");
    for (const auto& refused : run.refused) {
        if (!refused) continue;
        std::cerr << refused->code << " " << refused->where << "\n";
        std::exit(1);
    }
    return {median_seconds(run.measure), median_seconds(workload.plain(cases))};
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view only = argc > 1 ? argv[1] : "";
    std::cout << fmt::format("{:<44}{:>8}{:>8}{:>11}{:>10}{:>11}{:>9}  {}\n", "workload", "cases", "size", "seconds",
                             "target", "plain loop", "ratio", "growth");
    for (const Workload& workload : all_workloads()) {
        if (!only.empty() && workload.metric != only) continue;
        const auto rows = all_metric_cases();
        const auto metric = std::find_if(rows.begin(), rows.end(),
                                         [&](const MetricCases& row) { return row.metric == workload.metric; });
        double before = 0;
        for (const std::size_t size : workload.sizes) {
            const Timing timing = time_workload(workload, *metric, size);
            const bool first = size == workload.sizes[0];
            std::cout << fmt::format("{:<44}{:>8}{:>8}{:>11.5f}{:>10}{:>11.5f}{:>9.3f}  {}\n",
                                     first ? workload.name : "", workload.cases, size, timing.ours_s,
                                     first ? fmt::format("{:g}", workload.target_s) : "", timing.plain_s,
                                     timing.ours_s / timing.plain_s,
                                     first ? "" : fmt::format("x{:.2f}", timing.ours_s / before))
                      << std::flush;
            before = timing.ours_s;
        }
    }
    return 0;
}
