// Groupings of the same items compared: which group found which, and the indices of agreement (metrics.md 21).
//
// Names of groups are never compared. Purity alone rewards tiny groups, inverse purity one big group, so marks look at
// both, on the matched group: common / partner_size is the purity of its partner, common / size its completeness.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace biaokao {

struct ReferenceGroup {
    int size = 0;
    int partner = -1; // candidate group; −1: none
    int partner_size = 0, common = 0;
};

struct ClusterMatching {
    int items = 0, unassigned = 0;
    std::vector<ReferenceGroup> groups; // by number
    // All absent without items. Matched are the items in common under the one-to-one matching of groups with the most.
    std::optional<int> matched_items;
    std::optional<double> accuracy; // matched_items / items
    // An item in no group is from here on a group of its own.
    std::optional<double> purity;         // Σ over candidate groups of the largest common part / items
    std::optional<double> inverse_purity; // the same over reference groups
    std::optional<double> homogeneity;    // 1 where the reference is one group
    std::optional<double> completeness;   // 1 where the candidate is one group
    std::optional<double> v_measure, nmi; // nmi with the arithmetic mean; 1 where both are one group
    std::optional<double> ari;            // adjusted Rand index
};

// reference[i] and candidate[i] are the groups of item i: 0 … groups − 1; candidate −1: in no group. Where several
// matchings are equally good, the order of the numbers decides: number groups by name, never by the order of items.
[[nodiscard]] ClusterMatching match_clusters(std::span<const int> reference, std::span<const int> candidate,
                                             int reference_groups, int candidate_groups);

} // namespace biaokao
