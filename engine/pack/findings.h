// What a candidate may want to look at again in an item: no class, no label, no value, no words. One list for the check
// mark and for the review before hand-in. Says nothing about right or wrong.
#pragma once

#include <string>
#include <vector>

#include "engine/answer/answer.h"
#include "engine/pack/question.h"

namespace biaokao {

struct TaskType;

struct ItemFinding {
    Message words;
    std::string item, object; // where to go; empty: the question as a whole
    bool blocks_check = true; // false: worth a look, but the item may be checked with it
    friend bool operator==(const ItemFinding&, const ItemFinding&) = default;
};

// Required attributes of its label that an object has no value of.
[[nodiscard]] std::vector<const AttributeSpec*> missing_attributes(const Question& question, const Object& object);
// Its label wants a transcript, and there is none.
[[nodiscard]] bool lacks_transcript(const Question& question, const Object& object);

[[nodiscard]] std::vector<ItemFinding> findings_of_item(const TaskType& type, const Question& question,
                                                        const ItemSpec& item, const Answer& answer,
                                                        const std::string& language);

} // namespace biaokao
