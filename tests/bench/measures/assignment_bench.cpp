// Full matrices of random costs, and beside them the textbook Hungarian method with row and column potentials.
#include <array>
#include <limits>

#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

Json::Array make(Random& random, std::size_t count, std::size_t size) {
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        Json::Array matrix;
        for (std::size_t row = 0; row < size; ++row) {
            Json::Array line;
            for (std::size_t column = 0; column < size; ++column) line.push_back(between(random, 0, 1));
            matrix.push_back(std::move(line));
        }
        cases.push_back(
            make_case(i, Json::Object{{"objective", "min"}}, Json(), Json::Object{{"cost", std::move(matrix)}}));
    }
    return cases;
}

using PlainMatrix = std::vector<std::vector<double>>;

// O(n³): one row after another, numbered from 1; column 0 stands for the row that is looking for a place.
double plain_hungarian(const PlainMatrix& cost) {
    const std::size_t n = cost.size();
    std::vector<double> u(n + 1), v(n + 1);
    std::vector<std::size_t> row_of(n + 1), before(n + 1);
    for (std::size_t i = 1; i <= n; ++i) {
        std::vector<double> slack(n + 1, std::numeric_limits<double>::infinity());
        std::vector<char> used(n + 1);
        std::size_t column = 0;
        for (row_of[0] = i; row_of[column] != 0;) {
            used[column] = 1;
            const std::size_t row = row_of[column];
            std::size_t next = 0;
            double least = std::numeric_limits<double>::infinity();
            for (std::size_t j = 1; j <= n; ++j) {
                if (used[j]) continue;
                const double reduced = cost[row - 1][j - 1] - u[row] - v[j];
                if (reduced < slack[j]) slack[j] = reduced, before[j] = column;
                if (slack[j] < least) least = slack[j], next = j;
            }
            for (std::size_t j = 0; j <= n; ++j) {
                if (used[j]) u[row_of[j]] += least, v[j] -= least;
                else slack[j] -= least;
            }
            column = next;
        }
        for (; column != 0; column = before[column]) row_of[column] = row_of[before[column]];
    }
    double total = 0;
    for (std::size_t j = 1; j <= n; ++j) total += cost[row_of[j] - 1][j - 1];
    return total;
}

std::function<void()> plain(const Json::Array& cases) {
    std::vector<PlainMatrix> matrices;
    for (const Json& one : cases) {
        PlainMatrix& matrix = matrices.emplace_back();
        for (const Json& row : *one.find("candidate")->find("cost")->array()) {
            std::vector<double>& line = matrix.emplace_back();
            for (const Json& cell : *row.array()) line.push_back(cell.number());
        }
    }
    return [matrices = std::move(matrices)] {
        for (const PlainMatrix& matrix : matrices) keep(plain_hungarian(matrix));
    };
}

constexpr std::array<Workload, 2> workloads{
    Workload{.name = "20 × 20 assignments",
             .metric = "assignment",
             .cases = 10'000,
             .sizes = {20, 40, 80},
             .target_s = 0.05,
             .known_s = 0.083,
             .make = make,
             .plain = plain},
    Workload{.name = "500 × 500 assignments",
             .metric = "assignment",
             .cases = 20,
             .sizes = {500, 750, 1000},
             .target_s = 0.1,
             .known_s = 0.165,
             .make = make,
             .plain = plain},
};

} // namespace

std::span<const Workload> assignment_workloads() { return workloads; }

} // namespace biaokao::bench
