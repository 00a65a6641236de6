#include "app/ui/labelling/object_filter.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/text/normalise.h"

namespace biaokao {
namespace {

constexpr std::size_t most_terms = 20; // nobody types more; each costs time for every object

std::vector<std::string> terms_of(std::string_view typed) {
    std::vector<std::string> terms(1);
    bool quoted = false;
    for (const char each : typed) {
        if (each == '"') quoted = !quoted;
        else if (each == ' ' && !quoted) terms.emplace_back();
        else terms.back() += each;
    }
    std::erase_if(terms, [](const std::string& term) { return term.empty(); });
    if (terms.size() > most_terms) terms.resize(most_terms);
    return terms;
}

bool contains(const std::u32string& text, const std::u32string& part) {
    return text.find(part) != std::u32string::npos;
}

} // namespace

ObjectFilter::ObjectFilter(std::string_view typed, const Question& question) : question_(question) {
    for (const std::string& term : terms_of(typed)) {
        const auto colons = term.find("::");
        const bool has_field = colons != std::string::npos && colons > 0;
        terms_.push_back({has_field ? comparable_from_utf8(term.substr(0, colons)) : std::u32string(),
                          comparable_from_utf8(has_field ? term.substr(colons + 2) : term), has_field});
    }
    // Nothing but punctuation says nothing.
    std::erase_if(terms_, [](const Term& term) { return !term.has_field && term.value.empty(); });
}

const std::u32string& ObjectFilter::comparable_of(const std::string& text) {
    const auto [found, fresh] = seen_.try_emplace(text);
    if (fresh) found->second = comparable_from_utf8(text);
    return found->second;
}

bool ObjectFilter::label_has(const Term& term, const std::string& label) {
    if (term.value.empty()) return label.empty();
    if (label.empty()) return false;
    if (contains(comparable_of(label), term.value)) return true;
    const LabelSpec* spec = question_.labels.find_label(label);
    return spec != nullptr &&
           (contains(comparable_of(spec->title.zh), term.value) || contains(comparable_of(spec->title.en), term.value));
}

bool ObjectFilter::group_is(const Term& term, const std::string& group) {
    if (term.value.empty()) return group.empty();
    return comparable_of(group) == term.value; // g1 is not g10
}

bool ObjectFilter::value_has(const Term& term, const AttributeSpec& spec, const AttributeValue& value) {
    if (const bool* checked = std::get_if<bool>(&value))
        return contains(comparable_of(*checked ? "true yes on 1 是" : "false no off 0 否"), term.value);
    if (const double* number = std::get_if<double>(&value))
        return contains(comparable_of(fmt::format("{:.10g}", *number)), term.value);
    const std::string& words = std::get<std::string>(value);
    if (contains(comparable_of(words), term.value)) return true;
    return std::any_of(spec.options.begin(), spec.options.end(), [&](const Option& option) {
        return option.id == words && (contains(comparable_of(option.title.zh), term.value) ||
                                      contains(comparable_of(option.title.en), term.value));
    });
}

bool ObjectFilter::holds(const Term& term, std::string_view id, const Object& object) {
    static constexpr std::u32string_view label_field = U"label", label_field_zh = U"标签", group_field = U"group",
                                         group_field_zh = U"组";
    if (term.has_field && (term.field == label_field || term.field == label_field_zh))
        return label_has(term, object.label);
    if (term.has_field && (term.field == group_field || term.field == group_field_zh))
        return group_is(term, object.group);
    if (!term.has_field && (contains(comparable_from_utf8(std::string(id)), term.value) ||
                            label_has(term, object.label) || contains(comparable_from_utf8(object.text), term.value)))
        return true;
    for (const AttributeSpec& spec : question_.labels.attributes) {
        if (term.has_field && comparable_of(spec.id) != term.field && comparable_of(spec.title.zh) != term.field &&
            comparable_of(spec.title.en) != term.field)
            continue;
        const auto value = object.attributes.find(spec.id);
        const bool present = value != object.attributes.end();
        if (term.has_field && term.value.empty()) return !present;
        if (present && value_has(term, spec, value->second)) return true;
    }
    return false;
}

bool ObjectFilter::matches(std::string_view id, const Object& object) {
    return std::all_of(terms_.begin(), terms_.end(), [&](const Term& term) { return holds(term, id, object); });
}

} // namespace biaokao
