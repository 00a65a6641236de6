#include "graders/measures/pass_match.h"

#include "graders/measures/limits.h"

namespace biaokao {

Matching match_in_passes(int references, int candidates, std::span<const Overlap> overlaps, PassLimits limits) {
    std::vector<Pair> same_label, same_place, near;
    for (const Overlap& overlap : overlaps) {
        const Pair pair{overlap.reference, overlap.candidate, overlap.similarity};
        const bool reached = at_least(overlap.similarity, limits.match_min);
        if (reached && overlap.same_label) same_label.push_back(pair);
        if (reached) same_place.push_back(pair);
        if (at_least(overlap.similarity, limits.near_min)) near.push_back(pair);
    }
    StepMatcher steps(static_cast<std::size_t>(references), static_cast<std::size_t>(candidates));
    Matching matching;
    matching.matched = steps.take(same_label);
    matching.wrong_label = steps.take(same_place);
    matching.near_miss = steps.take(near);
    matching.missing_references = steps.free_references();
    matching.unmatched = steps.free_candidates();
    for (const auto* pairs : {&matching.matched, &matching.wrong_label}) {
        for (const Pair& pair : *pairs) matching.similarity_sum += pair.similarity;
    }
    return matching;
}

} // namespace biaokao
