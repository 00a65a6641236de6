#include "graders/cases/match_cases.h"

#include <algorithm>

namespace biaokao {

PassLimits read_pass_limits(const CaseNode& params, std::string_view limit) {
    const PassLimits limits{params.member(limit).number(), params.member("near_min").number()};
    const bool sound = limits.near_min > 0 && limits.near_min <= limits.match_min && limits.match_min <= 1;
    if (!sound) params.refuse("error.case_limits", {{"limit", std::string(limit)}});
    return limits;
}

void set_counts(Json& out, const Matching& matching) {
    std::vector<std::pair<int, int>> pairs;
    for (const auto* group : {&matching.matched, &matching.wrong_label}) {
        for (const Pair& pair : *group) pairs.emplace_back(pair.reference, pair.candidate);
    }
    std::sort(pairs.begin(), pairs.end());
    Json::Array list;
    for (const auto& [reference, candidate] : pairs) list.push_back(Json::Array{reference, candidate});
    out.set("matched", matching.matched.size());
    out.set("wrong_label", matching.wrong_label.size());
    out.set("near_miss", matching.near_miss.size());
    out.set("missing", matching.missing_references.size());
    out.set("extra", matching.unmatched.size());
    out.set("pairs", std::move(list));
}

Json json_matrix(std::span<const double> cells, std::size_t rows, std::size_t columns) {
    Json::Array matrix;
    for (std::size_t row = 0; row < rows; ++row) {
        Json::Array line;
        for (std::size_t column = 0; column < columns; ++column) line.push_back(cells[row * columns + column]);
        matrix.push_back(std::move(line));
    }
    return matrix;
}

} // namespace biaokao
