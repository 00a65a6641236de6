// What a candidate may want to look at again before handing in: empty items, objects without a label, required
// fields without a value. Says nothing about right or wrong.
#pragma once

#include <string>
#include <vector>

#include "engine/answer/answer.h"
#include "engine/pack/question.h"

namespace biaokao {

struct ReviewFinding {
    Message words;
    std::string item, object; // where to go; empty: the question as a whole
};

[[nodiscard]] std::vector<ReviewFinding> review_findings(const Question& question, const Answer& answer,
                                                         const std::string& language);

} // namespace biaokao
