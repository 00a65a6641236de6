// Scoring one question of the small pack, for tests of graders and of the order of scoring.
#pragma once

#include <string>

#include "engine/score/score.h"
#include "tests/support/small_pack.h"

namespace biaokao::test {

// Compiles the pack's key with the graders of this program; expects no problem.
[[nodiscard]] Scorer scorer_of(const SmallPack& pack);
// The problems of compiling it.
[[nodiscard]] Problems key_problems(const SmallPack& pack);

// The reference as a candidate's answer: the same objects under ids of their own, o1, o2 …
[[nodiscard]] Answer perfect_answer(const Pack& pack, std::string_view question);
[[nodiscard]] QuestionScore grade(const Scorer& scorer, const std::string& question, const Answer& answer);
// The same with what happened while the answer was made.
[[nodiscard]] QuestionScore grade(const Scorer& scorer, const std::string& question, const Answer& answer,
                                  const ProcessLog& log);
[[nodiscard]] const ItemScore& item_of(const QuestionScore& score, std::string_view item);
[[nodiscard]] double points_of(const QuestionScore& score, std::string_view item);
// Is there evidence of this kind with this sentence?
[[nodiscard]] bool has_sentence(const ItemScore& item, std::string_view code);

} // namespace biaokao::test
