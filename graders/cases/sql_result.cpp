// Cases of sql_result: the rows that two queries return.
#include "graders/measures/sql_result.h"

#include "graders/cases/metric_cases.h"
#include "graders/cases/table_cases.h"

namespace biaokao {
namespace {

struct ResultCase {
    double tolerance = 0;
    TableRows reference, candidate;
};

ResultCase read(const CaseParts& parts) {
    ResultCase input;
    const CaseNode tolerance = parts.params.member("number_tolerance");
    input.tolerance = tolerance.number();
    if (input.tolerance < 0) tolerance.refuse("error.case_tolerance");
    input.reference = read_table_rows(parts.reference.member("rows"), std::nullopt);
    input.candidate = read_table_rows(parts.candidate.member("rows"), std::nullopt);
    return input;
}

ResultComparison measure(const ResultCase& input) {
    return compare_results(input.reference, input.candidate, input.tolerance);
}

Json print(const ResultCase& input, const ResultComparison& found) {
    Json out(Json::Object{{"list_equal", found.list_equal},
                          {"multiset_equal", json_or_null(found.multiset_equal)},
                          {"set_equal", json_or_null(found.set_equal)},
                          {"list_equal_any_columns", json_or_null(found.list_equal_any_columns)},
                          {"multiset_equal_any_columns", json_or_null(found.multiset_equal_any_columns)},
                          {"rows_matched", json_or_null(found.rows_matched)}});
    const auto rest_of = [&](std::size_t rows) {
        return found.rows_matched ? Json(rows - *found.rows_matched) : Json();
    };
    out.set("rows_missing", rest_of(input.reference.rows));
    out.set("rows_extra", rest_of(input.candidate.rows));
    return out;
}

} // namespace

extern const MetricCases sql_result_cases{"sql_result", run_cases<read, measure, print>};

} // namespace biaokao
