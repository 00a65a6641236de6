#include "graders/cases/label_cases.h"

namespace biaokao {
namespace {

std::string shown(const CaseNode& value) {
    const std::string* text = value.value().string();
    return literal_value(text ? *text : dump_json(value.value()));
}

} // namespace

Label read_text_label(const CaseNode& value) { return value.text(); }

Label read_label(const CaseNode& value) {
    if (const std::string* text = value.value().string()) return std::string_view(*text);
    if (const bool* truth = value.value().boolean()) return Label::of_truth(*truth);
    if (value.value().is_number()) return Label::of_number(value.number());
    value.refuse("error.case_type", {{"type", "@json.attribute"}});
    return {};
}

Label read_reference_label(const CaseNode& value) {
    if (value.is_null()) value.refuse("error.case_no_reference");
    return read_text_label(value);
}

LabelNumbers read_label_list(const CaseNode& list, ReadLabel read) {
    LabelNumbers labels;
    for (const Json& one : list.elements()) {
        const CaseNode value = list.at(one);
        const int before = labels.size();
        labels.number(read(value));
        if (labels.size() == before) value.refuse("error.case_twice", {{"value", shown(value)}});
    }
    return labels;
}

void require_allowed(const Label& label, const CaseNode& value, const LabelNumbers& allowed) {
    if (allowed.find(label) < 0) value.refuse("error.case_unknown_value", {{"value", shown(value)}});
}

} // namespace biaokao
