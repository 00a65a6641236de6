// What the cases of boxes, segments, spans and key points share: bounded input, limits of passes, an order that ties
// fall by, counts of a matching, matrices.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include "graders/cases/metric_cases.h"
#include "graders/measures/pass_match.h"

namespace biaokao {

constexpr double largest_coordinate = 1e100;               // products of four stay finite
constexpr std::int64_t largest_offset = 1'000'000'000'000; // ms or code points; sums of a million stay whole
constexpr std::size_t most_pairs = 30'000'000;             // 5,000 against 5,000 and a little more

[[nodiscard]] double read_number_within(const CaseNode& number, double limit); // its magnitude
// Refuses a case whose matching would not fit into memory.
void check_pairs(const CaseNode& place, std::size_t references, std::size_t candidates);

// [[start, end, label] …] with 0 <= start < end, as Thing{start, end, label} by `make`.
template <class Make>
[[nodiscard]] auto read_labelled_intervals(const CaseNode& list, const Make& make) {
    std::vector<decltype(make(std::int64_t{}, std::int64_t{}, std::string_view{}))> things;
    for (const Json& one : list.elements()) {
        const CaseNode row = list.at(one);
        if (!row.is_list_of(3)) break;
        const auto at = [&](std::size_t i) { return row.at(row.elements()[i]); };
        const std::int64_t start = at(0).whole(-largest_offset, largest_offset);
        const std::int64_t end = at(1).whole(-largest_offset, largest_offset);
        if (start < 0 || start >= end) row.refuse("error.case_order");
        things.push_back(make(start, end, at(2).text()));
        if (row.faulty()) break;
    }
    return things;
}

// Things by their keys, so that no value depends on the order in which they were given: of several equally good
// matchings the order of rows and columns decides which one comes out.
template <class Thing>
struct TieOrdered {
    std::vector<Thing> things;
    std::vector<int> given; // the index that each had
};
template <class Thing, class KeyOf>
[[nodiscard]] TieOrdered<Thing> in_tie_order(const std::vector<Thing>& things, const KeyOf& key_of) {
    TieOrdered<Thing> ordered;
    ordered.given.resize(things.size());
    std::iota(ordered.given.begin(), ordered.given.end(), 0);
    const auto thing = [&](int index) -> const Thing& { return things[static_cast<std::size_t>(index)]; };
    std::sort(ordered.given.begin(), ordered.given.end(),
              [&](int a, int b) { return key_of(thing(a)) < key_of(thing(b)); });
    ordered.things.reserve(things.size());
    for (const int index : ordered.given) ordered.things.push_back(thing(index));
    return ordered;
}
// From the indices of the ordered lists back to the given ones.
void restore_indices(Matching& matching, std::span<const int> given_references, std::span<const int> given_candidates);

// `limit` ("iou_min", "tiou_min") and "near_min"; refused unless 0 < near_min <= limit <= 1.
[[nodiscard]] PassLimits read_pass_limits(const CaseNode& params, std::string_view limit);
// matched, wrong_label, near_miss, missing, extra (all that is unmatched) and the sorted pairs of passes 1 and 2.
void set_counts(Json& out, const Matching& matching);
[[nodiscard]] Json json_matrix(std::span<const double> cells, std::size_t rows, std::size_t columns);

} // namespace biaokao
