// Cases of boundary_match: points in time in whole milliseconds.
#include "graders/measures/boundary_match.h"

#include <limits>
#include <vector>

#include "graders/cases/metric_cases.h"

namespace biaokao {
namespace {

struct BoundaryCase {
    std::int64_t tolerance_ms = 0;
    std::vector<std::int64_t> references_ms, candidates_ms;
};

std::vector<std::int64_t> read_times(const CaseNode& list) {
    std::vector<std::int64_t> times;
    if (list.elements().size() > max_boundaries)
        list.refuse("error.case_too_many", {{"count", std::to_string(max_boundaries)}});
    times.reserve(list.elements().size());
    for (const Json& time : list.elements()) times.push_back(list.at(time).whole(0, max_boundary_ms));
    return times;
}

BoundaryCase read(const CaseParts& parts) {
    BoundaryCase input;
    input.tolerance_ms = parts.params.member("tolerance_ms").whole(0, std::numeric_limits<std::int64_t>::max());
    input.references_ms = read_times(parts.reference);
    input.candidates_ms = read_times(parts.candidate);
    return input;
}

BoundaryMatch measure(const BoundaryCase& input) {
    return match_boundaries(input.references_ms, input.candidates_ms, input.tolerance_ms);
}

Json print(const BoundaryCase&, const BoundaryMatch& match) {
    return Json::Object{{"matched", match.matched},
                        {"missing", match.missing},
                        {"extra", match.extra},
                        {"precision", json_or_null(match.precision())},
                        {"recall", json_or_null(match.recall())},
                        {"f1", json_or_null(match.f1())},
                        {"abs_error_ms", match.abs_error_ms}};
}

} // namespace

extern const MetricCases boundary_match_cases{"boundary_match", run_cases<read, measure, print>};

} // namespace biaokao
