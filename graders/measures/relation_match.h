// Relations between entity spans, compared as sets in three modes (metrics.md 10; the evaluator of SpERT, "strict" and
// "boundaries" as in Taillé et al. 2020).
//
// Spans are compared, never indices: a candidate numbers the entities in an order of his own.
#pragma once

#include <span>
#include <vector>

#include "engine/answer/answer.h"
#include "graders/measures/label.h"

namespace biaokao {

struct RelationEntity {
    Span span; // code points
    Label label;
};

struct EntityRelation {
    int head = 0, tail = 0; // indices of entities of the same side
    Label label;
};

struct RelationSide {
    std::span<const RelationEntity> entities;
    std::span<const EntityRelation> relations;
};

struct SetCounts { // of different members; the same one given twice counts once
    int both = 0, candidate_only = 0, reference_only = 0;
};

// What became of one relation of the candidate; of one given twice, each says the same.
struct RelationOutcome {
    bool strict = false;      // found in the reference: spans, entity labels, relation label, direction
    bool boundaries = false;  // without entity labels
    bool undirected = false;  // without entity labels and direction
    bool reversed = false;    // not in boundaries, but the reference lacks its reverse
    bool wrong_label = false; // not in boundaries, but the reference lacks another label for its pair
    bool repeated = false;    // equal, in boundaries, to one that stands before it
};

struct RelationMatching {
    SetCounts strict, boundaries, undirected, entities;
    int reversed = 0, wrong_label = 0;         // different relations, in boundaries
    std::vector<RelationOutcome> of_candidate; // by index of the candidate's relation
    std::vector<int> missing_references;       // relations that the candidate lacks in boundaries, each once, ascending
};

// The pair of a label in `symmetric` has no direction in any mode. Heads and tails are indices of their side's
// entities.
[[nodiscard]] RelationMatching match_relations(const RelationSide& reference, const RelationSide& candidate,
                                               std::span<const Label> symmetric);

} // namespace biaokao
