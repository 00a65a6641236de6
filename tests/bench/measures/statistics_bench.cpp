// Pairs of columns: description of the first, three correlations, the line.
#include <algorithm>
#include <array>
#include <cmath>

#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

// One value in fifty is missing; rounding makes ties.
Json::Array make(Random& random, std::size_t count, std::size_t rows) {
    std::normal_distribution<double> normal;
    const auto value = [&](double exact) {
        return below(random, 50) == 0 ? Json() : Json(std::round(exact * 10) / 10);
    };
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        Json::Array x, y;
        for (std::size_t row = 0; row < rows; ++row) {
            const double exact = 50 + 10 * normal(random);
            x.push_back(value(exact));
            y.push_back(value(exact / 2 + 5 * normal(random)));
        }
        cases.push_back(
            make_case(i, Json::Object{{"quantiles", Json::Array{0.25, 0.5, 0.75, 0.9}}, {"outlier_factor", 1.5}},
                      Json(), Json::Object{{"x", std::move(x)}, {"y", std::move(y)}}));
    }
    return cases;
}

struct PlainPair {
    std::vector<double> x, y;
};

double mean_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

double pearson(const std::vector<double>& x, const std::vector<double>& y) {
    const double mean_x = mean_of(x), mean_y = mean_of(y);
    double xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mean_x) * (x[i] - mean_x);
        yy += (y[i] - mean_y) * (y[i] - mean_y);
        xy += (x[i] - mean_x) * (y[i] - mean_y);
    }
    return xy / std::sqrt(xx * yy);
}

std::vector<double> ranks_of(const std::vector<double>& values) {
    std::vector<double> sorted = values, ranks;
    std::sort(sorted.begin(), sorted.end());
    for (const double value : values) {
        const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), value);
        ranks.push_back(static_cast<double>((first - sorted.begin()) + (last - sorted.begin()) + 1) / 2);
    }
    return ranks;
}

// All pairs of rows.
double kendall(const PlainPair& pair) {
    double sum = 0, untied_x = 0, untied_y = 0;
    for (std::size_t i = 0; i < pair.x.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const double dx = pair.x[i] - pair.x[j], dy = pair.y[i] - pair.y[j];
            untied_x += dx != 0;
            untied_y += dy != 0;
            sum += dx * dy > 0 ? 1 : dx * dy < 0 ? -1 : 0;
        }
    }
    return sum / std::sqrt(untied_x * untied_y);
}

// Moments, a sorted copy and the three correlations; gaps of either side are left out throughout.
double plain_pair(const PlainPair& pair) {
    std::vector<double> sorted = pair.x;
    std::sort(sorted.begin(), sorted.end());
    const double mean = mean_of(pair.x);
    double m2 = 0, m3 = 0, m4 = 0;
    for (const double value : pair.x) {
        const double d = value - mean;
        m2 += d * d, m3 += d * d * d, m4 += d * d * d * d;
    }
    return sorted[sorted.size() / 2] + m2 + m3 + m4 + pearson(pair.x, pair.y) +
           pearson(ranks_of(pair.x), ranks_of(pair.y)) + kendall(pair);
}

std::function<void()> plain(const Json::Array& cases) {
    std::vector<PlainPair> pairs;
    for (const Json& one : cases) {
        PlainPair& pair = pairs.emplace_back();
        const Json::Array &x = *one.find("candidate")->find("x")->array(),
                          &y = *one.find("candidate")->find("y")->array();
        for (std::size_t row = 0; row < x.size(); ++row) {
            if (x[row].is_null() || y[row].is_null()) continue;
            pair.x.push_back(x[row].number());
            pair.y.push_back(y[row].number());
        }
    }
    return [pairs = std::move(pairs)] {
        for (const PlainPair& pair : pairs) keep(plain_pair(pair));
    };
}

constexpr std::array<Workload, 1> workloads{
    Workload{.name = "pairs of columns, rows",
             .metric = "statistics",
             .cases = 2000,
             .sizes = {200, 400, 800},
             .target_s = 0.15,
             .known_s = 3.29,
             .make = make,
             .plain = plain},
};

} // namespace

std::span<const Workload> statistics_workloads() { return workloads; }

} // namespace biaokao::bench
