#include "graders/support/titles.h"

#include <fmt/format.h>

namespace biaokao {
namespace {

std::string value_of(const Text& text, std::string_view fallback) {
    return text.empty() ? literal_value(fallback) : two_language_value(text.zh, text.en);
}

std::string title_in(const std::vector<Option>& options, std::string_view id) {
    for (const Option& option : options) {
        if (option.id == id) return value_of(option.title, id);
    }
    return literal_value(id);
}

} // namespace

std::string label_title(const Question& question, std::string_view label) {
    if (label.empty()) return "@value.no_label";
    const LabelSpec* spec = question.labels.find_label(label);
    return value_of(spec ? spec->title : Text{}, label);
}

std::string item_title(const Question& question, std::string_view item) {
    const ItemSpec* spec = question.find_item(item);
    return value_of(spec ? spec->title : Text{}, item);
}

std::string attribute_title(const Question& question, std::string_view attribute) {
    const AttributeSpec* spec = question.labels.find_attribute(attribute);
    return value_of(spec ? spec->title : Text{}, attribute);
}

std::string attribute_value_title(const Question& question, std::string_view attribute, const AttributeValue* value) {
    if (!value) return "@value.unset";
    if (const bool* flag = std::get_if<bool>(value)) return *flag ? "@value.yes" : "@value.no";
    if (const double* number = std::get_if<double>(value)) return fmt::format("{}", *number);
    const auto& text = std::get<std::string>(*value);
    const AttributeSpec* spec = question.labels.find_attribute(attribute);
    return spec ? title_in(spec->options, text) : literal_value(text);
}

std::string class_title(const Question& question, std::string_view group) {
    const ClassSpec* spec = question.labels.find_class(group);
    return value_of(spec ? spec->title : Text{}, group);
}

std::string option_title(const Question& question, std::string_view group, std::string_view option) {
    if (option.empty()) return "@value.unset";
    const ClassSpec* spec = question.labels.find_class(group);
    return spec ? title_in(spec->options, option) : literal_value(option);
}

const AttributeValue* find_attribute(const Object& object, const std::string& attribute) {
    const auto found = object.attributes.find(attribute);
    return found == object.attributes.end() ? nullptr : &found->second;
}

} // namespace biaokao
