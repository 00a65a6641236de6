#include "graders/support/common_checks.h"

#include "graders/support/check_settings.h"
#include "graders/support/titles.h"

namespace biaokao {
namespace {

constexpr std::size_t most_sentences = 20;

Evidence extra_evidence(const Question& question, const Answer& answer, const ObjectVerdict& verdict) {
    const auto object = answer.objects.find(verdict.object);
    const std::string label = object == answer.objects.end() ? "" : object->second.label;
    const bool near = verdict.verdict == Verdict::near_miss;
    return {.kind = "no_extra",
            .object = verdict.object,
            .reference = verdict.reference,
            .text = {near ? "evidence.extra_near" : "evidence.extra",
                     {{"item", item_title(question, verdict.item)}, {"label", label_title(question, label)}}}};
}

} // namespace

CheckResult judge_no_extra(const Question& question, const Answer& answer, const ObjectMatching& matching,
                           const std::vector<const ObjectVerdict*>& extras) {
    CheckResult result;
    result.nominal = {"nominal.no_extra", {}};
    if (matching.objects == 0) {
        result.measured = {"measured.nothing_drawn", {}};
        result.evidence.push_back({.kind = "no_extra", .text = {"evidence.nothing_drawn", {}}});
        return result;
    }
    const std::string count = std::to_string(extras.size());
    result.outcome = extras.empty() ? CheckResult::Outcome::earned : CheckResult::Outcome::missed;
    result.measured = {"measured.extra", {{"count", count}}};
    for (std::size_t i = 0; i < extras.size() && i < most_sentences; ++i)
        result.evidence.push_back(extra_evidence(question, answer, *extras[i]));
    if (extras.size() > most_sentences)
        result.evidence.push_back(
            {.kind = "no_extra",
             .text = {"evidence.extra_more", {{"count", std::to_string(extras.size() - most_sentences)}}}});
    if (extras.empty())
        result.evidence.push_back({.kind = "no_extra", .value = "0", .need = "0", .text = {"evidence.no_extra", {}}});
    return result;
}

CheckResult judge_saved(const Question& question, const Answer& reference, const Answer& answer) {
    CheckResult result;
    const bool named = question.tools.file_name;
    std::size_t saved = 0;
    for (const ItemSpec& item : question.items) {
        const auto found = answer.items.find(item.id);
        if (found != answer.items.end() && found->second.saved) {
            ++saved;
            continue;
        }
        result.evidence.push_back(
            {.kind = "saved", .text = {"evidence.not_saved", {{"item", item_title(question, item.id)}}}});
    }
    const std::string count = std::to_string(saved), all = std::to_string(question.items.size());
    const bool name_right = !named || answer.file_name == reference.file_name;
    if (named)
        result.evidence.push_back(
            {.kind = "saved",
             .value = answer.file_name,
             .need = reference.file_name,
             .text = {answer.file_name.empty() ? "evidence.no_name"
                      : name_right             ? "evidence.name_right"
                                               : "evidence.name_wrong",
                      {{"value", literal_value(answer.file_name)}, {"need", literal_value(reference.file_name)}}}});
    if (saved == question.items.size())
        result.evidence.push_back(
            {.kind = "saved", .value = count, .need = all, .text = {"evidence.all_saved", {{"count", all}}}});
    result.outcome =
        saved == question.items.size() && name_right ? CheckResult::Outcome::earned : CheckResult::Outcome::missed;
    result.nominal = {named ? "nominal.saved_named" : "nominal.saved",
                      {{"count", all}, {"name", literal_value(reference.file_name)}}};
    result.measured = {named ? "measured.saved_named" : "measured.saved",
                       {{"count", count},
                        {"all", all},
                        {"name", answer.file_name.empty() ? "@value.none" : literal_value(answer.file_name)}}};
    return result;
}

void check_saved_spec(const CheckSpec& spec, const Question& question, const QuestionKey& key, Problems& problems) {
    refuse_target(spec, problems);
    read_settings(spec.settings, spec.where, problems, [](JsonReader&) {});
    if (question.tools.file_name && key.reference.file_name.empty())
        problems.add("error.reference_file_name", key.where + ":/reference/file_name");
}

} // namespace biaokao
