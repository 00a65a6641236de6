// Cases of assignment: a matrix of costs in which null forbids a pair.
#include "graders/measures/assignment.h"

#include <array>

#include "graders/cases/match_cases.h"
#include "graders/cases/metric_cases.h"

namespace biaokao {
namespace {

constexpr std::array<std::string_view, 2> objectives{"min", "max"};
constexpr double largest_cost = 1e300; // so that no sum overflows

struct AssignmentCase {
    Objective objective = Objective::smallest;
    std::size_t rows = 0, columns = 0;
    std::vector<double> cells;
};

AssignmentCase read(const CaseParts& parts) {
    AssignmentCase input;
    input.objective =
        parts.params.member("objective").choice(objectives) == 0 ? Objective::smallest : Objective::largest;
    const CaseNode matrix = parts.candidate.member("cost");
    for (const Json& one : matrix.elements()) {
        const CaseNode row = matrix.at(one);
        const std::span<const Json> cells = row.elements();
        if (input.rows++ == 0) input.columns = cells.size();
        if (cells.size() != input.columns) row.refuse("error.case_ragged");
        for (const Json& cell : cells)
            input.cells.push_back(cell.is_null() ? forbidden : read_number_within(row.at(cell), largest_cost));
        if (row.faulty()) break;
    }
    return input;
}

Assignment measure(const AssignmentCase& input) {
    return assign_in_matrix(input.rows, input.columns, input.cells, input.objective);
}

Json print(const AssignmentCase&, const Assignment& assignment) {
    Json::Array columns;
    for (const int column : assignment.column_of_row)
        columns.push_back(json_or_null(column < 0 ? std::nullopt : std::optional(column)));
    return Json::Object{{"pairs", assignment.pairs}, {"total", assignment.total}, {"columns", std::move(columns)}};
}

} // namespace

extern const MetricCases assignment_cases{"assignment", run_cases<read, measure, print>};

} // namespace biaokao
