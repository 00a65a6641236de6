#include "graders/measures/assignment.h"

#include <doctest/doctest.h>

#include "tests/unit/measures/metric_cases.h"

namespace biaokao {
namespace {

Result<Json> assignment_values(const Json& params, const Json&, const Json& candidate) {
    const double sign = *params.find("objective")->string() == "min" ? -1 : 1;
    const Json::Array& rows = *candidate.find("cost")->array();
    const std::size_t columns = rows.empty() ? 0 : rows.front().array()->size();
    std::vector<Cell> cells;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const Json::Array& row = *rows[r].array();
        if (row.size() != columns) return test::bad_form();
        for (std::size_t c = 0; c < columns; ++c) {
            if (!row[c].is_null()) cells.push_back({static_cast<int>(r), static_cast<int>(c), sign * row[c].number()});
        }
    }
    const Assignment found = assign_most_then_largest(static_cast<int>(rows.size()), static_cast<int>(columns), cells);
    Json::Array chosen;
    for (const int column : found.column_of_row) chosen.push_back(column < 0 ? Json() : Json(column));
    return Json(
        Json::Object{{"pairs", found.pairs}, {"total", sign * found.total + 0.0}, {"columns", std::move(chosen)}});
}

TEST_CASE("assignment agrees with the reference cases") {
    test::check_metric_cases("assignment", assignment_values, 184);
}

TEST_CASE("assignment prefers two poor pairs to one good one") {
    // Largest sum alone took the 0.96 and lost a found object.
    const std::vector<Cell> cells{{0, 0, 0.96}, {0, 1, 0.45}, {1, 0, 0.45}};
    const Assignment found = assign_most_then_largest(2, 2, cells);
    CHECK(found.pairs == 2);
    CHECK(found.total == doctest::Approx(0.9));
}

TEST_CASE("assignment keeps the digits of costs beside forbidden cells") {
    // With 1e18 for a forbidden cell, 0.25 and 0.5 were the same.
    const std::vector<Cell> cells{{0, 0, 0.25}, {0, 1, 0.5}};
    const Assignment found = assign_most_then_largest(3, 2, cells);
    CHECK(found.column_of_row == std::vector<int>{1, -1, -1});
    CHECK(found.total == 0.5);
}

TEST_CASE("assignment of nothing is nothing") {
    CHECK(assign_most_then_largest(0, 5, {}).pairs == 0);
    CHECK(assign_most_then_largest(5, 0, {}).pairs == 0);
}

} // namespace
} // namespace biaokao
