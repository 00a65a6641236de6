// Cases of keypoint_oks: people and their joints, the matrix of OKS, the matching, and one pair in detail.
#include "graders/measures/keypoint_oks.h"

#include "graders/cases/match_cases.h"
#include "graders/cases/metric_cases.h"

namespace biaokao {
namespace {

struct KeypointCase {
    std::vector<double> sigmas;
    double oks_min = 0;
    bool details = false;
    std::vector<KeypointReference> references;
    std::vector<std::vector<Keypoint>> candidates;
};

struct KeypointValues {
    KeypointMatching matching;
    std::vector<std::optional<double>> distances;
    int equal_visibility = 0;
};

double read_coordinate(const CaseNode& row, std::size_t index) {
    return read_number_within(row.at(row.elements()[index]), largest_coordinate);
}

std::vector<Keypoint> read_points(const CaseNode& list, std::size_t count) {
    std::vector<Keypoint> points;
    if (list.elements().size() != count) list.refuse("error.case_lengths_differ");
    for (const Json& one : list.elements()) {
        const CaseNode row = list.at(one);
        if (!row.is_list_of(3)) break;
        points.push_back({{read_coordinate(row, 0), read_coordinate(row, 1)},
                          static_cast<Visibility>(row.at(row.elements()[2]).whole(0, 2))});
        if (row.faulty()) break;
    }
    return points;
}

KeypointReference read_reference(const CaseNode& object, std::size_t count) {
    KeypointReference reference{.points = read_points(object.member("points"), count)};
    const CaseNode area = object.member("area_px2"), box = object.member("box");
    reference.area_px2 = read_number_within(area, largest_coordinate);
    if (reference.area_px2 < 0) area.refuse("error.case_negative_size");
    if (box.is_list_of(4))
        reference.box = {read_coordinate(box, 0), read_coordinate(box, 1), read_coordinate(box, 2),
                         read_coordinate(box, 3)};
    return reference;
}

KeypointCase read(const CaseParts& parts) {
    KeypointCase input;
    const CaseNode sigmas = parts.params.member("sigmas");
    for (const Json& sigma : sigmas.elements())
        input.sigmas.push_back(read_number_within(sigmas.at(sigma), largest_coordinate));
    if (input.sigmas.empty()) sigmas.refuse("error.case_too_few", {{"count", "1"}}); // the mean of nothing
    input.oks_min = parts.params.member("oks_min").number();
    input.details = parts.params.member("details").truth();
    const CaseNode references = parts.reference.member("objects"), candidates = parts.candidate.member("objects");
    for (const Json& one : references.elements())
        input.references.push_back(read_reference(references.at(one), input.sigmas.size()));
    for (const Json& one : candidates.elements())
        input.candidates.push_back(read_points(candidates.at(one).member("points"), input.sigmas.size()));
    if (input.details && (input.references.size() != 1 || input.candidates.size() != 1))
        parts.params.member("details").refuse("error.case_details");
    check_pairs(parts.candidate, input.references.size(), input.candidates.size());
    return input;
}

KeypointValues measure(const KeypointCase& input) {
    KeypointValues values{match_keypoints(input.references, input.candidates, input.sigmas, input.oks_min)};
    if (!input.details) return values;
    values.distances = point_distances(input.references[0].points, input.candidates[0]);
    values.equal_visibility = count_equal_visibility(input.references[0].points, input.candidates[0]);
    return values;
}

Json print(const KeypointCase& input, const KeypointValues& values) {
    const KeypointMatching& matching = values.matching;
    Json out = Json::Object{{"oks", json_matrix(matching.oks, input.references.size(), input.candidates.size())},
                            {"matched", matching.matched.size()},
                            {"missing", matching.missing_references.size()},
                            {"extra", matching.unmatched.size()},
                            {"oks_sum", matching.oks_sum}};
    if (!input.details) return out;
    Json::Array distances;
    for (const auto& distance : values.distances) distances.push_back(json_or_null(distance));
    out.set("distance_px", std::move(distances));
    out.set("visibility_equal", values.equal_visibility);
    return out;
}

} // namespace

extern const MetricCases keypoint_oks_cases{"keypoint_oks", run_cases<read, measure, print>};

} // namespace biaokao
