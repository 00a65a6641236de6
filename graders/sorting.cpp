// Sortings: every file, picture or utterance gets an option of a class or goes into a group that the candidate names.
#include <algorithm>
#include <array>
#include <set>

#include "graders/graders.h"
#include "graders/sorting/group_checks.h"
#include "graders/sorting/item_checks.h"
#include "graders/support/check_settings.h"
#include "graders/support/class_check.h"
#include "graders/support/common_checks.h"
#include "graders/support/compiled_judge.h"
#include "graders/support/event_checks.h"
#include "graders/support/field_checks.h"

namespace biaokao {
namespace {

using namespace sorting;

constexpr std::array<std::string_view, 18> check_names{
    "member", "folder",       "complete", "exact", "pure",   "purity", "completeness", "named",    "one_of",
    "reason", "nothing_left", "number",   "field", "fields", "event",  "event_before", "no_event", "saved"};

struct SortingCheck {
    std::size_t number = 0; // of SortingKey::key.checks
    ClassCheck member;
    GroupCheck group;
    ItemsCheck items;
    FieldCheck fields;
    EventCheck event;
};

struct SortingKey {
    Question question;
    QuestionKey key;
    std::vector<SortingCheck> checks;
    std::set<std::string> matched_classes; // whose groups are compared whatever their names
};

void read_member(const CheckSpec& spec, const SortingKey& key, SortingCheck& check, Problems& problems) {
    refuse_bands(spec, problems);
    read_settings(spec.settings, spec.where, problems, [&](JsonReader& reader) {
        check.member = read_class_check(spec, key.question, key.key.reference, reader);
    });
}

SortingCheck read_check(std::size_t number, const SortingKey& key, Problems& problems) {
    const CheckSpec& spec = key.key.checks[number];
    const Answer& reference = key.key.reference;
    SortingCheck check;
    check.number = number;
    if (!check_name_known(spec, check_names, problems)) return check;
    if (spec.check == "saved") check_saved_spec(spec, key.question, key.key, problems);
    else if (spec.check == "member") read_member(spec, key, check, problems);
    else if (is_group_check(spec.check)) check.group = read_group_check(spec, key.question, reference, problems);
    else if (is_item_check(spec.check)) check.items = read_items_check(spec, key.question, reference, problems);
    else if (is_event_check(spec.check)) check.event = read_event_check(spec, key.question, problems);
    else check.fields = read_field_check(spec, key.question, reference, problems);
    return check;
}

// Members of the groups that a group of checks asks for. Which of several duplicates stays is left to the candidate:
// of the targets of `one_of` only so many count as extra as go beyond the reference's number.
Tally tally_of_members(const SortingKey& key, const std::string& group, const Answer& answer) {
    std::set<std::pair<std::string, std::string>> wanted; // class, value
    for (const SortingCheck& check : key.checks) {
        const CheckSpec& spec = key.key.checks[check.number];
        if (spec.check != "member" || spec.group != group) continue;
        for (const std::string& option : check.member.options) wanted.emplace(check.member.group, option);
    }
    const auto carries = [&](const Answer& of, const std::string& item, const std::string& class_id) {
        return wanted.contains({class_id, chosen_option(of, item, class_id)});
    };
    Tally tally;
    std::set<std::pair<std::string, std::string>> duplicates; // class, item
    for (const SortingCheck& check : key.checks) {
        if (key.key.checks[check.number].check != "one_of") continue;
        int surplus = 0;
        for (const std::string& item : check.items.targets) {
            if (!duplicates.emplace(check.items.class_id, item).second) continue;
            surplus += (carries(answer, item, check.items.class_id) ? 1 : 0) -
                       (carries(key.key.reference, item, check.items.class_id) ? 1 : 0);
        }
        tally.extra += std::max(0, surplus);
    }
    std::set<std::string> classes;
    for (const auto& [class_id, value] : wanted) classes.insert(class_id);
    for (const std::string& class_id : classes) {
        for (const ItemSpec* item : sorted_items(key.question, class_id)) {
            const bool given = carries(answer, item->id, class_id);
            const bool right =
                chosen_option(answer, item->id, class_id) == chosen_option(key.key.reference, item->id, class_id);
            tally.objects += given ? 1 : 0;
            tally.references += carries(key.key.reference, item->id, class_id) ? 1 : 0;
            tally.extra += given && !right && !duplicates.contains({class_id, item->id}) ? 1 : 0;
        }
    }
    return tally;
}

// What became of each item, for the figure: `object` and `reference` name the class.
void add_verdicts(const SortingKey& key, const Answer& answer, const std::map<std::string, GroupMatching>& matchings,
                  Judgement& judgement) {
    for (const ClassSpec& spec : key.question.labels.classes) {
        const auto matching = matchings.find(spec.id);
        for (const ItemSpec* item : sorted_items(key.question, spec.id)) {
            const std::string& given = chosen_option(answer, item->id, spec.id);
            std::string wanted = chosen_option(key.key.reference, item->id, spec.id);
            if (given.empty() && wanted.empty()) continue;
            const bool in_reference = !wanted.empty();
            if (matching != matchings.end() && in_reference) {
                const auto partner = matching->second.find(wanted);
                if (partner != matching->second.end()) wanted = partner->second;
            }
            judgement.verdicts.push_back({item->id, given.empty() ? "" : spec.id, in_reference ? spec.id : "",
                                          given.empty()     ? Verdict::missing
                                          : !in_reference   ? Verdict::extra
                                          : given == wanted ? Verdict::matched
                                                            : Verdict::wrong_label});
        }
    }
}

Judgement judge(const SortingKey& key, const Answer& answer, const ProcessLog* log) {
    const Question& question = key.question;
    const Answer& reference = key.key.reference;
    std::map<std::string, GroupMatching> matchings;
    for (const std::string& id : key.matched_classes) matchings[id] = match_groups(question, id, reference, answer);
    const GroupMatching by_name;
    Judgement judgement;
    for (const SortingCheck& check : key.checks) {
        const CheckSpec& spec = key.key.checks[check.number];
        const auto matching = matchings.find(check.group.class_id);
        judgement.checks.push_back(
            spec.check == "saved"        ? judge_saved(question, reference, answer)
            : spec.check == "member"     ? judge_class(question, spec, check.member, answer)
            : is_group_check(spec.check) ? judge_group(question, spec, check.group, reference, answer,
                                                       matching == matchings.end() ? by_name : matching->second)
            : is_item_check(spec.check)  ? judge_items(question, spec, check.items, reference, answer)
            : is_event_check(spec.check) ? judge_event(question, spec, check.event, log)
                                         : judge_fields(question, spec, check.fields, answer));
        if (spec.check == "member" && !spec.group.empty() && !judgement.tally_of_group.contains(spec.group))
            judgement.tally_of_group[spec.group] = tally_of_members(key, spec.group, answer);
    }
    add_verdicts(key, answer, matchings, judgement);
    return judgement;
}

tl::expected<Judge, Problems> compile(const Question& question, const QuestionKey& source, const PackFiles*) {
    Problems problems;
    SortingKey key{question, source, {}, {}};
    read_settings(source.matching, source.where + ":/matching", problems, [](JsonReader&) {});
    for (std::size_t i = 0; i < source.checks.size(); ++i) {
        key.checks.push_back(read_check(i, key, problems));
        if (is_matched_check(source.checks[i].check)) key.matched_classes.insert(key.checks.back().group.class_id);
    }
    static constexpr std::array<std::string_view, 1> counting{"member"};
    check_group_counts(source, counting, problems);
    return compiled_judge(std::move(key), std::move(problems), judge);
}

} // namespace

extern const Grader sorting_grader{
    .id = "sorting", .answer_kind = "sorting", .checks = check_names, .compile = compile};

} // namespace biaokao
