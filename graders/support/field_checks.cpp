#include "graders/support/field_checks.h"

#include <algorithm>

#include "engine/text/normalise.h"
#include "engine/text/strict_number.h"
#include "graders/measures/limits.h"
#include "graders/support/titles.h"

namespace biaokao {
namespace {

using Outcome = CheckResult::Outcome;
using Kind = AttributeSpec::Kind;

std::string need_of(const Question& question, const FieldRule& rule) {
    if (rule.min && rule.max)
        return literal_value(dump_json(json_from_number(*rule.min)) + " – " + dump_json(json_from_number(*rule.max)));
    if (rule.min) return shown_limit(*rule.min, {.better = Better::larger, .decimals = 0});
    if (rule.max) return shown_limit(*rule.max, {.better = Better::smaller, .decimals = 0});
    return rule.allowed.empty() ? "" : attribute_value_title(question, rule.field, &rule.allowed.front());
}

CheckResult judge_number(const Question& question, const CheckSpec& spec, const FieldCheck& check,
                         const Answer& answer) {
    const std::string& field = check.rules.front().field;
    const AttributeValue* value = field_value(answer, spec.target, field);
    const std::string shown = attribute_value_title(question, field, value);
    const std::string allowed = check.tolerance.shown_need();
    CheckResult result;
    result.nominal = {"nominal.number", {{"need", check.wanted_text}, {"allowed", allowed}}};
    result.measured = {"nominal.name", {{"name", shown}}};
    const auto number = value ? field_number(*value) : std::nullopt;
    if (number) check.tolerance.apply(distance(*number, check.wanted), result);
    const bool missed = result.outcome == Outcome::missed;
    result.evidence.push_back({.kind = spec.check,
                               .object = value ? field : "",
                               .reference = field,
                               .value = value ? dump_json(json_from_attribute(*value)) : "",
                               .need = check.wanted_text,
                               .text = {!value    ? "evidence.number.unset"
                                        : !number ? "evidence.number.no_number"
                                        : missed  ? "evidence.number.wrong"
                                                  : "evidence.number.right",
                                        {{"item", item_title(question, spec.target)},
                                         {"field", attribute_title(question, field)},
                                         {"value", shown},
                                         {"need", check.wanted_text},
                                         {"allowed", allowed}}}});
    return result;
}

Evidence rule_evidence(const Question& question, const CheckSpec& spec, const FieldRule& rule,
                       const AttributeValue* value, bool right) {
    const std::string need = need_of(question, rule);
    return {.kind = spec.check,
            .object = value ? rule.field : "",
            .reference = rule.field,
            .value = value ? dump_json(json_from_attribute(*value)) : "",
            .need = need,
            .text = {right    ? "evidence.field.right"
                     : !value ? "evidence.field.unset"
                              : "evidence.field.wrong",
                     {{"item", item_title(question, spec.target)},
                      {"field", attribute_title(question, rule.field)},
                      {"value", attribute_value_title(question, rule.field, value)},
                      {"need", need}}}};
}

CheckResult judge_values(const Question& question, const CheckSpec& spec, const FieldCheck& check,
                         const Answer& answer) {
    CheckResult result;
    std::size_t right = 0;
    for (const FieldRule& rule : check.rules) {
        const AttributeValue* value = field_value(answer, spec.target, rule.field);
        const bool fitting = value && fits(rule, *value);
        right += fitting ? 1 : 0;
        result.evidence.push_back(rule_evidence(question, spec, rule, value, fitting));
    }
    result.outcome = right == check.rules.size() ? Outcome::earned : Outcome::missed;
    if (check.rules.size() > 1) {
        const std::string all = std::to_string(check.rules.size());
        result.nominal = {"nominal.fields", {{"count", all}}};
        result.measured = {"measured.fields", {{"count", std::to_string(right)}, {"all", all}}};
        return result;
    }
    const std::string& field = check.rules.front().field;
    result.nominal = {"nominal.name", {{"name", need_of(question, check.rules.front())}}};
    result.measured = {"nominal.name",
                       {{"name", attribute_value_title(question, field, field_value(answer, spec.target, field))}}};
    return result;
}

} // namespace

std::optional<Number> field_number(const AttributeValue& value) {
    if (const double* number = std::get_if<double>(&value)) return Number(*number);
    const auto* text = std::get_if<std::string>(&value);
    return text ? strict_number(*text) : std::nullopt;
}

bool fits(const FieldRule& rule, const AttributeValue& value) {
    if (rule.min || rule.max) {
        const auto number = field_number(value);
        return number && (!rule.min || at_least(number->value(), *rule.min)) &&
               (!rule.max || at_most(number->value(), *rule.max));
    }
    const auto* text = std::get_if<std::string>(&value);
    if (rule.normalise && text) return std::ranges::count(rule.comparable, comparable_from_utf8(*text)) > 0;
    return std::ranges::count(rule.allowed, value) > 0;
}

bool is_field_check(std::string_view name) {
    return std::ranges::find(field_check_names, name) != field_check_names.end();
}

const AttributeValue* field_value(const Answer& answer, const std::string& item, const std::string& field) {
    const auto found = answer.items.find(item);
    if (found == answer.items.end()) return nullptr;
    const auto value = found->second.attributes.find(field);
    if (value == found->second.attributes.end()) return nullptr;
    const auto* text = std::get_if<std::string>(&value->second);
    return text && text->empty() ? nullptr : &value->second;
}

CheckResult judge_fields(const Question& question, const CheckSpec& spec, const FieldCheck& check,
                         const Answer& answer) {
    return spec.check == "number" ? judge_number(question, spec, check, answer)
                                  : judge_values(question, spec, check, answer);
}

} // namespace biaokao
