// Cases of cluster_match: the group of each item on both sides, null where the candidate left it ungrouped.
#include "graders/measures/cluster_match.h"

#include "graders/cases/label_cases.h"
#include "graders/cases/metric_cases.h"

namespace biaokao {
namespace {

struct ClusterCase {
    std::vector<Label> reference;
    std::vector<std::optional<Label>> candidate;
};

struct ClusterValues {
    std::vector<Label> reference_groups, candidate_groups; // by number
    ClusterMatching matching;
};

ClusterCase read(const CaseParts& parts) {
    ClusterCase input;
    for (const Json& one : parts.reference.elements())
        input.reference.push_back(read_reference_label(parts.reference.at(one)));
    for (const Json& one : parts.candidate.elements()) {
        if (one.is_null()) input.candidate.emplace_back();
        else input.candidate.emplace_back(read_text_label(parts.candidate.at(one)));
    }
    if (input.reference.size() != input.candidate.size()) parts.candidate.refuse("error.case_lengths_differ");
    return input;
}

// Groups are numbered by name, so that no tie falls by the order of items. Returns the names.
std::vector<Label> order_groups(const LabelNumbers& numbers, std::vector<int>& group_of_item) {
    OrderedLabels ordered = by_code_point(numbers);
    for (int& group : group_of_item) group = group < 0 ? -1 : ordered.place_of[static_cast<std::size_t>(group)];
    return std::move(ordered.labels);
}

ClusterValues measure(const ClusterCase& input) {
    LabelNumbers reference_numbers, candidate_numbers;
    std::vector<int> reference = numbers_of(input.reference, reference_numbers), candidate;
    candidate.reserve(input.candidate.size());
    for (const auto& group : input.candidate) candidate.push_back(group ? candidate_numbers.number(*group) : -1);
    ClusterValues values{order_groups(reference_numbers, reference), order_groups(candidate_numbers, candidate), {}};
    values.matching = match_clusters(reference, candidate, reference_numbers.size(), candidate_numbers.size());
    return values;
}

Json json_groups(const ClusterValues& values) {
    Json::Array list;
    for (std::size_t i = 0; i < values.matching.groups.size(); ++i) {
        const ReferenceGroup& group = values.matching.groups[i];
        Json partner;
        if (group.partner >= 0) partner = values.candidate_groups[static_cast<std::size_t>(group.partner)].text();
        list.push_back(Json::Array{values.reference_groups[i].text(), group.size, std::move(partner),
                                   group.partner_size, group.common});
    }
    return list;
}

Json print(const ClusterCase&, const ClusterValues& values) {
    const ClusterMatching& matching = values.matching;
    return Json::Object{{"n", matching.items},
                        {"unassigned", matching.unassigned},
                        {"groups_reference", values.reference_groups.size()},
                        {"groups_candidate", values.candidate_groups.size()},
                        {"matched_items", json_or_null(matching.matched_items)},
                        {"accuracy", json_or_null(matching.accuracy)},
                        {"purity", json_or_null(matching.purity)},
                        {"inverse_purity", json_or_null(matching.inverse_purity)},
                        {"homogeneity", json_or_null(matching.homogeneity)},
                        {"completeness", json_or_null(matching.completeness)},
                        {"v_measure", json_or_null(matching.v_measure)},
                        {"ari", json_or_null(matching.ari)},
                        {"nmi", json_or_null(matching.nmi)},
                        {"groups", json_groups(values)}};
}

} // namespace

extern const MetricCases cluster_match_cases{"cluster_match", run_cases<read, measure, print>};

} // namespace biaokao
