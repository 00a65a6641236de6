#include "graders/measures/boundary_match.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>
#include <vector>

#include "engine/base/result.h"

namespace biaokao {
namespace {

using Times = std::span<const std::int64_t>;

constexpr std::int64_t never = 4 * max_boundary_ms; // beyond the tolerance of any time

// Sorted points, cut out of both sides so that nothing outside comes within the tolerance of anything inside.
struct Cluster {
    Times references, candidates;
};

// The times in order, and `never` behind them.
//
// By bytes of the distance from the smallest time, the lowest first: the boundaries of a recording take two or three
// rounds, where comparing 200 of them guesses a thousand branches wrong.
std::vector<std::int64_t> sorted(Times times) {
    std::vector<std::int64_t> from(times.begin(), times.end());
    if (!std::is_sorted(from.begin(), from.end())) {
        const auto [least, most] = std::minmax_element(times.begin(), times.end());
        const std::int64_t base = *least, range = *most - *least;
        std::vector<std::int64_t> to(from.size());
        for (int shift = 0; range >> shift > 0; shift += 8) {
            const auto byte_of = [&](std::int64_t t) { return static_cast<std::size_t>((t - base) >> shift & 0xFF); };
            std::array<std::uint32_t, 256> place{};
            for (const std::int64_t time : from) ++place[byte_of(time)];
            std::uint32_t before = 0;
            for (std::uint32_t& one : place) before += std::exchange(one, before);
            for (const std::int64_t time : from) to[place[byte_of(time)]++] = time;
            from.swap(to);
        }
    }
    BIAOKAO_ASSERT(from.empty() || (from.front() >= 0 && from.back() <= max_boundary_ms));
    from.push_back(never);
    return from;
}

// The first cluster of what is left on both sides; takes it away there. Both sides end in `never`.
Cluster take_cluster(Times& references, Times& candidates, std::int64_t tolerance) {
    std::size_t i = 0, j = 0;
    std::int64_t last = std::min(references[0], candidates[0]);
    while (true) { // which side is next cannot be guessed: counted, not branched on
        const std::int64_t reference = references[i], candidate = candidates[j];
        const std::int64_t next = std::min(reference, candidate);
        if (next - last > tolerance) break;
        i += reference <= candidate;
        j += reference > candidate;
        last = next;
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

// The smallest sum of differences over the matchings with `pairs` pairs, the largest number there is.
//
// After reference i, row[j] is the best score of the references up to it with the first j candidates. A row is written
// over the one before, between `low` and `high` only: left of them the reference reaches nothing or too many
// references would stay free, right of them likewise with candidates. What stands there from earlier rows is possible,
// and the best way passes through the columns that are kept up to date.
//
// A score is pairs · one_pair − sum of differences, with a pair worth more than any sum.
template <class Score>
std::int64_t smallest_error(const Cluster& cluster, std::int64_t tolerance, std::size_t pairs, Score one_pair,
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

__extension__ typedef __int128 Wide;

struct Rows { // kept from cluster to cluster
    std::vector<std::int64_t> narrow;
    std::vector<Wide> wide;
};

std::int64_t smallest_error(const Cluster& cluster, std::int64_t tolerance, std::size_t pairs, Rows& rows) {
    const auto [first, last] = std::minmax(
        {cluster.references.front(), cluster.candidates.front(), cluster.references.back(), cluster.candidates.back()});
    const auto count = static_cast<std::int64_t>(pairs);
    const std::int64_t one_pair = count * std::min(tolerance, last - first) + 1;
    // Thousands of points that are years apart need more than 64 bits.
    if (one_pair > std::numeric_limits<std::int64_t>::max() / (count + 1))
        return smallest_error<Wide>(cluster, tolerance, pairs, one_pair, rows.wide);
    return smallest_error<std::int64_t>(cluster, tolerance, pairs, one_pair, rows.narrow);
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
    BIAOKAO_ASSERT(tolerance_ms >= 0);
    const std::int64_t tolerance = std::min(tolerance_ms, max_boundary_ms); // of these times none is further apart
    const std::vector<std::int64_t> references = sorted(references_ms), candidates = sorted(candidates_ms);

    BoundaryMatch match;
    Rows rows;
    Times left_r = references, left_c = candidates;
    while (left_r.front() != never && left_c.front() != never) {
        const Cluster cluster = take_cluster(left_r, left_c, tolerance);
        const std::size_t pairs = largest_matching(cluster, tolerance);
        if (pairs == 0) continue;
        match.matched += static_cast<std::int64_t>(pairs);
        match.abs_error_ms += smallest_error(cluster, tolerance, pairs, rows);
    }
    match.missing = static_cast<std::int64_t>(references_ms.size()) - match.matched;
    match.extra = static_cast<std::int64_t>(candidates_ms.size()) - match.matched;
    return match;
}

} // namespace biaokao
