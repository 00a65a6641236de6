// Checks that every kind of answer has: nothing superfluous, everything saved and named.
#pragma once

#include "engine/score/grader.h"
#include "graders/support/object_matching.h"

namespace biaokao {

// Earned when `extras` is empty and at least one object was drawn. Each extra one gets its sentence, near misses as
// such; after twenty of them one sentence counts the rest.
[[nodiscard]] CheckResult judge_no_extra(const Question& question, const Answer& answer, const ObjectMatching& matching,
                                         const std::vector<const ObjectVerdict*>& extras);

// Every item of the question was saved after its last edit; where the question asks for a name of the result, it is
// the reference's.
[[nodiscard]] CheckResult judge_saved(const Question& question, const Answer& reference, const Answer& answer);
// A question that asks for a name needs one in the reference.
void check_saved_spec(const CheckSpec& spec, const Question& question, const QuestionKey& key, Problems& problems);

} // namespace biaokao
