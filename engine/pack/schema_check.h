// What a question's label schema allows in an answer, the same for every task type. Geometry is the type's business.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/pack/question.h"

namespace biaokao {

struct Answer;

// Adds a problem for each item, label, attribute, option or class that the question does not offer there, and for each
// object whose shape is not its label's. An object may be without a label, and a required attribute without a value:
// that is unfinished work, not a wrong file. `where` is the place of the answer: "answers.json:/q1".
void check_answer_schema(const Question& question, const Answer& answer, const std::string& where, Problems& problems);

// Adds a problem for each label of a shape that is not among `shapes` ("box", "span" …), and one when the schema offers
// nothing at all.
void check_label_shapes(const Question& question, std::span<const std::string_view> shapes, const std::string& file,
                        Problems& problems);

// "file:/a" + "objects" + "o1" → "file:/a/objects/o1".
[[nodiscard]] std::string place_of(const std::string& where, std::string_view member, std::string_view id);

} // namespace biaokao
