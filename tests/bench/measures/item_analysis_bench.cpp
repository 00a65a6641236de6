// Exams of 200 items: every statistic of every item and of the paper.
#include <algorithm>
#include <array>
#include <cmath>

#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

constexpr std::size_t items = 200;

// Marks follow ability less difficulty, so that items discriminate as they do in an exam; one in fifty is not answered.
Json::Array make(Random& random, std::size_t count, std::size_t candidates) {
    std::normal_distribution<double> normal;
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        Json::Array maxima, rows;
        std::vector<double> difficulty(items);
        for (double& one : difficulty) one = normal(random);
        for (std::size_t k = 0; k < items; ++k) maxima.push_back(std::array{1, 1, 2, 3, 6}[below(random, 5)]);
        for (std::size_t c = 0; c < candidates; ++c) {
            const double ability = normal(random);
            Json::Array row;
            for (std::size_t k = 0; k < items; ++k) {
                const double maximum = maxima[k].number();
                const double share = std::clamp(0.5 + (ability - difficulty[k] + normal(random)) / 4, 0.0, 1.0);
                if (below(random, 50) == 0) row.emplace_back();
                else row.emplace_back(static_cast<int>(std::lround(share * maximum)));
            }
            rows.push_back(std::move(row));
        }
        cases.push_back(make_case(i, Json::Object{{"max_marks", std::move(maxima)}}, Json(),
                                  Json::Object{{"marks", std::move(rows)}}));
    }
    return cases;
}

using Columns = std::vector<std::vector<double>>;

double covariance(const std::vector<double>& a, const std::vector<double>& b) {
    double mean_a = 0, mean_b = 0, sum = 0;
    for (const double one : a) mean_a += one;
    for (const double one : b) mean_b += one;
    mean_a /= static_cast<double>(a.size());
    mean_b /= static_cast<double>(b.size());
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - mean_a) * (b[i] - mean_b);
    return sum / static_cast<double>(a.size() - 1);
}

// The formulas as they are written, in double, each covariance on its own.
double plain_exam(const Columns& exam) {
    std::vector<double> totals(exam[0].size());
    for (const auto& column : exam) {
        for (std::size_t i = 0; i < totals.size(); ++i) totals[i] += column[i];
    }
    double sum = 0, weights = 0;
    for (const auto& column : exam) {
        std::vector<double> marks = column, rests = totals;
        for (std::size_t i = 0; i < rests.size(); ++i) rests[i] -= marks[i];
        const double with_rest = covariance(marks, rests);
        sum += with_rest / std::sqrt(covariance(marks, marks) * covariance(rests, rests));
        weights += std::sqrt(std::max(0.0, covariance(marks, totals)));
        std::sort(marks.begin(), marks.end());
        std::sort(rests.begin(), rests.end());
        sum += with_rest / covariance(marks, rests);
    }
    return sum + weights;
}

std::function<void()> plain(const Json::Array& cases) {
    std::vector<Columns> exams;
    for (const Json& one : cases) {
        Columns& exam = exams.emplace_back(items);
        for (const Json& row : *one.find("candidate")->find("marks")->array()) {
            for (std::size_t k = 0; k < items; ++k) {
                const Json& mark = (*row.array())[k];
                exam[k].push_back(mark.is_null() ? 0 : mark.number());
            }
        }
    }
    return [exams = std::move(exams)] {
        for (const Columns& exam : exams) keep(plain_exam(exam));
    };
}

constexpr std::array<Workload, 1> workloads{
    Workload{.name = "200 items, candidates",
             .metric = "item_analysis",
             .cases = 10,
             .sizes = {2000, 3000, 4000},
             .target_s = 0.10,
             .known_s = 1.13,
             .make = make,
             .plain = plain},
};

} // namespace

std::span<const Workload> item_analysis_workloads() { return workloads; }

} // namespace biaokao::bench
