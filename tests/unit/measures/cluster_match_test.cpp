#include "graders/measures/cluster_match.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

using Groups = std::vector<int>;

ClusterMatching match(const Groups& reference, const Groups& candidate) {
    const auto count = [](const Groups& groups) {
        return groups.empty() ? 0 : 1 + *std::max_element(groups.begin(), groups.end());
    };
    return match_clusters(reference, candidate, count(reference), count(candidate));
}

// Every group exists: no number is left out.
Groups random_groups(std::mt19937& random, std::size_t items, int groups) {
    Groups list(items);
    for (std::size_t i = 0; i < items; ++i)
        list[i] = i < static_cast<std::size_t>(groups) ? static_cast<int>(i)
                                                       : static_cast<int>(random() % static_cast<unsigned>(groups));
    std::shuffle(list.begin(), list.end(), random);
    return list;
}

TEST_CASE("two small groups never outweigh a large one: the sum of common items decides, not the number of pairs") {
    // Most pairs first would take 1 + 1 and lose the five: group 0 has 5 items of c0 and 1 of c1, group 1 one of c0.
    const ClusterMatching found = match({0, 0, 0, 0, 0, 0, 1}, {0, 0, 0, 0, 0, 1, 0});
    CHECK(found.matched_items == 5);
    CHECK(found.groups[0].partner == 0);
    CHECK(found.groups[0].partner_size == 6);
    CHECK(found.groups[0].common == 5);
    CHECK(found.groups[1].partner == -1);
    CHECK(found.groups[1].common == 0);
    CHECK(found.groups[1].size == 1);
}

TEST_CASE("purity alone rewards tiny groups, inverse purity one big group") {
    const Groups reference{0, 0, 1, 1, 2};
    const ClusterMatching tiny = match(reference, {0, 1, 2, 3, 4}), big = match(reference, {0, 0, 0, 0, 0});
    CHECK(tiny.purity == 1.0);
    CHECK(tiny.inverse_purity == 0.6);
    CHECK(big.purity == 0.4);
    CHECK(big.inverse_purity == 1.0);
    CHECK(tiny.homogeneity == 1.0);
    CHECK(big.completeness == 1.0);
    CHECK(big.v_measure == 0.0);
}

TEST_CASE("one group on both sides has NMI and ARI 1; without common information they are 0") {
    const ClusterMatching one = match({0, 0, 0}, {0, 0, 0});
    CHECK(one.nmi == 1.0);
    CHECK(one.ari == 1.0);
    CHECK(one.homogeneity == 1.0);
    const ClusterMatching independent = match({0, 0, 1, 1}, {0, 1, 0, 1});
    CHECK(independent.nmi == 0.0);
    CHECK(independent.v_measure == 0.0);
    CHECK(match({0}, {0}).ari == 1.0);
}

TEST_CASE("independent groupings share exactly no information, whatever their sizes") {
    // A sum of logarithms that only nearly cancels gave 1e-17 here.
    Groups reference, candidate;
    for (int r = 0; r < 7; ++r) {
        for (int c = 0; c < 3; ++c) {
            for (int i = 0; i < (r + 1) * (2 * c + 1); ++i) {
                reference.push_back(r);
                candidate.push_back(c);
            }
        }
    }
    const ClusterMatching found = match(reference, candidate);
    CHECK(found.nmi == 0.0);
    CHECK(found.homogeneity == 0.0);
}

TEST_CASE("an item in no group is a group of its own and never matched") {
    const ClusterMatching nothing = match({0, 0, 1, 1}, {-1, -1, -1, -1});
    CHECK(nothing.unassigned == 4);
    CHECK(nothing.matched_items == 0);
    CHECK(nothing.purity == 1.0);
    CHECK(nothing.inverse_purity == 0.5);
    CHECK(nothing.homogeneity == 1.0);
    CHECK(*nothing.completeness == doctest::Approx(0.5));
    CHECK(nothing.ari == 0.0);
    CHECK(nothing.groups[0].partner == -1);
    // With a group of its own for each such item everything but the matching is the same.
    const ClusterMatching gaps = match({0, 0, 1, 1, 1}, {0, -1, 1, 1, -1}),
                          alone = match({0, 0, 1, 1, 1}, {0, 2, 1, 1, 3});
    CHECK(*gaps.purity == doctest::Approx(*alone.purity));
    CHECK(*gaps.inverse_purity == doctest::Approx(*alone.inverse_purity));
    CHECK(*gaps.nmi == doctest::Approx(*alone.nmi));
    CHECK(*gaps.completeness == doctest::Approx(*alone.completeness));
    CHECK(*gaps.ari == doctest::Approx(*alone.ari));
}

TEST_CASE("without items everything is undefined") {
    const ClusterMatching found = match({}, {});
    CHECK_FALSE(found.matched_items.has_value());
    CHECK_FALSE(found.accuracy.has_value());
    CHECK_FALSE(found.nmi.has_value());
    CHECK(found.groups.empty());
}

TEST_CASE("names of groups are never compared") {
    const ClusterMatching crossed = match({0, 0, 1, 1}, {1, 1, 0, 0});
    CHECK(crossed.accuracy == 1.0);
    CHECK(crossed.groups[0].partner == 1);
}

int plain_matched(const Groups& reference, const Groups& candidate, int groups) {
    Groups partner(static_cast<std::size_t>(groups)); // of each reference group; every order is tried
    std::iota(partner.begin(), partner.end(), 0);
    int best = 0;
    do {
        int common = 0;
        for (std::size_t i = 0; i < reference.size(); ++i)
            common += partner[static_cast<std::size_t>(reference[i])] == candidate[i] ? 1 : 0;
        best = std::max(best, common);
    } while (std::next_permutation(partner.begin(), partner.end()));
    return best;
}

// The adjusted Rand index from all pairs of items, by its definition: (index − expected) / (largest − expected).
double plain_rand(const Groups& reference, const Groups& candidate) {
    double pairs = 0, in_reference = 0, in_candidate = 0, in_both = 0;
    for (std::size_t a = 0; a < reference.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b, ++pairs) {
            in_reference += reference[a] == reference[b] ? 1 : 0;
            in_candidate += candidate[a] == candidate[b] ? 1 : 0;
            in_both += reference[a] == reference[b] && candidate[a] == candidate[b] ? 1 : 0;
        }
    }
    const double expected = in_reference * in_candidate / pairs;
    return (in_both - expected) / ((in_reference + in_candidate) / 2 - expected);
}

double plain_entropy(const std::vector<std::pair<int, int>>& of_items) {
    double entropy = 0;
    for (const auto& item : of_items) {
        const auto n = static_cast<double>(of_items.size());
        entropy -= std::log(static_cast<double>(std::count(of_items.begin(), of_items.end(), item)) / n) / n;
    }
    return entropy;
}

TEST_CASE("groupings: what trying all matchings, all pairs and entropies say") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const int groups = 2 + static_cast<int>(random() % 4);
        const Groups reference = random_groups(random, 12 + random() % 20, groups);
        Groups candidate = random_groups(random, reference.size(), groups);
        for (std::size_t i = 0; i < reference.size(); i += 2) candidate[i] = reference[i];
        const ClusterMatching found = match_clusters(reference, candidate, groups, groups);
        CHECK(found.matched_items == plain_matched(reference, candidate, groups));
        CHECK(*found.ari == doctest::Approx(plain_rand(reference, candidate)).epsilon(1e-9));
        std::vector<std::pair<int, int>> rows, columns, cells;
        for (std::size_t i = 0; i < reference.size(); ++i) {
            rows.emplace_back(reference[i], 0);
            columns.emplace_back(candidate[i], 0);
            cells.emplace_back(reference[i], candidate[i]);
        }
        const double of_rows = plain_entropy(rows), of_columns = plain_entropy(columns);
        const double information = of_rows + of_columns - plain_entropy(cells);
        CHECK(*found.nmi == doctest::Approx(2 * information / (of_rows + of_columns)).epsilon(1e-9));
        CHECK(*found.homogeneity == doctest::Approx(information / of_rows).epsilon(1e-9));
        CHECK(*found.completeness == doctest::Approx(information / of_columns).epsilon(1e-9));
    }
}

TEST_CASE("exchanging the sides exchanges purity and homogeneity with their counterparts; a copy is perfect") {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        Groups reference = random_groups(random, 40, 6), candidate = random_groups(random, 40, 4);
        const ClusterMatching found = match(reference, candidate), turned = match(candidate, reference);
        CHECK(turned.matched_items == found.matched_items);
        CHECK(turned.purity == found.inverse_purity);
        CHECK(*turned.homogeneity == doctest::Approx(*found.completeness));
        CHECK(*turned.ari == doctest::Approx(*found.ari));
        CHECK(*turned.nmi == doctest::Approx(*found.nmi));
        const ClusterMatching own = match(reference, reference);
        CHECK(own.accuracy == 1.0);
        CHECK(*own.nmi == doctest::Approx(1));
        CHECK(own.ari == 1.0);
        std::reverse(reference.begin(), reference.end());
        std::reverse(candidate.begin(), candidate.end());
        const ClusterMatching reordered = match(reference, candidate);
        for (std::size_t group = 0; group < reordered.groups.size(); ++group)
            CHECK(reordered.groups[group].partner == found.groups[group].partner);
        CHECK(reordered.ari == found.ari);
    }
}

} // namespace
} // namespace biaokao
