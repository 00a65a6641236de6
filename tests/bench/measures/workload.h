// A workload of one measure, as metrics.md section 22 defines it: made at three sizes, timed through the same rows that
// `biaokao score --time` uses, and beside it a plain loop that anybody would write first.
#pragma once

#include <functional>
#include <random>
#include <span>
#include <string_view>

#include "engine/base/json.h"

namespace biaokao::bench {

using Random = std::mt19937_64;

struct Workload {
    std::string_view name;   // "20 + 20 boxes in two passes"
    std::string_view metric; // row of graders/cases
    std::size_t cases = 0;
    std::size_t sizes[3] = {}; // of one case, growing; the first is the one of `target_s`
    double target_s = 0;
    double known_s = 0; // the best known implementation on the machine that the target was set on
    // `count` cases of the given size, in the case format.
    Json::Array (*make)(Random& random, std::size_t count, std::size_t size) = nullptr;
    // Reads what it needs and returns the work to be timed.
    std::function<void()> (*plain)(const Json::Array& cases) = nullptr;
};

// Keeps a result from being optimised away.
void keep(double value);
[[nodiscard]] double between(Random& random, double low, double high);
[[nodiscard]] std::size_t below(Random& random, std::size_t limit); // 0 … limit − 1
// {"id", "params", "reference", "candidate"}
[[nodiscard]] Json make_case(std::size_t number, Json params, Json reference, Json candidate);

// WORKLOADS(metric) in workload_list.def: tests/bench/measures/<metric>_bench.cpp defines <metric>_workloads().
[[nodiscard]] std::vector<Workload> all_workloads();

} // namespace biaokao::bench
