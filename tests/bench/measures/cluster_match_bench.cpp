// 500 items in twenty groups; the candidate puts a quarter of them elsewhere and leaves some out.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

constexpr std::size_t groups = 20;

Json::Array make(Random& random, std::size_t count, std::size_t size) {
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        Json::Array reference, candidate;
        for (std::size_t k = 0; k < size; ++k) {
            const std::size_t group = below(random, groups);
            reference.push_back("类" + std::to_string(group));
            const std::size_t chosen = below(random, 4) == 0 ? below(random, groups) : group;
            if (below(random, 50) == 0) candidate.emplace_back();
            else candidate.push_back("cluster-" + std::to_string(chosen));
        }
        cases.push_back(make_case(i, Json(Json::Object{}), std::move(reference), std::move(candidate)));
    }
    return cases;
}

using PlainGrouping = std::vector<std::pair<std::string, std::string>>;

PlainGrouping plain_grouping(const Json& one) {
    PlainGrouping grouping;
    const Json::Array& reference = *one.find("reference")->array();
    const Json::Array& candidate = *one.find("candidate")->array();
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const std::string* group = candidate[i].string();
        grouping.emplace_back(*reference[i].string(), group ? *group : "alone " + std::to_string(i));
    }
    return grouping;
}

// Tables in maps by name, mutual information, and each group with the largest partner that is left.
std::function<void()> plain_maps(const Json::Array& cases) {
    std::vector<PlainGrouping> all;
    for (const Json& one : cases) all.push_back(plain_grouping(one));
    return [all = std::move(all)] {
        for (const PlainGrouping& grouping : all) {
            std::map<std::string, double> rows, columns;
            std::map<std::pair<std::string, std::string>, double> cells;
            for (const auto& [reference, candidate] : grouping) {
                ++rows[reference];
                ++columns[candidate];
                ++cells[{reference, candidate}];
            }
            const auto n = static_cast<double>(grouping.size());
            double information = 0, matched = 0;
            std::vector<std::pair<double, std::pair<std::string, std::string>>> largest;
            for (const auto& [pair, count] : cells) {
                information += count / n * std::log(n * count / (rows[pair.first] * columns[pair.second]));
                largest.emplace_back(count, pair);
            }
            std::sort(largest.rbegin(), largest.rend());
            for (const auto& [count, pair] : largest) {
                if (rows.erase(pair.first) == 0) continue;
                matched += columns.erase(pair.second) > 0 ? count : 0;
            }
            keep(information + matched);
        }
    };
}

constexpr std::array<Workload, 1> workloads{
    Workload{.name = "items in 20 groups",
             .metric = "cluster_match",
             .cases = 1'000,
             .sizes = {500, 1000, 2000},
             .target_s = 0.08,
             .known_s = 3.87,
             .make = make,
             .plain = plain_maps},
};

} // namespace

std::span<const Workload> cluster_match_workloads() { return workloads; }

} // namespace biaokao::bench
