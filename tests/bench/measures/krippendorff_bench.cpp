// Five raters who mark units from 1 to 5, a tenth of the marks missing: alpha at four levels.
#include <array>
#include <cmath>
#include <map>

#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

constexpr int raters = 5;

Json::Array make(Random& random, std::size_t count, std::size_t size) {
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<int> common;
        for (std::size_t unit = 0; unit < size; ++unit) common.push_back(1 + static_cast<int>(below(random, 5)));
        Json::Array rows;
        for (int rater = 0; rater < raters; ++rater) {
            Json::Array row;
            for (const int mark : common) {
                if (below(random, 10) == 0) row.emplace_back();
                else row.push_back(below(random, 4) == 0 ? 1 + static_cast<int>(below(random, 5)) : mark);
            }
            rows.push_back(std::move(row));
        }
        cases.push_back(make_case(i, Json(Json::Object{}), Json(), Json::Object{{"ratings", std::move(rows)}}));
    }
    return cases;
}

using PlainUnits = std::vector<std::vector<double>>;
using Coincidences = std::map<double, std::map<double, double>>;

PlainUnits plain_units(const Json::Array& rows) {
    PlainUnits units(rows.front().array()->size());
    for (const Json& row : rows) {
        for (std::size_t unit = 0; unit < units.size(); ++unit) {
            const Json& rating = (*row.array())[unit];
            if (!rating.is_null()) units[unit].push_back(rating.number());
        }
    }
    return units;
}

Coincidences count_pairs(const PlainUnits& units) {
    Coincidences matrix;
    for (const auto& unit : units) {
        for (std::size_t a = 0; a < unit.size(); ++a) {
            for (std::size_t b = 0; b < unit.size(); ++b) {
                if (a != b) matrix[unit[a]][unit[b]] += 1 / (static_cast<double>(unit.size()) - 1);
            }
        }
    }
    return matrix;
}

double plain_alpha(const Coincidences& matrix, int level) {
    std::map<double, double> counts;
    double n = 0, observed = 0, expected = 0;
    for (const auto& [c, row] : matrix) {
        for (const auto& [k, pairs] : row) counts[c] += pairs, n += pairs;
    }
    for (const auto& [c, n_c] : counts) {
        double between = -n_c / 2;
        for (auto at = counts.find(c); at != counts.end(); ++at) {
            const auto [k, n_k] = *at;
            between += n_k;
            const double ordinal = between - n_k / 2;
            const std::array<double, 4> distance{k == c ? 0.0 : 1.0, ordinal, k - c,
                                                 k + c == 0 ? 0 : (k - c) / (k + c)};
            const double squared = k == c ? 0 : std::pow(distance[static_cast<std::size_t>(level)], 2);
            const auto row = matrix.find(c);
            const auto cell = row->second.find(k);
            if (cell != row->second.end()) observed += cell->second * squared;
            expected += n_c * n_k / (n - 1) * squared;
        }
    }
    return 1 - observed / expected;
}

// The matrix of coincidences, pair of raters by pair of raters, and the sums over it.
std::function<void()> plain_coincidences(const Json::Array& cases) {
    std::vector<PlainUnits> all;
    for (const Json& one : cases) all.push_back(plain_units(*one.find("candidate")->find("ratings")->array()));
    return [all = std::move(all)] {
        for (const PlainUnits& units : all) {
            const Coincidences matrix = count_pairs(units);
            for (int level = 0; level < 4; ++level) keep(plain_alpha(matrix, level));
        }
    };
}

constexpr std::array<Workload, 1> workloads{
    Workload{.name = "5 raters, four levels",
             .metric = "krippendorff",
             .cases = 1'000,
             .sizes = {100, 200, 400},
             .target_s = 0.03,
             .known_s = 0.326,
             .make = make,
             .plain = plain_coincidences},
};

} // namespace

std::span<const Workload> krippendorff_workloads() { return workloads; }

} // namespace biaokao::bench
