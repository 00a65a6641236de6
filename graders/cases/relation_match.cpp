// Cases of relation_match: entity spans of one text and the relations between them.
#include "graders/measures/relation_match.h"

#include <limits>

#include "graders/cases/label_cases.h"
#include "graders/cases/metric_cases.h"

namespace biaokao {
namespace {

struct Side {
    std::vector<RelationEntity> entities;
    std::vector<EntityRelation> relations;

    [[nodiscard]] RelationSide view() const { return {entities, relations}; }
};

struct RelationCase {
    Side reference, candidate;
    std::vector<Label> symmetric;
};

RelationEntity read_entity(const CaseNode& row) {
    if (!row.is_list_of(3)) return {};
    const std::span<const Json> parts = row.elements();
    const auto offset = [&](std::size_t i) {
        return row.at(parts[i]).whole(std::numeric_limits<std::int64_t>::min(),
                                      std::numeric_limits<std::int64_t>::max());
    };
    return {{offset(0), offset(1)}, read_text_label(row.at(parts[2]))};
}

EntityRelation read_relation(const CaseNode& row, std::size_t entities) {
    if (!row.is_list_of(3)) return {};
    const std::span<const Json> parts = row.elements();
    const auto index = [&](std::size_t i) {
        const std::int64_t* whole = parts[i].integer();
        const bool inside = whole && *whole >= 0 && static_cast<std::uint64_t>(*whole) < entities;
        if (!inside) row.at(parts[i]).refuse("error.case_index");
        return inside ? static_cast<int>(*whole) : 0;
    };
    return {index(0), index(1), read_text_label(row.at(parts[2]))};
}

Side read_side(const CaseNode& node) {
    Side side;
    const CaseNode entities = node.member("entities"), relations = node.member("relations");
    for (const Json& one : entities.elements()) side.entities.push_back(read_entity(entities.at(one)));
    for (const Json& one : relations.elements())
        side.relations.push_back(read_relation(relations.at(one), side.entities.size()));
    return side;
}

RelationCase read(const CaseParts& parts) {
    RelationCase input{read_side(parts.reference), read_side(parts.candidate), {}};
    const CaseNode symmetric = parts.params.member("symmetric_labels");
    for (const Json& one : symmetric.elements()) input.symmetric.push_back(read_text_label(symmetric.at(one)));
    return input;
}

RelationMatching measure(const RelationCase& input) {
    return match_relations(input.reference.view(), input.candidate.view(), input.symmetric);
}

void set_set_counts(Json& out, const std::string& mode, const SetCounts& counts) {
    out.set(mode + "_tp", counts.both);
    out.set(mode + "_fp", counts.candidate_only);
    out.set(mode + "_fn", counts.reference_only);
}

Json print(const RelationCase&, const RelationMatching& matching) {
    Json out(Json::Object{});
    set_set_counts(out, "strict", matching.strict);
    set_set_counts(out, "boundaries", matching.boundaries);
    out.set("reversed", matching.reversed);
    out.set("wrong_label", matching.wrong_label);
    set_set_counts(out, "undirected", matching.undirected);
    set_set_counts(out, "entities", matching.entities);
    return out;
}

} // namespace

extern const MetricCases relation_match_cases{"relation_match", run_cases<read, measure, print>};

} // namespace biaokao
