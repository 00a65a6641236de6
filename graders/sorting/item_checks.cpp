#include "graders/sorting/item_checks.h"

#include <algorithm>

#include "graders/sorting/groups.h"
#include "graders/support/check_settings.h"
#include "graders/support/titles.h"

namespace biaokao::sorting {
namespace {

using Outcome = CheckResult::Outcome;

int count_with(const ItemsCheck& check, const Answer& answer) {
    return static_cast<int>(std::ranges::count_if(check.targets, [&](const std::string& item) {
        return chosen_option(answer, item, check.class_id) == check.value;
    }));
}

CheckResult judge_one_of(const Question& question, const CheckSpec& spec, const ItemsCheck& check,
                         const Answer& answer) {
    const int count = count_with(check, answer);
    const std::string value = std::to_string(count), need = std::to_string(check.count);
    const std::string title = option_title(question, check.class_id, check.value);
    CheckResult result;
    result.outcome = count == check.count ? Outcome::earned : Outcome::missed;
    result.nominal = {"nominal.one_of",
                      {{"all", std::to_string(check.targets.size())}, {"need", need}, {"value", title}}};
    result.measured = {"measured.value", {{"value", value}}};
    for (const std::string& item : check.targets)
        result.evidence.push_back({.kind = spec.check,
                                   .object = item,
                                   .value = chosen_option(answer, item, check.class_id),
                                   .text = {"evidence.one_of_item",
                                            {{"item", item_title(question, item)},
                                             {"class", class_title(question, check.class_id)},
                                             {"value", option_title(question, check.class_id,
                                                                    chosen_option(answer, item, check.class_id))}}}});
    result.evidence.push_back({.kind = spec.check,
                               .value = value,
                               .need = need,
                               .text = {result.outcome == Outcome::earned ? "evidence.one_of_right"
                                        : count < check.count             ? "evidence.one_of_few"
                                                                          : "evidence.one_of_many",
                                        {{"all", std::to_string(check.targets.size())},
                                         {"need", need},
                                         {"count", value},
                                         {"class", class_title(question, check.class_id)},
                                         {"value", title}}}});
    return result;
}

// reason: every target has the reference's value; nothing_left: every target has any.
CheckResult judge_all(const Question& question, const CheckSpec& spec, const ItemsCheck& check, const Answer& reference,
                      const Answer& answer) {
    const bool reason = spec.check == "reason";
    CheckResult result;
    std::size_t right = 0, told = 0;
    for (const std::string& item : check.targets) {
        const std::string& value = chosen_option(answer, item, check.class_id);
        const std::string& need = chosen_option(reference, item, check.class_id);
        if (reason ? value == need : !value.empty()) {
            ++right;
            continue;
        }
        if (++told > most_items) continue;
        result.evidence.push_back({.kind = spec.check,
                                   .object = item,
                                   .reference = item,
                                   .value = value,
                                   .need = reason ? need : "",
                                   .text = {!reason         ? "evidence.left_over"
                                            : value.empty() ? "evidence.class_unset"
                                                            : "evidence.class_wrong",
                                            {{"item", item_title(question, item)},
                                             {"class", class_title(question, check.class_id)},
                                             {"value", option_title(question, check.class_id, value)},
                                             {"need", option_title(question, check.class_id, need)}}}});
    }
    const std::string count = std::to_string(right), all = std::to_string(check.targets.size());
    result.outcome = right == check.targets.size() ? Outcome::earned : Outcome::missed;
    result.nominal = {reason ? "nominal.reason" : "nominal.nothing_left", {{"count", all}}};
    result.measured = {"measured.items", {{"count", count}, {"all", all}}};
    result.evidence.push_back(
        {.kind = spec.check,
         .value = count,
         .need = all,
         .text = {reason ? "evidence.reason" : "evidence.sorted",
                  {{"count", count}, {"all", all}, {"class", class_title(question, check.class_id)}}}});
    return result;
}

void read_targets(JsonReader& reader, const Question& question, const std::string& class_id,
                  std::vector<std::string>& targets) {
    targets = reader.strings("targets", true);
    const auto items = sorted_items(question, class_id);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const auto is_it = [&](const ItemSpec* item) { return item->id == targets[i]; };
        const bool twice = std::find(targets.begin(), targets.begin() + static_cast<std::ptrdiff_t>(i), targets[i]) !=
                           targets.begin() + static_cast<std::ptrdiff_t>(i);
        if (twice || std::ranges::none_of(items, is_it))
            reader.problems().add(twice ? "error.id_twice" : "error.target_not_sorted",
                                  reader.where("targets") + "/" + std::to_string(i),
                                  {{"id", literal_value(targets[i])}});
    }
    if (targets.empty() && reader.has("targets")) reader.complain("error.json_empty", "targets");
}

} // namespace

bool is_item_check(std::string_view name) {
    return std::ranges::find(item_check_names, name) != item_check_names.end();
}

ItemsCheck read_items_check(const CheckSpec& spec, const Question& question, const Answer& reference,
                            Problems& problems) {
    ItemsCheck check;
    refuse_target(spec, problems);
    refuse_bands(spec, problems);
    read_settings(spec.settings, spec.where, problems, [&](JsonReader& reader) {
        check.class_id = reader.string("class");
        if (reader.has("class") && !question.labels.find_class(check.class_id)) {
            reader.complain("error.class_unknown", "class", {{"id", check.class_id}});
            for (const char* other : {"targets", "value", "count"}) (void)reader.raw(other); // meaningless without it
            return;
        }
        const auto is_sorted = [&](const std::string& item) {
            return !chosen_option(reference, item, check.class_id).empty();
        };
        if (spec.check == "nothing_left") {
            for (const ItemSpec* item : sorted_items(question, check.class_id))
                if (is_sorted(item->id)) check.targets.push_back(item->id);
            if (check.targets.empty())
                reader.complain("error.reference_unsorted", "class", {{"class", literal_value(check.class_id)}});
            return;
        }
        const auto before = problems.errors.size();
        read_targets(reader, question, check.class_id, check.targets);
        if (spec.check == "reason") {
            if (problems.errors.size() == before && !std::ranges::all_of(check.targets, is_sorted))
                reader.complain("error.check_reference_class", "targets", {{"class", literal_value(check.class_id)}});
            return;
        }
        check.value = reader.string("value");
        check.count = reader.has("count") ? static_cast<int>(reader.integer("count", 1, 10'000)) : 1;
        if (problems.errors.size() == before && count_with(check, reference) != check.count)
            reader.complain("error.reference_one_of", "value",
                            {{"count", std::to_string(count_with(check, reference))}});
    });
    return check;
}

CheckResult judge_items(const Question& question, const CheckSpec& spec, const ItemsCheck& check,
                        const Answer& reference, const Answer& answer) {
    return spec.check == "one_of" ? judge_one_of(question, spec, check, answer)
                                  : judge_all(question, spec, check, reference, answer);
}

} // namespace biaokao::sorting
