#include "graders/support/class_check.h"

#include "graders/support/titles.h"

namespace biaokao {

const std::string& class_value(const Answer& answer, const std::string& item, const std::string& group) {
    static const std::string nothing;
    const auto found = answer.items.find(item);
    if (found == answer.items.end()) return nothing;
    const auto option = found->second.classes.find(group);
    return option == found->second.classes.end() ? nothing : option->second;
}

ClassCheck read_class_check(const CheckSpec& spec, const Question& question, const Answer& reference,
                            JsonReader& reader) {
    ClassCheck check{.group = reader.string("class"), .option = {}};
    if (!question.find_item(spec.target))
        reader.complain("error.check_target", "target", {{"target", literal_value(spec.target)}});
    else check.option = class_value(reference, spec.target, check.group);
    if (question.find_item(spec.target) && check.option.empty())
        reader.complain("error.check_reference_class", "class", {{"class", literal_value(check.group)}});
    return check;
}

CheckResult judge_class(const Question& question, const CheckSpec& spec, const ClassCheck& check,
                        const Answer& answer) {
    const std::string& chosen = class_value(answer, spec.target, check.group);
    const bool right = chosen == check.option;
    const std::string need = option_title(question, check.group, check.option);
    const std::string value = option_title(question, check.group, chosen);
    CheckResult result;
    result.outcome = right ? CheckResult::Outcome::earned : CheckResult::Outcome::missed;
    result.nominal = {"nominal.name", {{"name", need}}};
    result.measured = {"nominal.name", {{"name", value}}};
    result.evidence.push_back({.kind = spec.check,
                               .reference = spec.target,
                               .value = chosen,
                               .need = check.option,
                               .text = {right            ? "evidence.class_right"
                                        : chosen.empty() ? "evidence.class_unset"
                                                         : "evidence.class_wrong",
                                        {{"item", item_title(question, spec.target)},
                                         {"class", class_title(question, check.group)},
                                         {"value", value},
                                         {"need", need}}}});
    return result;
}

} // namespace biaokao
