#include "graders/cases/match_cases.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace biaokao {

double read_number_within(const CaseNode& number, double limit) {
    const double value = number.number();
    if (std::abs(value) <= limit) return value;
    number.refuse("error.case_range", {{"limit", fmt::format("{:g}", limit)}});
    return 0;
}

void check_pairs(const CaseNode& place, std::size_t references, std::size_t candidates) {
    if (references != 0 && candidates > most_pairs / references)
        place.refuse("error.case_pairs", {{"count", std::to_string(most_pairs)}});
}

void restore_indices(Matching& matching, std::span<const int> given_references, std::span<const int> given_candidates) {
    const auto reference = [&](int& index) { index = given_references[static_cast<std::size_t>(index)]; };
    const auto candidate = [&](int& index) { index = given_candidates[static_cast<std::size_t>(index)]; };
    for (auto* pairs : {&matching.matched, &matching.wrong_label, &matching.near_miss}) {
        for (Pair& pair : *pairs) {
            reference(pair.reference);
            candidate(pair.candidate);
        }
    }
    std::for_each(matching.missing_references.begin(), matching.missing_references.end(), reference);
    std::for_each(matching.unmatched.begin(), matching.unmatched.end(), candidate);
}

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
