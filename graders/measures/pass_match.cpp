#include "graders/measures/pass_match.h"

#include "graders/measures/limits.h"

namespace biaokao {

void PassMatcher::add(std::size_t reference, std::size_t candidate, double similarity, std::string_view reference_label,
                      std::string_view candidate_label) {
    if (!at_least(similarity, limits_.near_min)) return;
    const Pair pair{static_cast<int>(reference), static_cast<int>(candidate), similarity};
    if (!at_least(similarity, limits_.match_min)) near_.push_back(pair);
    else if (reference_label == candidate_label) same_label_.push_back(pair);
    else same_place_.push_back(pair);
}

Matching PassMatcher::match(std::size_t references, std::size_t candidates) const {
    StepMatcher steps(references, candidates);
    Matching matching;
    matching.matched = steps.take(same_label_);
    matching.wrong_label = steps.take(same_place_);
    matching.near_miss = steps.take(near_);
    matching.missing_references = steps.free_references();
    matching.unmatched = steps.free_candidates();
    for (const auto* pairs : {&matching.matched, &matching.wrong_label}) {
        for (const Pair& pair : *pairs) matching.similarity_sum += pair.similarity;
    }
    return matching;
}

} // namespace biaokao
