// What a candidate may want to look at again in a question before handing in. Says nothing about right or wrong.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/pack/findings.h"

namespace biaokao {

struct QuestionReview {
    std::vector<ItemFinding> findings;
    std::size_t unchecked = 0; // items that were begun and are not marked as checked: no fault
};

[[nodiscard]] QuestionReview review_of(const Question& question, const Answer& answer, const std::string& language);

// The reviews of a session's questions. Thousands of shapes are looked through once, not in every frame.
struct ReviewList {
    std::uint64_t revision = 0; // of the session that they were made from
    std::string language;
    std::map<std::string, QuestionReview> by_question;
};

} // namespace biaokao
