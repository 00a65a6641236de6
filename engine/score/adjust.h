// What happens to a question's items after each was judged by itself: caps, flood limits and deductions of groups, then
// gates. Whatever is taken leaves an Evidence with a sentence on the item that lost it.
#pragma once

#include "engine/score/score.h"

namespace biaokao {

// A group with a cap earns no more than that, its first items first. For each extra object beyond the free ones, points
// are taken from the group's last earned items, never below 0; with more objects than the flood limit allows the whole
// group earns nothing.
void apply_deductions(const QuestionKey& key, const Judgement& judgement, QuestionScore& score);

// Nothing was done: no item earns anything, whatever the absence of mistakes seems to prove.
void apply_blank(QuestionScore& score);

// An item with a gate counts only if that share of the positive points (items without a gate) of the question, or of
// the named group, is earned. Where items that were not graded leave it open, the gated item is not graded either.
void apply_gates(const QuestionKey& key, QuestionScore& score);

// The most objects that a group with so many references may have: max(2n, n + 3).
[[nodiscard]] int flood_limit(int references);

} // namespace biaokao
