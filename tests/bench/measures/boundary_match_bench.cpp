// Recordings with 200 boundaries at a tolerance of 50 ms: spread out, and all within reach of one another; beside the
// whole table of a dynamic programme.
#include <algorithm>
#include <array>
#include <cmath>

#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

Json::Array make(Random& random, std::size_t count, std::size_t size, std::size_t spacing_ms) {
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        Json::Array references, candidates;
        for (std::size_t k = 0; k < size; ++k) {
            const auto time = static_cast<std::int64_t>(100 + below(random, size * spacing_ms));
            const auto heard = time - 60 + static_cast<std::int64_t>(below(random, 121));
            references.push_back(time);
            if (below(random, 10) > 0) candidates.push_back(heard);
            if (below(random, 10) == 0)
                candidates.push_back(static_cast<std::int64_t>(below(random, size * spacing_ms)));
        }
        std::shuffle(candidates.begin(), candidates.end(), random);
        cases.push_back(make_case(i, Json::Object{{"tolerance_ms", 50}}, std::move(references), std::move(candidates)));
    }
    return cases;
}

Json::Array make_spread(Random& random, std::size_t count, std::size_t size) { return make(random, count, size, 200); }
Json::Array make_dense(Random& random, std::size_t count, std::size_t size) { return make(random, count, size, 1); }

std::vector<std::int64_t> times_of(const Json& side) {
    std::vector<std::int64_t> times;
    for (const Json& time : *side.array()) times.push_back(*time.integer());
    return times;
}

std::function<void()> plain(const Json::Array& cases) {
    std::vector<std::pair<std::vector<std::int64_t>, std::vector<std::int64_t>>> sides;
    for (const Json& one : cases)
        sides.emplace_back(times_of(*one.find("reference")), times_of(*one.find("candidate")));
    return [sides = std::move(sides)] {
        for (auto [a, b] : sides) {
            std::sort(a.begin(), a.end());
            std::sort(b.begin(), b.end());
            // (pairs, −sum) as one number, two rows
            std::vector<double> before(b.size() + 1), row(b.size() + 1);
            for (const std::int64_t time : a) {
                for (std::size_t j = 0; j < b.size(); ++j) {
                    const auto apart = static_cast<double>(std::abs(time - b[j]));
                    row[j + 1] = std::max({row[j], before[j + 1], apart <= 50 ? before[j] + 1e9 - apart : 0});
                }
                before.swap(row);
            }
            keep(before.back());
        }
    };
}

constexpr std::array<Workload, 2> workloads{Workload{.name = "boundaries at 50 ms",
                                                     .metric = "boundary_match",
                                                     .cases = 1'000,
                                                     .sizes = {200, 400, 800},
                                                     .target_s = 0.02,
                                                     .known_s = 0.188,
                                                     .make = make_spread,
                                                     .plain = plain},
                                            Workload{.name = "boundaries within a few tolerances",
                                                     .metric = "boundary_match",
                                                     .cases = 100,
                                                     .sizes = {200, 400, 800},
                                                     .target_s = 0.02,
                                                     .known_s = 0.188,
                                                     .make = make_dense,
                                                     .plain = plain}};

} // namespace

std::span<const Workload> boundary_match_workloads() { return workloads; }

} // namespace biaokao::bench
