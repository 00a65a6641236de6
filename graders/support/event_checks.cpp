#include "graders/support/event_checks.h"

#include <algorithm>

#include "graders/support/check_settings.h"

namespace biaokao {
namespace {

using Outcome = CheckResult::Outcome;
using Args = std::vector<std::pair<std::string, std::string>>;

// "{item}", "{part}", "{value}" of a pattern, each with `prefix` ("then_item") where a sentence has two.
void add_args(Args& args, const Question& question, const EventPattern& pattern, const std::string& prefix = "") {
    auto [item, part] = path_titles(question, pattern.path);
    args.emplace_back(prefix + "item", std::move(item));
    args.emplace_back(prefix + "part", std::move(part));
    args.emplace_back(prefix + "value",
                      pattern.value ? path_value_title(question, pattern.path, *pattern.value) : "@value.any_change");
}

struct EventCase {
    const Question& question;
    const CheckSpec& spec;
    CheckResult result{};

    void say(Outcome outcome, std::string measured, std::string sentence, const Args& args) {
        result.outcome = outcome;
        result.measured = {std::move(measured), {}};
        result.evidence.push_back({.kind = spec.check, .text = {std::move(sentence), args}});
    }
    CheckResult not_graded(std::string sentence) {
        say(Outcome::not_graded, "measured.not_graded", std::move(sentence), {});
        return std::move(result);
    }
};

CheckResult judge_seen(EventCase c, const EventCheck& check, const ProcessLog& log) {
    const EventSearch search = find_event(log, check.pattern);
    if (search.broken) return c.not_graded("evidence.event.broken");
    Args args;
    add_args(args, c.question, check.pattern);
    if (search.first) {
        c.say(Outcome::earned, "measured.event.seen", "evidence.event.seen", args);
    } else if (search.in_other_state) {
        const EventState& state = *check.pattern.state;
        add_args(args, c.question, {state.path, state.value, {}}, "state_");
        c.say(Outcome::missed, "measured.event.other_state", "evidence.event.other_state", args);
    } else {
        c.say(Outcome::missed, "measured.event.missing", "evidence.event.missing", args);
    }
    return std::move(c.result);
}

CheckResult judge_before(EventCase c, const EventCheck& check, const ProcessLog& log) {
    const EventSearch first = find_event(log, check.pattern), then = find_event(log, *check.other);
    if (first.broken || then.broken) return c.not_graded("evidence.event.broken");
    Args args;
    add_args(args, c.question, first.first ? *check.other : check.pattern);
    if (!first.first || !then.first) {
        c.say(Outcome::missed, "measured.event.missing", "evidence.event.missing", args);
        return std::move(c.result);
    }
    args.clear();
    add_args(args, c.question, check.pattern);
    add_args(args, c.question, *check.other, "then_");
    const bool right = *first.first < *then.first;
    c.say(right ? Outcome::earned : Outcome::missed, right ? "measured.event.in_order" : "measured.event.reversed",
          right ? "evidence.event.in_order" : "evidence.event.reversed", args);
    return std::move(c.result);
}

CheckResult judge_none(EventCase c, const EventCheck& check, const ProcessLog& log) {
    const EventSearch unwanted = find_event(log, check.pattern);
    const EventSearch needed = check.other ? find_event(log, *check.other) : EventSearch{};
    if (unwanted.broken || needed.broken) return c.not_graded("evidence.event.broken");
    Args args;
    add_args(args, c.question, check.pattern);
    const auto has_changes = [](const ProcessEvent& event) { return !event.changes.empty(); };
    const bool done = check.other ? needed.first.has_value() : std::any_of(log.begin(), log.end(), has_changes);
    if (unwanted.first) {
        c.say(Outcome::missed, "measured.event.seen", "evidence.event.unwanted", args);
    } else if (done) {
        c.say(Outcome::earned, "measured.event.none", "evidence.event.none", args);
    } else if (!check.other) {
        c.say(Outcome::missed, "measured.event.nothing", "evidence.event.nothing", {});
    } else {
        args.clear();
        add_args(args, c.question, *check.other);
        c.say(Outcome::missed, "measured.event.nothing", "evidence.event.missing", args);
    }
    return std::move(c.result);
}

std::optional<EventPattern> read_child(JsonReader& reader, std::string_view key, const Question& question,
                                       bool required) {
    auto child = reader.child(key, required);
    if (!child || !child->value().object()) return std::nullopt;
    EventPattern pattern = read_event_pattern(*child, question);
    child->finish();
    return pattern;
}

} // namespace

bool is_event_check(std::string_view name) {
    return std::find(event_check_names.begin(), event_check_names.end(), name) != event_check_names.end();
}

EventCheck read_event_check(const CheckSpec& spec, const Question& question, Problems& problems) {
    EventCheck check;
    refuse_target(spec, problems);
    refuse_bands(spec, problems);
    read_settings(spec.settings, spec.where, problems, [&](JsonReader& reader) {
        if (spec.check != "event_before") {
            check.pattern = read_event_pattern(reader, question);
            if (spec.check == "no_event") check.other = read_child(reader, "after", question, false);
            return;
        }
        check.pattern = read_child(reader, "first", question, true).value_or(EventPattern{});
        check.other = read_child(reader, "then", question, true).value_or(EventPattern{});
    });
    return check;
}

CheckResult judge_event(const Question& question, const CheckSpec& spec, const EventCheck& check,
                        const ProcessLog* log) {
    EventCase c{question, spec};
    Args args;
    add_args(args, question, check.pattern);
    if (spec.check == "event_before") add_args(args, question, *check.other, "then_");
    c.result.nominal = {"nominal." + spec.check, std::move(args)};
    if (!log) return c.not_graded("evidence.event.no_log");
    if (spec.check == "event") return judge_seen(std::move(c), check, *log);
    return spec.check == "event_before" ? judge_before(std::move(c), check, *log)
                                        : judge_none(std::move(c), check, *log);
}

} // namespace biaokao
