// The pack's own names for labels, items, options and values, as values of messages in both languages.
#pragma once

#include <string>
#include <string_view>

#include "engine/answer/answer.h"
#include "engine/pack/question.h"

namespace biaokao {

// Ids stand in where the schema has no such entry; an empty label is "@value.no_label".
[[nodiscard]] std::string label_title(const Question& question, std::string_view label);
[[nodiscard]] std::string item_title(const Question& question, std::string_view item);
[[nodiscard]] std::string attribute_title(const Question& question, std::string_view attribute);
// "@value.unset" for a null pointer.
[[nodiscard]] std::string attribute_value_title(const Question& question, std::string_view attribute,
                                                const AttributeValue* value);
[[nodiscard]] std::string class_title(const Question& question, std::string_view group);
[[nodiscard]] std::string option_title(const Question& question, std::string_view group, std::string_view option);

// The value of an attribute of an object, or null.
[[nodiscard]] const AttributeValue* find_attribute(const Object& object, const std::string& attribute);

} // namespace biaokao
