// The check of a choice for a whole item: it has the reference's options, all and no other, or lies in the reference's
// group.
#pragma once

#include <set>
#include <string>

#include "engine/base/json_reader.h"
#include "engine/score/grader.h"

namespace biaokao {

struct ClassCheck {
    std::string group;             // which class of the item
    std::set<std::string> options; // the reference's
};

// The member "class" of a check whose target is an item with such a value in the reference.
[[nodiscard]] ClassCheck read_class_check(const CheckSpec& spec, const Question& question, const Answer& reference,
                                          JsonReader& reader);
[[nodiscard]] CheckResult judge_class(const Question& question, const CheckSpec& spec, const ClassCheck& check,
                                      const Answer& answer);

} // namespace biaokao
