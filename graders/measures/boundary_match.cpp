#include "graders/measures/boundary_match.h"

#include <algorithm>
#include <vector>

#include "engine/base/result.h"

namespace biaokao {
namespace {

using Times = std::span<const std::int64_t>;

// Sorted points, cut out of both sides so that nothing outside comes within the tolerance of anything inside.
struct Cluster {
    Times references, candidates;
};

std::vector<std::int64_t> sorted(Times times) {
    std::vector<std::int64_t> copy(times.begin(), times.end());
    if (!std::is_sorted(copy.begin(), copy.end())) std::sort(copy.begin(), copy.end());
    return copy;
}

// The first cluster of what is left on both sides; takes it away there.
Cluster take_cluster(Times& references, Times& candidates, std::int64_t tolerance) {
    std::size_t i = 0, j = 0;
    std::int64_t last = std::min(references[0], candidates[0]);
    while (true) {
        const bool more_r = i < references.size() && references[i] - last <= tolerance;
        const bool more_c = j < candidates.size() && candidates[j] - last <= tolerance;
        if (!more_r && !more_c) break;
        const bool from_r = more_r && (!more_c || references[i] <= candidates[j]);
        last = from_r ? references[i++] : candidates[j++];
    }
    const Cluster cluster{references.first(i), candidates.first(j)};
    references = references.subspan(i);
    candidates = candidates.subspan(j);
    return cluster;
}

// The size of a largest matching: whoever is first takes the first that it can reach.
std::size_t largest_matching(const Cluster& cluster, std::int64_t tolerance) {
    std::size_t pairs = 0, i = 0, j = 0;
    while (i < cluster.references.size() && j < cluster.candidates.size()) {
        const std::int64_t ahead = cluster.references[i] - cluster.candidates[j];
        pairs += ahead <= tolerance && -ahead <= tolerance;
        i += ahead <= tolerance;
        j += -ahead <= tolerance;
    }
    return pairs;
}

// pairs · 2^64 − sum of differences: one more pair is better than any sum.
__extension__ typedef __int128 Score;
constexpr Score one_pair = Score{1} << 64;

// The smallest sum of differences over the matchings with `pairs` pairs, the largest number there is.
//
// After reference i, row[j] is the best score of the references up to it with the first j candidates. A row is written
// over the one before, between `low` and `high` only: left of them the reference reaches nothing or too many
// references would stay free, right of them likewise with candidates. What stands there from earlier rows is possible,
// and the best way passes through the columns that are kept up to date.
std::int64_t smallest_error(const Cluster& cluster, std::int64_t tolerance, std::size_t pairs,
                            std::vector<Score>& row) {
    const Times candidates = cluster.candidates;
    const std::size_t free_references = cluster.references.size() - pairs, free_candidates = candidates.size() - pairs;
    row.assign(candidates.size() + 1, 0);
    std::size_t reach_from = 0, reach_to = 0; // candidates within the tolerance
    std::size_t filled = 0; // row[0 … filled] hold values; what lies behind would equal the last one
    for (std::size_t i = 0; i < cluster.references.size(); ++i) {
        const std::int64_t time = cluster.references[i];
        while (reach_from < candidates.size() && candidates[reach_from] < time - tolerance) ++reach_from;
        while (reach_to < candidates.size() && candidates[reach_to] <= time + tolerance) ++reach_to;
        const std::size_t low = std::max(reach_from, i - std::min(i, free_references));
        const std::size_t high = std::min(reach_to, i + 1 + free_candidates);
        for (; filled < high; ++filled) row[filled + 1] = row[filled];
        Score diagonal = row[low], left = diagonal;
        for (std::size_t j = low; j < high; ++j) {
            const Score above = row[j + 1];
            const Score paired = diagonal + one_pair - std::max(time - candidates[j], candidates[j] - time);
            left = std::max(left, std::max(above, paired));
            row[j + 1] = left;
            diagonal = above;
        }
    }
    return static_cast<std::int64_t>(static_cast<Score>(pairs) * one_pair - row[filled]);
}

std::optional<double> share(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

std::optional<double> BoundaryMatch::precision() const { return share(matched, matched + extra); }
std::optional<double> BoundaryMatch::recall() const { return share(matched, matched + missing); }
std::optional<double> BoundaryMatch::f1() const { return share(2 * matched, 2 * matched + missing + extra); }

BoundaryMatch match_boundaries(Times references_ms, Times candidates_ms, std::int64_t tolerance_ms) {
    BIAOKAO_ASSERT(references_ms.size() <= max_boundaries && candidates_ms.size() <= max_boundaries);
    const std::vector<std::int64_t> references = sorted(references_ms), candidates = sorted(candidates_ms);
    for (const auto& side : {Times(references), Times(candidates)})
        BIAOKAO_ASSERT(side.empty() || (side.front() >= 0 && side.back() <= max_boundary_ms));
    BIAOKAO_ASSERT(tolerance_ms >= 0);
    const std::int64_t tolerance = std::min(tolerance_ms, max_boundary_ms); // of these times none is further apart

    BoundaryMatch match;
    std::vector<Score> row;
    Times left_r = references, left_c = candidates;
    while (!left_r.empty() && !left_c.empty()) {
        const Cluster cluster = take_cluster(left_r, left_c, tolerance);
        const std::size_t pairs = largest_matching(cluster, tolerance);
        if (pairs == 0) continue;
        match.matched += static_cast<std::int64_t>(pairs);
        match.abs_error_ms += smallest_error(cluster, tolerance, pairs, row);
    }
    match.missing = static_cast<std::int64_t>(references.size()) - match.matched;
    match.extra = static_cast<std::int64_t>(candidates.size()) - match.matched;
    return match;
}

} // namespace biaokao
