#include "graders/sorting/group_checks.h"

#include <algorithm>

#include "engine/text/normalise.h"
#include "graders/support/check_settings.h"
#include "graders/support/titles.h"

namespace biaokao::sorting {
namespace {

using Outcome = CheckResult::Outcome;

constexpr Measure share_measure{.better = Better::larger, .decimals = 0, .scale = 100, .unit = " %"};
constexpr Measure count_measure{.better = Better::larger, .decimals = 0};

struct GroupCase {
    const Question& question;
    const CheckSpec& spec;
    const GroupCheck& check;
    const GroupContent content;
    CheckResult result{};

    [[nodiscard]] std::string title(const std::string& value) const {
        return option_title(question, check.class_id, value);
    }
    void verdict(bool right) { result.outcome = right ? Outcome::earned : Outcome::missed; }

    // The sentence about the group as a whole; every sentence may use all of the numbers.
    void say(std::string sentence, std::string value, std::string need,
             std::vector<std::pair<std::string, std::string>> args = {}) {
        args.insert(args.end(), {{"class", class_title(question, check.class_id)},
                                 {"group", title(check.value)},
                                 {"name", content.name.empty() ? "@value.none" : title(content.name)},
                                 {"wanted", std::to_string(content.wanted)},
                                 {"given", std::to_string(content.given)},
                                 {"common", std::to_string(content.common)},
                                 {"foreign", std::to_string(content.foreign.size())},
                                 {"value", value},
                                 {"need", need}});
        result.evidence.push_back({.kind = spec.check,
                                   .object = content.name,
                                   .reference = check.value,
                                   .value = std::move(value),
                                   .need = std::move(need),
                                   .text = {std::move(sentence), std::move(args)}});
    }
    void say_items(const std::vector<std::string>& items, const std::string& sentence) {
        for (std::size_t i = 0; i < items.size() && i < most_items; ++i)
            result.evidence.push_back(
                {.kind = spec.check,
                 .object = items[i],
                 .reference = check.value,
                 .text = {sentence, {{"item", item_title(question, items[i])}, {"group", title(check.value)}}}});
        if (items.size() > most_items)
            result.evidence.push_back(
                {.kind = spec.check,
                 .text = {"evidence.group.more", {{"count", std::to_string(items.size() - most_items)}}}});
    }
    void measured() {
        result.measured = {"measured.group",
                           {{"common", std::to_string(content.common)},
                            {"wanted", std::to_string(content.wanted)},
                            {"foreign", std::to_string(content.foreign.size())}}};
    }
};

// A name that differs only in blanks, punctuation or capitals is told as that, not as a group that was never made.
std::string nearly_named(const GroupCase& c, const Answer& answer) {
    const std::u32string wanted = comparable_from_utf8(c.check.value);
    for (const ItemSpec* item : sorted_items(c.question, c.check.class_id)) {
        const std::string& name = chosen_option(answer, item->id, c.check.class_id);
        if (!name.empty() && name != c.check.value && comparable_from_utf8(name) == wanted) return name;
    }
    return "";
}

void judge_folder(GroupCase& c, const Answer& answer) {
    c.verdict(c.content.common > 0);
    c.result.nominal = {"nominal.folder", {{"group", c.title(c.check.value)}}};
    c.measured();
    const std::string near = c.content.given == 0 ? nearly_named(c, answer) : "";
    c.say(c.content.common > 0  ? "evidence.group.folder_right"
          : c.content.given > 0 ? "evidence.group.folder_foreign"
          : near.empty()        ? "evidence.group.folder_missing"
                                : "evidence.group.folder_near",
          std::to_string(c.content.common), "≥ 1", {{"near", literal_value(near)}});
}

void judge_complete(GroupCase& c) {
    const double measured = c.check.counted ? c.content.common : c.content.completeness();
    const int foreign = static_cast<int>(c.content.foreign.size());
    const bool too_many = foreign > c.check.foreign;
    if (!too_many) c.check.limit.apply(measured, c.result);
    const std::string need = c.check.limit.shown_need(), allowed = std::to_string(c.check.foreign);
    c.result.nominal = {"nominal.complete", {{"need", need}, {"foreign", allowed}}};
    c.measured();
    c.say(too_many ? "evidence.group.too_many_foreign" : "evidence.group.complete", c.check.limit.shown(measured), need,
          {{"allowed", allowed}});
    c.say_items(c.content.missing, "evidence.group.missing_item");
    c.say_items(c.content.foreign, "evidence.group.foreign_item");
}

void judge_content(GroupCase& c) {
    const bool exact = c.spec.check == "exact";
    c.verdict(c.content.given > 0 && c.content.foreign.empty() && (!exact || c.content.missing.empty()));
    c.result.nominal = {exact ? "nominal.exact" : "nominal.pure", {{"group", c.title(c.check.value)}}};
    c.measured();
    c.say(c.content.given == 0 ? "evidence.group.empty" : "evidence.group.content",
          std::to_string(c.content.common) + " + " + std::to_string(c.content.foreign.size()),
          exact ? std::to_string(c.content.wanted) + " + 0" : "+ 0");
    if (exact) c.say_items(c.content.missing, "evidence.group.missing_item");
    c.say_items(c.content.foreign, "evidence.group.foreign_item");
}

// Purity counts for a group that holds enough of its class, completeness for one that is pure enough.
void judge_quality(GroupCase& c) {
    const bool purity = c.spec.check == "purity";
    const double measured = purity ? c.content.purity() : c.content.completeness();
    const double other = purity ? c.content.completeness() : c.content.purity();
    const bool large_enough = c.content.common > 0 && meets(other, c.check.share_min, share_measure);
    if (large_enough) c.check.limit.apply(measured, c.result);
    const std::string need = c.check.limit.shown_need();
    const std::string other_need = shown_limit(c.check.share_min, share_measure);
    c.result.nominal = {purity ? "nominal.purity" : "nominal.completeness",
                        {{"group", c.title(c.check.value)}, {"need", need}, {"other_need", other_need}}};
    c.result.measured = {"measured.value", {{"value", c.check.limit.shown(measured)}}};
    const std::string right = purity ? "evidence.group.purity" : "evidence.group.completeness";
    c.say(c.content.common == 0 ? "evidence.group.unmatched"
          : large_enough        ? right
                                : right + "_condition",
          c.check.limit.shown(measured), need,
          {{"other", shown_value(other, c.check.share_min, share_measure)}, {"other_need", other_need}});
}

void judge_named(GroupCase& c) {
    const bool right = std::ranges::count(c.check.names, c.content.name) > 0;
    c.verdict(right);
    c.result.nominal = {"nominal.name", {{"name", c.title(c.check.names.front())}}};
    c.result.measured = {"nominal.name", {{"name", c.content.name.empty() ? "@value.none" : c.title(c.content.name)}}};
    c.say(right                    ? "evidence.group.named"
          : c.content.name.empty() ? "evidence.group.unmatched"
                                   : "evidence.group.misnamed",
          c.content.name, c.check.names.front());
}

void read_limit(const CheckSpec& spec, JsonReader& reader, GroupCheck& check, Problems& problems) {
    const bool banded = !spec.bands.empty();
    if (spec.check == "complete") {
        check.counted = !banded && reader.has("count");
        const double limit = banded          ? 0
                             : check.counted ? static_cast<double>(reader.integer("count", 1, 10'000))
                                             : reader.number("share", 0.01, 1);
        check.limit = limit_spec(spec, check.counted ? count_measure : share_measure, limit, problems);
        check.foreign = reader.has("foreign") ? static_cast<int>(reader.integer("foreign", 0, 10'000)) : 0;
        return;
    }
    check.limit = limit_spec(spec, share_measure, banded ? 0 : reader.number("min", 0.01, 1), problems);
    check.share_min = reader.optional_number("share_min", 0, 1).value_or(0.5);
}

} // namespace

bool is_group_check(std::string_view name) {
    return std::ranges::find(group_check_names, name) != group_check_names.end();
}

bool is_matched_check(std::string_view name) { return name == "purity" || name == "completeness" || name == "named"; }

GroupCheck read_group_check(const CheckSpec& spec, const Question& question, const Answer& reference,
                            Problems& problems) {
    GroupCheck check;
    refuse_target(spec, problems);
    const bool limited = spec.check == "complete" || spec.check == "purity" || spec.check == "completeness";
    if (!limited) refuse_bands(spec, problems);
    read_settings(spec.settings, spec.where, problems, [&](JsonReader& reader) {
        check.class_id = reader.string("class");
        check.value = reader.string("value");
        const int wanted = group_content(question, check.class_id, reference, {}, check.value, "").wanted;
        if (reader.has("class") && reader.has("value") && (check.value.empty() || wanted == 0))
            reader.complain("error.reference_group", "value",
                            {{"class", literal_value(check.class_id)}, {"value", literal_value(check.value)}});
        if (limited) read_limit(spec, reader, check, problems);
        if (check.counted && check.limit.limit > wanted && wanted > 0)
            reader.complain("error.group_too_small", "count", {{"count", std::to_string(wanted)}});
        if (spec.check != "named") return;
        check.names = reader.strings("any_of");
        check.names.insert(check.names.begin(), check.value);
    });
    return check;
}

CheckResult judge_group(const Question& question, const CheckSpec& spec, const GroupCheck& check,
                        const Answer& reference, const Answer& answer, const GroupMatching& matching) {
    std::string name = check.value;
    if (is_matched_check(spec.check)) {
        const auto partner = matching.find(check.value);
        name = partner == matching.end() ? "" : partner->second;
    }
    GroupCase c{question, spec, check, group_content(question, check.class_id, reference, answer, check.value, name)};
    if (spec.check == "folder") judge_folder(c, answer);
    else if (spec.check == "complete") judge_complete(c);
    else if (spec.check == "named") judge_named(c);
    else if (is_matched_check(spec.check)) judge_quality(c);
    else judge_content(c);
    return std::move(c.result);
}

} // namespace biaokao::sorting
