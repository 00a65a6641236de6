// Tables of eight columns: a tenth of the cells was to change, a few rows come and go.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

constexpr std::array<const char*, 8> columns{"id", "name", "city", "amount", "score", "date", "note", "grade"};
constexpr std::array<const char*, 5> names{"王芳", "李伟", "刘静", "陈敏", "张娜"};
constexpr double score_tolerance = 0.01;

Json cell(Random& random, std::size_t column) {
    switch (column) {
    case 3: return static_cast<int>(below(random, 1000));
    case 4: return std::round(between(random, 0, 10'000)) / 100;
    case 5: return "2026-0" + std::to_string(1 + below(random, 9)) + "-1" + std::to_string(below(random, 10));
    case 6: return below(random, 3) == 0 ? Json() : Json("已核对");
    default: return names[below(random, names.size())];
    }
}

Json::Array changed(Random& random, const Json::Array& rows, std::size_t one_in) {
    Json::Array result;
    for (const Json& row : rows) {
        if (below(random, 40) == 0) continue;
        Json::Array& cells = *result.emplace_back(row).array();
        for (std::size_t column = 1; column < cells.size(); ++column) {
            if (below(random, one_in) == 0) cells[column] = cell(random, column);
        }
    }
    return result;
}

Json::Array make(Random& random, std::size_t count, std::size_t size) {
    Json::Array cases;
    const Json::Array heads(columns.begin(), columns.end());
    for (std::size_t i = 0; i < count; ++i) {
        Json::Array before;
        for (std::size_t row = 0; row < size; ++row) {
            Json::Array cells{"row" + std::to_string(row)};
            for (std::size_t column = 1; column < columns.size(); ++column) cells.push_back(cell(random, column));
            before.push_back(std::move(cells));
        }
        Json::Array after = changed(random, before, 10), rows = changed(random, after, 20);
        std::shuffle(rows.begin(), rows.end(), random);
        cases.push_back(make_case(
            i, Json::Object{{"key", "id"}, {"numeric", Json::Object{{"amount", 0}, {"score", score_tolerance}}}},
            Json::Object{{"columns", heads}, {"before", std::move(before)}, {"after", std::move(after)}},
            Json::Object{{"columns", heads}, {"rows", std::move(rows)}}));
    }
    return cases;
}

using PlainTable = std::map<std::string, Json::Array>;

struct PlainCase {
    Json::Array before, after, rows;
};

PlainTable by_id(const Json::Array& rows) {
    PlainTable table;
    for (const Json& row : rows) table[*(*row.array())[0].string()] = *row.array();
    return table;
}

bool equal(const Json& a, const Json& b, std::size_t column) {
    if (column == 4 && a.is_number() && b.is_number())
        return std::abs(a.number() - b.number()) <= score_tolerance + 1e-9;
    return a == b;
}

// Maps by id, cell by cell.
double plain_counts(const PlainCase& one) {
    const PlainTable before = by_id(one.before), after = by_id(one.after), rows = by_id(one.rows);
    std::array<double, 5> counts{};
    for (const auto& [id, original] : before) {
        const auto wanted = after.find(id), found = rows.find(id);
        if (wanted == after.end() || found == rows.end()) continue;
        for (std::size_t column = 1; column < columns.size(); ++column) {
            const bool to_change = !equal(original[column], wanted->second[column], column);
            const bool right = equal(found->second[column], wanted->second[column], column);
            const bool left = equal(found->second[column], original[column], column);
            ++counts[right ? (to_change ? 0 : 4) : !to_change ? 3 : left ? 1 : 2];
        }
    }
    return counts[0] - counts[3];
}

std::function<void()> plain(const Json::Array& cases) {
    std::vector<PlainCase> read;
    for (const Json& one : cases) {
        const Json& reference = *one.find("reference");
        read.push_back({*reference.find("before")->array(), *reference.find("after")->array(),
                        *one.find("candidate")->find("rows")->array()});
    }
    return [read = std::move(read)] {
        for (const PlainCase& one : read) keep(plain_counts(one));
    };
}

constexpr std::array<Workload, 1> workloads{
    Workload{.name = "tables of 8 columns, rows",
             .metric = "table_diff",
             .cases = 100,
             .sizes = {500, 1000, 2000},
             .target_s = 0.05,
             .known_s = 2.01,
             .make = make,
             .plain = plain},
};

} // namespace

std::span<const Workload> table_diff_workloads() { return workloads; }

} // namespace biaokao::bench
