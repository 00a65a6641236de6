// Sentences with six entities and five relations, a fifth of everything changed by the candidate.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <tuple>

#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

constexpr std::array<const char*, 4> entity_labels{"人名", "机构", "地名", "时间"};
constexpr std::array<const char*, 4> relation_labels{"任职于", "位于", "出生于", "配偶"};

Json::Array make(Random& random, std::size_t count, std::size_t size) {
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        Json::Array entities, relations, drawn_entities, drawn_relations;
        for (int k = 0, at = 0; k < static_cast<int>(size); ++k) {
            const int start = at + static_cast<int>(below(random, 4)),
                      end = start + 1 + static_cast<int>(below(random, 4));
            const auto label = below(random, entity_labels.size());
            entities.push_back(Json::Array{start, end, entity_labels[label]});
            const bool changed = below(random, 5) == 0;
            drawn_entities.push_back(
                Json::Array{start, end + (changed ? 1 : 0), entity_labels[(label + (changed ? 1 : 0)) % 4]});
            at = end + 1;
        }
        for (std::size_t k = 0; k + 1 < size; ++k) {
            std::size_t head = below(random, size), tail = below(random, size);
            auto label = below(random, relation_labels.size());
            relations.push_back(Json::Array{head, tail, relation_labels[label]});
            if (below(random, 10) == 0) std::swap(head, tail);
            if (below(random, 10) == 0) label = (label + 1) % 4;
            drawn_relations.push_back(Json::Array{head, tail, relation_labels[label]});
        }
        std::shuffle(drawn_relations.begin(), drawn_relations.end(), random);
        cases.push_back(make_case(
            i, Json::Object{{"symmetric_labels", Json::Array{"配偶"}}},
            Json::Object{{"entities", std::move(entities)}, {"relations", std::move(relations)}},
            Json::Object{{"entities", std::move(drawn_entities)}, {"relations", std::move(drawn_relations)}}));
    }
    return cases;
}

using PlainEntity = std::tuple<std::int64_t, std::int64_t, std::string>;
using PlainRelation = std::tuple<PlainEntity, PlainEntity, std::string>;

struct PlainSide {
    std::vector<PlainEntity> entities;
    std::vector<std::tuple<std::size_t, std::size_t, std::string>> relations;
};

PlainSide plain_side(const Json& node) {
    PlainSide side;
    for (const Json& one : *node.find("entities")->array()) {
        const Json::Array& row = *one.array();
        side.entities.emplace_back(*row[0].integer(), *row[1].integer(), *row[2].string());
    }
    for (const Json& one : *node.find("relations")->array()) {
        const Json::Array& row = *one.array();
        side.relations.emplace_back(*row[0].integer(), *row[1].integer(), *row[2].string());
    }
    return side;
}

enum class Mode { strict, boundaries, undirected };

std::set<PlainRelation> plain_set(const PlainSide& side, Mode mode) {
    std::set<PlainRelation> set;
    for (const auto& [head, tail, label] : side.relations) {
        PlainEntity a = side.entities[head], b = side.entities[tail];
        if (mode != Mode::strict) std::get<2>(a) = std::get<2>(b) = "";
        if ((mode == Mode::undirected || label == "配偶") && b < a) std::swap(a, b);
        set.emplace(a, b, label);
    }
    return set;
}

// Sets of tuples in three modes.
std::function<void()> plain_sets(const Json::Array& cases) {
    std::vector<std::pair<PlainSide, PlainSide>> pairs;
    for (const Json& one : cases)
        pairs.emplace_back(plain_side(*one.find("reference")), plain_side(*one.find("candidate")));
    return [pairs = std::move(pairs)] {
        for (const auto& [reference, candidate] : pairs) {
            for (const Mode mode : {Mode::strict, Mode::boundaries, Mode::undirected}) {
                const auto wanted = plain_set(reference, mode), given = plain_set(candidate, mode);
                std::vector<PlainRelation> common;
                std::set_intersection(wanted.begin(), wanted.end(), given.begin(), given.end(),
                                      std::back_inserter(common));
                keep(static_cast<double>(common.size()));
            }
        }
    };
}

constexpr std::array<Workload, 1> workloads{
    Workload{.name = "6 entities, 5 relations",
             .metric = "relation_match",
             .cases = 10'000,
             .sizes = {6, 12, 24},
             .target_s = 0.02,
             .known_s = 0.199,
             .make = make,
             .plain = plain_sets},
};

} // namespace

std::span<const Workload> relation_match_workloads() { return workloads; }

} // namespace biaokao::bench
