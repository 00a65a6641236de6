// Checks of the cells of a form: a number, a value out of those that are right, several of them, a mark.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/number.h"
#include "engine/score/grader.h"
#include "graders/support/limit_check.h"

namespace biaokao {

inline constexpr std::array<std::string_view, 4> field_check_names{"number", "field", "fields", "marked"};
[[nodiscard]] bool is_field_check(std::string_view name);

struct FieldRule { // what the value of one field must be
    std::string field;
    AttributeSpec::Kind kind = AttributeSpec::Kind::text;
    std::vector<AttributeValue> allowed;    // one of these …
    std::vector<std::u32string> comparable; // … or, for texts that are normalised, one of these
    std::optional<double> min, max;         // … or, without any, a number in here
    bool normalise = false;
};

struct FieldCheck {
    std::vector<FieldRule> rules; // number and marked: one, without conditions
    Number wanted;                // number: the reference
    std::string wanted_text;
    LimitSpec tolerance; // number: the largest absolute difference
};

// The value as a number: a text is read strictly.
[[nodiscard]] std::optional<Number> field_number(const AttributeValue& value);
[[nodiscard]] bool fits(const FieldRule& rule, const AttributeValue& value);

[[nodiscard]] FieldCheck read_field_check(const CheckSpec& spec, const Question& question, const Answer& reference,
                                          Problems& problems);
[[nodiscard]] CheckResult judge_fields(const Question& question, const CheckSpec& spec, const FieldCheck& check,
                                       const Answer& answer);

// The value of a field of an item; null where nothing was given, and for an empty text.
[[nodiscard]] const AttributeValue* field_value(const Answer& answer, const std::string& item,
                                                const std::string& field);

} // namespace biaokao
