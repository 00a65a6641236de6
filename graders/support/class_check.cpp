#include "graders/support/class_check.h"

#include <fmt/format.h>

#include "graders/support/titles.h"

namespace biaokao {

namespace {

std::string titles_of(const Question& question, const std::string& group, const std::set<std::string>& options) {
    const ClassSpec* spec = question.labels.find_class(group);
    if (options.size() < 2 || !spec) return option_title(question, group, options.empty() ? "" : *options.begin());
    return two_language_value(titles_of_options(*spec, options, "zh"), titles_of_options(*spec, options, "en"));
}

std::string joined(const std::set<std::string>& options) { return fmt::format("{}", fmt::join(options, ", ")); }

} // namespace

ClassCheck read_class_check(const CheckSpec& spec, const Question& question, const Answer& reference,
                            JsonReader& reader) {
    ClassCheck check{.group = reader.string("class"), .options = {}};
    if (!question.find_item(spec.target))
        reader.complain("error.check_target", "target", {{"target", literal_value(spec.target)}});
    else check.options = chosen_options(reference, spec.target, check.group);
    if (question.find_item(spec.target) && check.options.empty())
        reader.complain("error.check_reference_class", "class", {{"class", literal_value(check.group)}});
    return check;
}

CheckResult judge_class(const Question& question, const CheckSpec& spec, const ClassCheck& check,
                        const Answer& answer) {
    const auto chosen = chosen_options(answer, spec.target, check.group);
    const bool right = chosen == check.options;
    const std::string need = titles_of(question, check.group, check.options);
    const std::string value = titles_of(question, check.group, chosen);
    CheckResult result;
    result.outcome = right ? CheckResult::Outcome::earned : CheckResult::Outcome::missed;
    result.nominal = {"nominal.name", {{"name", need}}};
    result.measured = {"nominal.name", {{"name", value}}};
    result.evidence.push_back({.kind = spec.check,
                               .reference = spec.target,
                               .value = joined(chosen),
                               .need = joined(check.options),
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
