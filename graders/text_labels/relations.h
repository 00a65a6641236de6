// Relations between the spans of one document, for the grader of texts: what became of each of the candidate's, and
// which of the reference's it stands for. Ends are compared by their bounds, never by the ids of their spans.
#pragma once

#include <set>
#include <string>

#include "graders/support/object_matching.h"

namespace biaokao {

using RelationLabels = std::set<std::string, std::less<>>;

// Adds partners and verdicts: matched (same ends, label and direction), wrong_label (same ends, another label),
// near_miss (the other way round), missing, extra (all others, ends that are no spans of the document, and the second
// of two equal ones). Labels of `symmetric` have no direction.
void match_relations_of_item(const std::string& item, const Objects& references, const Objects& candidates,
                             const RelationLabels& symmetric, ObjectMatching& matching);

// Do both ends of two relations carry the same labels, each relation looked at in its own answer? For symmetric labels
// the ends are taken by their place in the text.
[[nodiscard]] bool same_end_labels(const Objects& references, const Object& reference, const Objects& candidates,
                                   const Object& candidate);

} // namespace biaokao
