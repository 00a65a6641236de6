#include "graders/measures/relation_match.h"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <tuple>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

struct Side {
    std::vector<RelationEntity> entities;
    std::vector<EntityRelation> relations;
};

RelationMatching match(const Side& reference, const Side& candidate, const std::vector<Label>& symmetric = {}) {
    return match_relations({reference.entities, reference.relations}, {candidate.entities, candidate.relations},
                           symmetric);
}

const std::vector<RelationEntity> two_entities{{{0, 2}, "人名"}, {{5, 9}, "机构"}};

void check_counts(const SetCounts& counts, int both, int candidate_only, int reference_only) {
    CHECK(counts.both == both);
    CHECK(counts.candidate_only == candidate_only);
    CHECK(counts.reference_only == reference_only);
}

TEST_CASE("relations are compared by the spans of their entities, never by index") {
    const Side reference{two_entities, {{0, 1, "r"}}};
    const Side other_order{{two_entities[1], two_entities[0]}, {{1, 0, "r"}}};
    check_counts(match(reference, other_order).strict, 1, 0, 0);
    const Side same_indices{{two_entities[1], two_entities[0]}, {{0, 1, "r"}}};
    check_counts(match(reference, same_indices).strict, 0, 1, 1);
}

TEST_CASE("the pair of a symmetric label is ordered by its spans, not by index, in every mode") {
    const Side reference{two_entities, {{0, 1, "配偶"}}};
    const Side turned{{two_entities[1], two_entities[0]}, {{0, 1, "配偶"}}};
    const std::vector<Label> symmetric{"配偶"};
    const RelationMatching found = match(reference, turned, symmetric);
    check_counts(found.strict, 1, 0, 0);
    check_counts(found.boundaries, 1, 0, 0);
    CHECK(found.reversed == 0);
    // Two entities on one span: their labels order them.
    const std::vector<RelationEntity> one_span{{{0, 2}, "b"}, {{0, 2}, "a"}};
    const Side there{one_span, {{0, 1, "配偶"}}}, back{one_span, {{1, 0, "配偶"}}};
    check_counts(match(there, back, symmetric).strict, 1, 0, 0);
    check_counts(match(there, back).strict, 0, 1, 1);
}

TEST_CASE("a turned relation is reversed, found without direction, and says so") {
    const RelationMatching found = match({two_entities, {{0, 1, "r"}}}, {two_entities, {{1, 0, "r"}}});
    check_counts(found.strict, 0, 1, 1);
    check_counts(found.boundaries, 0, 1, 1);
    check_counts(found.undirected, 1, 0, 0);
    CHECK(found.reversed == 1);
    CHECK(found.wrong_label == 0);
    CHECK(found.of_candidate[0].reversed);
    CHECK(found.of_candidate[0].undirected);
    CHECK_FALSE(found.of_candidate[0].boundaries);
    CHECK(found.missing_references == std::vector<int>{0});
}

TEST_CASE("a relation is reversed only where the reference still lacks its reverse") {
    const Side reference{two_entities, {{0, 1, "r"}}};
    const Side both_ways{two_entities, {{0, 1, "r"}, {1, 0, "r"}}};
    const RelationMatching found = match(reference, both_ways);
    check_counts(found.boundaries, 1, 1, 0);
    CHECK(found.reversed == 0);
}

TEST_CASE("a wrong relation label is one only where another label of the pair is missing") {
    const Side reference{two_entities, {{0, 1, "r"}, {0, 1, "s"}}};
    const RelationMatching found = match(reference, {two_entities, {{0, 1, "r"}, {0, 1, "t"}}});
    CHECK(found.wrong_label == 1);
    CHECK(found.of_candidate[1].wrong_label);
    CHECK_FALSE(found.of_candidate[0].wrong_label);
    CHECK(match(reference, {two_entities, {{0, 1, "r"}, {0, 1, "s"}, {0, 1, "t"}}}).wrong_label == 0);
}

TEST_CASE("a missing symmetric relation has its pair in the order of the spans when labels are compared") {
    const std::vector<RelationEntity> later_first{two_entities[1], two_entities[0]};
    const Side reference{later_first, {{0, 1, "配偶"}}}; // from the later span to the earlier
    const std::vector<Label> symmetric{"配偶"};
    CHECK(match(reference, {two_entities, {{0, 1, "r"}}}, symmetric).wrong_label == 1);
    CHECK(match(reference, {two_entities, {{1, 0, "r"}}}, symmetric).wrong_label == 0);
}

TEST_CASE("a wrong entity label costs the strict mode only") {
    Side candidate{two_entities, {{0, 1, "r"}}};
    candidate.entities[0].label = "地名";
    const RelationMatching found = match({two_entities, {{0, 1, "r"}}}, candidate);
    check_counts(found.strict, 0, 1, 1);
    check_counts(found.boundaries, 1, 0, 0);
    check_counts(found.entities, 1, 1, 1);
    CHECK(found.of_candidate[0].boundaries);
    CHECK_FALSE(found.of_candidate[0].strict);
}

TEST_CASE("duplicates count once on either side and are told apart") {
    const Side twice{two_entities, {{0, 1, "r"}, {0, 1, "r"}, {1, 0, "r"}, {1, 0, "r"}}};
    const RelationMatching found = match({two_entities, {{0, 1, "r"}}}, twice);
    check_counts(found.boundaries, 1, 1, 0);
    CHECK_FALSE(found.of_candidate[0].repeated);
    CHECK(found.of_candidate[1].repeated);
    CHECK(found.of_candidate[1].boundaries);
    CHECK(found.of_candidate[3].repeated);
    check_counts(match(twice, {two_entities, {}}).boundaries, 0, 0, 2);
    CHECK(match(twice, {two_entities, {}}).missing_references == std::vector<int>{0, 2});
}

TEST_CASE("a relation of an entity to itself is never reversed") {
    const RelationMatching found = match({two_entities, {}}, {two_entities, {{0, 0, "r"}}});
    check_counts(found.boundaries, 0, 1, 0);
    CHECK(found.reversed == 0);
}

TEST_CASE("nothing on both sides is nothing in every mode") {
    const RelationMatching found = match({}, {});
    check_counts(found.strict, 0, 0, 0);
    check_counts(found.entities, 0, 0, 0);
}

using PlainEntity = std::tuple<std::int64_t, std::int64_t, std::string>;
using PlainRelation = std::tuple<PlainEntity, PlainEntity, std::string>;

std::set<PlainRelation> plain_set(const Side& side, bool typed, bool undirected) {
    std::set<PlainRelation> set;
    for (const EntityRelation& relation : side.relations) {
        const auto entity = [&](int index) {
            const RelationEntity& one = side.entities[static_cast<std::size_t>(index)];
            return PlainEntity{one.span.start, one.span.end, typed ? std::string(one.label.text()) : ""};
        };
        PlainEntity head = entity(relation.head), tail = entity(relation.tail);
        const std::string label(relation.label.text());
        if ((undirected || label == "s") && tail < head) std::swap(head, tail);
        set.emplace(head, tail, label);
    }
    return set;
}

void check_against(const SetCounts& counts, const std::set<PlainRelation>& wanted,
                   const std::set<PlainRelation>& given) {
    const auto both = std::count_if(wanted.begin(), wanted.end(), [&](const auto& one) { return given.contains(one); });
    check_counts(counts, static_cast<int>(both), static_cast<int>(given.size()) - static_cast<int>(both),
                 static_cast<int>(wanted.size()) - static_cast<int>(both));
}

Side random_side(std::mt19937& random) {
    constexpr const char* labels[] = {"r", "s", "t"};
    Side side;
    const std::size_t entities = 1 + random() % 5;
    for (std::size_t i = 0; i < entities; ++i) {
        const auto start = static_cast<std::int64_t>(random() % 3);
        side.entities.push_back(
            {{start, start + 1 + static_cast<std::int64_t>(random() % 2)}, random() % 2 ? "a" : "b"});
    }
    for (std::size_t i = random() % 8; i > 0; --i)
        side.relations.push_back(
            {static_cast<int>(random() % entities), static_cast<int>(random() % entities), labels[random() % 3]});
    return side;
}

TEST_CASE("relations are what sets of tuples say") {
    for (unsigned seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const Side reference = random_side(random), candidate = random_side(random);
        const RelationMatching found = match(reference, candidate, {"s"});
        check_against(found.strict, plain_set(reference, true, false), plain_set(candidate, true, false));
        check_against(found.undirected, plain_set(reference, false, true), plain_set(candidate, false, true));
        const auto wanted = plain_set(reference, false, false), given = plain_set(candidate, false, false);
        check_against(found.boundaries, wanted, given);
        int reversed = 0, wrong_label = 0;
        for (const auto& extra : given) {
            if (wanted.contains(extra)) continue;
            const auto& [head, tail, label] = extra;
            const PlainRelation turned{tail, head, label};
            reversed += head != tail && wanted.contains(turned) && !given.contains(turned) ? 1 : 0;
            wrong_label += std::any_of(wanted.begin(), wanted.end(), [&, &h = head, &t = tail](const auto& one) {
                return !given.contains(one) && std::get<0>(one) == h && std::get<1>(one) == t;
            });
        }
        CHECK(found.reversed == reversed);
        CHECK(found.wrong_label == wrong_label);
    }
}

TEST_CASE("exchanging the sides exchanges extra and missing, and the order of entities changes nothing") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const Side reference = random_side(random);
        Side candidate = random_side(random);
        const RelationMatching found = match(reference, candidate, {"s"}), turned = match(candidate, reference, {"s"});
        check_counts(turned.boundaries, found.boundaries.both, found.boundaries.reference_only,
                     found.boundaries.candidate_only);
        CHECK(turned.reversed == found.reversed);
        const int last = static_cast<int>(candidate.entities.size()) - 1;
        std::reverse(candidate.entities.begin(), candidate.entities.end());
        for (EntityRelation& relation : candidate.relations)
            relation.head = last - relation.head, relation.tail = last - relation.tail;
        const RelationMatching renumbered = match(reference, candidate, {"s"});
        CHECK(renumbered.strict.both == found.strict.both);
        CHECK(renumbered.boundaries.both == found.boundaries.both);
        CHECK(renumbered.reversed == found.reversed);
        CHECK(renumbered.wrong_label == found.wrong_label);
    }
}

} // namespace
} // namespace biaokao
