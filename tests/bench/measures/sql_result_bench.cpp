// Results of four columns: the same rows, shuffled, with columns in another order, or with one cell changed.
#include <algorithm>
#include <array>
#include <map>

#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

constexpr std::array<const char*, 5> names{"王芳", "李伟", "刘静", "陈敏", "张娜"};

Json::Array make(Random& random, std::size_t count, std::size_t size, double tolerance) {
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        Json::Array reference, candidate;
        std::array<std::size_t, 4> order{0, 1, 2, 3};
        if (i % 4 == 2) std::shuffle(order.begin(), order.end(), random);
        for (std::size_t row = 0; row < size; ++row) {
            const double average = between(random, 0, 100);
            const Json name = std::string(names[below(random, names.size())]) + std::to_string(below(random, 100));
            Json::Array cells{name, static_cast<int>(below(random, 1000)), average,
                              below(random, 3) == 0 ? Json() : Json("通过")};
            reference.push_back(cells);
            cells[2] = average + tolerance * between(random, -0.1, 0.1);
            Json::Array turned;
            for (const std::size_t column : order) turned.push_back(cells[column]);
            candidate.push_back(std::move(turned));
        }
        if (i % 4 == 3) (*candidate[0].array())[1] = 1000;
        if (i % 4 != 0) std::shuffle(candidate.begin(), candidate.end(), random);
        cases.push_back(make_case(i, Json::Object{{"number_tolerance", tolerance}},
                                  Json::Object{{"rows", std::move(reference)}},
                                  Json::Object{{"rows", std::move(candidate)}}));
    }
    return cases;
}

Json::Array make_exact(Random& random, std::size_t count, std::size_t size) { return make(random, count, size, 0); }
Json::Array make_near(Random& random, std::size_t count, std::size_t size) { return make(random, count, size, 1e-6); }

using PlainRows = std::vector<std::vector<std::string>>;

PlainRows texts_of(const Json::Array& rows) {
    PlainRows texts;
    for (const Json& row : rows) {
        auto& cells = texts.emplace_back();
        for (const Json& cell : *row.array()) cells.push_back(dump_json(cell));
    }
    return texts;
}

// A multiset of rows of texts for each order of the columns, until one fits; knows no tolerance.
double plain_orders(const PlainRows& reference, const PlainRows& candidate) {
    std::map<std::vector<std::string>, int> counts;
    for (const auto& row : reference) ++counts[row];
    std::array<std::size_t, 4> order{0, 1, 2, 3};
    do {
        std::map<std::vector<std::string>, int> left = counts;
        std::size_t matched = 0;
        for (const auto& row : candidate) {
            const auto found = left.find({row[order[0]], row[order[1]], row[order[2]], row[order[3]]});
            if (found == left.end() || found->second == 0) break;
            --found->second;
            ++matched;
        }
        if (matched == reference.size()) return 1;
    } while (std::next_permutation(order.begin(), order.end()));
    return 0;
}

std::function<void()> plain(const Json::Array& cases) {
    std::vector<std::pair<PlainRows, PlainRows>> results;
    for (const Json& one : cases)
        results.emplace_back(texts_of(*one.find("reference")->find("rows")->array()),
                             texts_of(*one.find("candidate")->find("rows")->array()));
    return [results = std::move(results)] {
        for (const auto& [reference, candidate] : results) keep(plain_orders(reference, candidate));
    };
}

constexpr std::array<Workload, 2> workloads{
    Workload{.name = "results of 4 columns, rows",
             .metric = "sql_result",
             .cases = 200,
             .sizes = {500, 1000, 2000},
             .target_s = 0.06,
             .known_s = 0.249,
             .make = make_exact,
             .plain = plain},
    Workload{.name = "the same within a tolerance",
             .metric = "sql_result",
             .cases = 200,
             .sizes = {500, 1000, 2000},
             .target_s = 0.06,
             .known_s = 0.249,
             .make = make_near,
             .plain = plain},
};

} // namespace

std::span<const Workload> sql_result_workloads() { return workloads; }

} // namespace biaokao::bench
