#include "tests/bench/measures/workload.h"

#include <atomic>

namespace biaokao::bench {

#define WORKLOADS(metric) std::span<const Workload> metric##_workloads();
#include "tests/bench/measures/workload_list.def"
#undef WORKLOADS

std::vector<Workload> all_workloads() {
    std::vector<Workload> all;
#define WORKLOADS(metric)                                                                                              \
    for (const Workload& workload : metric##_workloads()) all.push_back(workload);
#include "tests/bench/measures/workload_list.def"
#undef WORKLOADS
    return all;
}

void keep(double value) {
    std::atomic_signal_fence(std::memory_order_seq_cst);
    asm volatile("" : : "g"(value) : "memory");
}

double between(Random& random, double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
}

std::size_t below(Random& random, std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

Json make_case(std::size_t number, Json params, Json reference, Json candidate) {
    return Json::Object{{"id", "w" + std::to_string(number)},
                        {"params", std::move(params)},
                        {"reference", std::move(reference)},
                        {"candidate", std::move(candidate)}};
}

} // namespace biaokao::bench
