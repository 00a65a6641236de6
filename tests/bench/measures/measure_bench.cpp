// How fast the measures are, and how exact.
//   biaokao_measure_bench [METRIC]       each workload at three sizes, beside a plain loop
//   biaokao_measure_bench --table DATA   the table of graders/README.md; DATA holds the published cases
#include <iostream>

#include <fmt/format.h>

#include "tests/bench/measures/measure_table.h"
#include "tests/bench/measures/timing.h"

using namespace biaokao::bench;

namespace {

void print_workload(const Workload& workload) {
    double before = 0;
    for (const std::size_t size : workload.sizes) {
        const Timing timing = time_workload(workload, size);
        const bool first = size == workload.sizes[0];
        std::cout << fmt::format("{:<48}{:>8}{:>8}{:>11.5f}{:>10}{:>11.5f}{:>9.3f}  {}\n", first ? workload.name : "",
                                 workload.cases, size, timing.ours_s,
                                 first && workload.target_s > 0 ? fmt::format("{:g}", workload.target_s) : "",
                                 timing.plain_s, timing.ours_s / timing.plain_s,
                                 first ? "" : fmt::format("x{:.2f}", timing.ours_s / before))
                  << std::flush;
        before = timing.ours_s;
    }
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view first = argc > 1 ? argv[1] : "";
    if (first == "--table") {
        const std::string table = measure_table(argc > 2 ? argv[2] : "");
        std::cout << table;
        return table.empty() ? 1 : 0;
    }
    std::cout << fmt::format("{:<48}{:>8}{:>8}{:>11}{:>10}{:>11}{:>9}  {}\n", "workload", "cases", "size", "seconds",
                             "target", "plain loop", "ratio", "growth");
    for (const Workload& workload : all_workloads()) {
        if (first.empty() || workload.metric == first) print_workload(workload);
    }
    return 0;
}
