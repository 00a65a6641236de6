// Cases of polyline_distance: two lines, measured at a number of equal steps.
#include "graders/measures/polyline_distance.h"

#include <vector>

#include "graders/cases/metric_cases.h"

namespace biaokao {
namespace {

constexpr std::int64_t most_steps = 10'000; // a case costs steps², and no drawing shows more

struct LineCase {
    int steps = 1;
    std::vector<Vec2> reference, candidate;
};

std::vector<Vec2> read_line(const CaseNode& list) {
    std::vector<Vec2> points;
    for (const Json& one : list.elements()) {
        const CaseNode point = list.at(one);
        if (!point.is_list_of(2)) break;
        points.push_back({point.at(point.elements()[0]).number(), point.at(point.elements()[1]).number()});
    }
    if (points.size() < 2) list.refuse("error.case_too_few", {{"count", "2"}});
    return points;
}

LineCase read(const CaseParts& parts) {
    LineCase input;
    input.steps = static_cast<int>(parts.params.member("steps").whole(1, most_steps));
    input.reference = read_line(parts.reference);
    input.candidate = read_line(parts.candidate);
    return input;
}

PolylineDistance measure(const LineCase& input) {
    return polyline_distance(input.reference, input.candidate, input.steps);
}

Json print(const LineCase&, const PolylineDistance& values) {
    return Json::Object{{"chamfer_px", values.chamfer},
                        {"hausdorff_px", values.hausdorff},
                        {"frechet_px", values.frechet},
                        {"frechet_reversed_px", values.frechet_reversed},
                        {"ends_px", values.ends},
                        {"length_reference_px", values.reference_length},
                        {"length_candidate_px", values.candidate_length}};
}

} // namespace

extern const MetricCases polyline_distance_cases{"polyline_distance", run_cases<read, measure, print>};

} // namespace biaokao
