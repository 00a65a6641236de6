// Forms: cells with numbers and other values, marks, an order of steps, and what happened on the way.
#include <algorithm>
#include <array>
#include <set>

#include "graders/graders.h"
#include "graders/support/check_settings.h"
#include "graders/support/common_checks.h"
#include "graders/support/compiled_judge.h"
#include "graders/support/event_checks.h"
#include "graders/support/field_checks.h"
#include "graders/support/titles.h"

namespace biaokao {
namespace {

using Outcome = CheckResult::Outcome;

constexpr std::array<std::string_view, 9> check_names{"number", "field",        "fields",   "marked", "before",
                                                      "event",  "event_before", "no_event", "saved"};

struct FormCheck {
    std::size_t number = 0; // of FormKey::key.checks
    FieldCheck fields;
    EventCheck event;
    std::string first, then; // before
};

struct FormKey {
    Question question;
    QuestionKey key;
    std::vector<FormCheck> checks;
};

std::string step_title(const Question& question, const std::string& step) {
    const auto found = std::ranges::find_if(question.labels.steps, [&](const Option& one) { return one.id == step; });
    return found == question.labels.steps.end() ? literal_value(step)
                                                : two_language_value(found->title.zh, found->title.en);
}

std::size_t place_in(const Answer& answer, const std::string& item, const std::string& step) {
    static constexpr auto absent = std::string::npos;
    const auto found = answer.items.find(item);
    if (found == answer.items.end()) return absent;
    const auto& order = found->second.order;
    const auto place = std::ranges::find(order, step);
    return place == order.end() ? absent : static_cast<std::size_t>(place - order.begin());
}

CheckResult judge_before(const Question& question, const CheckSpec& spec, const FormCheck& check,
                         const Answer& answer) {
    const std::size_t first = place_in(answer, spec.target, check.first);
    const std::size_t then = place_in(answer, spec.target, check.then);
    const bool first_absent = first == std::string::npos, absent = first_absent || then == std::string::npos;
    const std::string first_title = step_title(question, check.first), then_title = step_title(question, check.then);
    CheckResult result;
    result.outcome = !absent && first < then ? Outcome::earned : Outcome::missed;
    const bool right = result.outcome == Outcome::earned;
    result.nominal = {"nominal.before", {{"first", first_title}, {"then", then_title}}};
    result.measured = {right    ? "measured.in_order"
                       : absent ? "measured.step_absent"
                                : "measured.reversed",
                       {{"step", first_absent ? first_title : then_title}}};
    const auto shown = [](std::size_t place) {
        return place == std::string::npos ? std::string() : std::to_string(place + 1);
    };
    result.evidence.push_back({.kind = spec.check,
                               .object = right || !absent ? check.first : "",
                               .reference = check.then,
                               .value = shown(first),
                               .need = shown(then).empty() ? "" : "< " + shown(then),
                               .text = {right    ? "evidence.order.right"
                                        : absent ? "evidence.order.absent"
                                                 : "evidence.order.reversed",
                                        {{"item", item_title(question, spec.target)},
                                         {"first", first_title},
                                         {"then", then_title},
                                         {"step", first_absent ? first_title : then_title}}}});
    return result;
}

void read_before(const CheckSpec& spec, const FormKey& key, FormCheck& check, Problems& problems) {
    refuse_bands(spec, problems);
    const bool known = target_item(spec, key.question, problems) != nullptr;
    read_settings(spec.settings, spec.where, problems, [&](JsonReader& reader) {
        const auto before = problems.errors.size();
        for (const auto& [name, step] : {std::pair("first", &check.first), std::pair("then", &check.then)}) {
            *step = reader.string(name);
            const auto is_it = [&](const Option& one) { return one.id == *step; };
            if (reader.has(name) && std::ranges::none_of(key.question.labels.steps, is_it))
                reader.complain("error.step_unknown", name, {{"step", literal_value(*step)}});
        }
        if (!known || problems.errors.size() != before) return;
        const std::size_t first = place_in(key.key.reference, spec.target, check.first);
        const std::size_t then = place_in(key.key.reference, spec.target, check.then);
        if (first == std::string::npos || then == std::string::npos || first >= then)
            reader.complain("error.reference_order", "first");
    });
}

FormCheck read_check(std::size_t number, const FormKey& key, Problems& problems) {
    const CheckSpec& spec = key.key.checks[number];
    FormCheck check{.number = number, .fields = {}, .event = {}, .first = {}, .then = {}};
    if (!check_name_known(spec, check_names, problems)) return check;
    if (spec.check == "saved") check_saved_spec(spec, key.question, key.key, problems);
    else if (spec.check == "before") read_before(spec, key, check, problems);
    else if (is_event_check(spec.check)) check.event = read_event_check(spec, key.question, problems);
    else check.fields = read_field_check(spec, key.question, key.key.reference, problems);
    return check;
}

// Marks of the forms that a group's checks look at. A checkbox that another check asks for is none of them.
Tally tally_of_marks(const FormKey& key, const std::string& group, const Answer& answer) {
    std::set<std::string> forms;
    std::set<std::pair<std::string, std::string>> others;
    for (const FormCheck& check : key.checks) {
        const CheckSpec& spec = key.key.checks[check.number];
        const bool counted = spec.check == "marked" && spec.group == group;
        if (counted) forms.insert(spec.target);
        else
            for (const FieldRule& rule : check.fields.rules) others.emplace(spec.target, rule.field);
    }
    const auto is_marked = [](const Answer& of, const std::string& form, const std::string& field) {
        const AttributeValue* value = field_value(of, form, field);
        const bool* flag = value ? std::get_if<bool>(value) : nullptr;
        return flag && *flag;
    };
    Tally tally;
    for (const std::string& form : forms) {
        for (const AttributeSpec* field : key.question.fields_of(*key.question.find_item(form))) {
            if (field->kind != AttributeSpec::Kind::checkbox || others.contains({form, field->id})) continue;
            const bool given = is_marked(answer, form, field->id);
            const bool wanted = is_marked(key.key.reference, form, field->id);
            tally.objects += given ? 1 : 0;
            tally.references += wanted ? 1 : 0;
            tally.extra += given && !wanted ? 1 : 0;
        }
    }
    return tally;
}

// What became of each field, for the figure.
void add_verdicts(const CheckSpec& spec, const FormCheck& check, const CheckResult& result, const Answer& answer,
                  Judgement& judgement) {
    for (std::size_t i = 0; i < check.fields.rules.size(); ++i) {
        const FieldRule& rule = check.fields.rules[i];
        const AttributeValue* value = field_value(answer, spec.target, rule.field);
        const bool right = spec.check == "number" ? result.outcome != Outcome::missed : value && fits(rule, *value);
        judgement.verdicts.push_back({spec.target, value ? rule.field : "", rule.field,
                                      !value  ? Verdict::missing
                                      : right ? Verdict::matched
                                              : Verdict::wrong_label});
    }
}

Judgement judge(const FormKey& key, const Answer& answer, const ProcessLog* log) {
    Judgement judgement;
    for (const FormCheck& check : key.checks) {
        const CheckSpec& spec = key.key.checks[check.number];
        CheckResult result = spec.check == "saved"        ? judge_saved(key.question, key.key.reference, answer)
                             : spec.check == "before"     ? judge_before(key.question, spec, check, answer)
                             : is_event_check(spec.check) ? judge_event(key.question, spec, check.event, log)
                                                          : judge_fields(key.question, spec, check.fields, answer);
        add_verdicts(spec, check, result, answer, judgement);
        if (spec.check == "marked" && !spec.group.empty() && !judgement.tally_of_group.contains(spec.group))
            judgement.tally_of_group[spec.group] = tally_of_marks(key, spec.group, answer);
        judgement.checks.push_back(std::move(result));
    }
    return judgement;
}

tl::expected<Judge, Problems> compile(const Question& question, const QuestionKey& source, const PackFiles*) {
    Problems problems;
    FormKey key{question, source, {}};
    read_settings(source.matching, source.where + ":/matching", problems, [](JsonReader&) {});
    for (std::size_t i = 0; i < source.checks.size(); ++i) key.checks.push_back(read_check(i, key, problems));
    static constexpr std::array<std::string_view, 1> counting{"marked"};
    check_group_counts(source, counting, problems);
    return compiled_judge(std::move(key), std::move(problems), judge);
}

} // namespace

extern const Grader form_grader{.id = "form", .answer_kind = "form", .checks = check_names, .compile = compile};

} // namespace biaokao
