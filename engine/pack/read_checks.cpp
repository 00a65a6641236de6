#include "engine/pack/read_checks.h"

#include <algorithm>
#include <array>

#include "engine/pack/question.h"
#include "engine/pack/read_rules.h"

namespace biaokao {

namespace {

// What every check may have; the rest belongs to the grader, which names what it does not know.
constexpr std::array<std::string_view, 6> common_members{"check", "target", "gate", "group", "bands", "explain"};

CheckGroup read_group(JsonReader& reader, const std::string& id) {
    static constexpr std::array<std::string_view, 1> deductions{"extra"};
    CheckGroup group;
    group.id = id;
    if (auto deduction = reader.child("deduction"); deduction && deduction->value().object()) {
        group.deduction_check = deduction->choice("check", deductions);
        group.deduction_free = static_cast<int>(deduction->integer("free", 0, 1'000));
        group.deduction_points = read_points(*deduction, "points");
        deduction->finish();
    }
    group.flood_limit = reader.boolean("flood_limit", false);
    if (reader.has("cap")) group.cap = read_points(reader, "cap");
    reader.finish();
    return group;
}

void read_groups(JsonReader& reader, QuestionKey& key) {
    auto groups = reader.child("groups");
    if (!groups || !groups->value().object()) return;
    for (auto& [id, group] : reader.members("groups")) {
        if (!is_id(id)) groups->complain("error.json_id", id, {{"value", id}});
        key.groups[id] = read_group(group, id);
    }
}

std::optional<Gate> read_gate(JsonReader& check, const QuestionKey& key) {
    auto reader = check.child("gate");
    if (!reader || !reader->value().object()) return std::nullopt;
    Gate gate;
    const auto before = reader->problems().errors.size();
    gate.share = reader->number("share", 0, 1);
    const bool is_share = gate.share == 0.5 || gate.share == 0.25;
    if (reader->problems().errors.size() == before && !is_share) reader->complain("error.gate_share", "share");
    gate.group = reader->optional_string("group").value_or("");
    if (reader->has("group") && !key.groups.contains(gate.group))
        reader->complain("error.group_unknown", "group", {{"id", gate.group}});
    reader->finish();
    return gate;
}

// From strict to loose: the first band gives the item in full, points fall from band to band, limits move one way.
std::vector<Band> read_bands(JsonReader& check, const RubricItem& item) {
    std::vector<Band> bands;
    const auto before = check.problems().errors.size();
    for (JsonReader& reader : check.elements("bands")) {
        Band band;
        band.limit = reader.number("limit", -1e9, 1e9);
        band.points = read_points(reader, "points");
        reader.finish();
        bands.push_back(band);
    }
    if (!check.has("bands") || check.problems().errors.size() != before) return bands;
    if (bands.empty()) check.complain("error.json_empty", "bands");
    if (item.points < HalfPoints{2}) {
        check.complain("error.bands_item", "bands", {{"item", item.id}});
        return bands;
    }
    if (!bands.empty() && bands.front().points != item.points)
        check.complain("error.bands_first", "bands", {{"points", text_from_points(item.points)}});
    for (std::size_t i = 1; i < bands.size(); ++i) {
        const bool turns = i >= 2 && (bands[i].limit > bands[i - 1].limit) != (bands[1].limit > bands[0].limit);
        if (bands[i].points >= bands[i - 1].points || bands[i].limit == bands[i - 1].limit || turns)
            check.complain("error.bands_points_order", "bands", {{"number", std::to_string(i + 1)}});
    }
    return bands;
}

// Without a reference every target would be unknown for a reason that is reported already.
CheckSpec read_check(JsonReader& reader, const RubricItem& item, const Question& question, const QuestionKey& key,
                     bool has_reference) {
    CheckSpec check;
    check.item = item.id;
    check.where = reader.where();
    check.check = read_line(reader, "check");
    check.target = reader.optional_string("target").value_or("");
    const bool is_known = key.reference.objects.contains(check.target) || question.find_item(check.target);
    if (has_reference && reader.has("target") && !is_known)
        reader.complain("error.target_unknown", "target", {{"id", check.target}});
    check.group = reader.optional_string("group").value_or("");
    if (reader.has("group") && !key.groups.contains(check.group))
        reader.complain("error.group_unknown", "group", {{"id", check.group}});
    check.gate = read_gate(reader, key);
    check.bands = read_bands(reader, item);
    check.explain = reader.optional_text("explain");
    Json::Object settings;
    for (const auto& [name, value] : *reader.value().object())
        if (std::find(common_members.begin(), common_members.end(), name) == common_members.end())
            settings.emplace_back(name, value);
    check.settings = std::move(settings);
    return check;
}

// A gate asks for a share of what the other items earn: without such items it would ask for a share of nothing.
void check_gates(const QuestionKey& key, Problems& problems) {
    for (const CheckSpec& gated : key.checks) {
        if (!gated.gate || (!gated.gate->group.empty() && !key.groups.contains(gated.gate->group))) continue;
        const std::string& group = gated.gate->group;
        const auto counts = [&](const CheckSpec& check) {
            return !check.gate && (group.empty() || check.group == group);
        };
        if (std::none_of(key.checks.begin(), key.checks.end(), counts))
            problems.add("error.gate_without_items", gated.where + "/gate");
    }
}

void check_groups_are_used(JsonReader& reader, const QuestionKey& key) {
    for (const auto& [id, group] : key.groups) {
        const auto uses = [&id = id](const CheckSpec& check) { return check.group == id; };
        if (std::none_of(key.checks.begin(), key.checks.end(), uses))
            reader.problems().add("error.group_unused", reader.where("groups") + pointer_child("", id), {{"id", id}});
    }
}

} // namespace

void read_checks(JsonReader& reader, const Question& question, QuestionKey& key) {
    read_groups(reader, key);
    const Json* reference = reader.raw("reference");
    const bool has_reference = reference && reference->object();
    auto members = reader.members("checks", true);
    for (const RubricItem& item : question.rubric) {
        const auto member =
            std::find_if(members.begin(), members.end(), [&](const auto& one) { return one.first == item.id; });
        if (member == members.end()) reader.complain("error.check_missing", "checks", {{"item", item.id}});
        else if (member->second.value().object())
            key.checks.push_back(read_check(member->second, item, question, key, has_reference));
    }
    for (const auto& [id, check] : members) {
        const auto is_item = [&id = id](const RubricItem& item) { return item.id == id; };
        if (std::none_of(question.rubric.begin(), question.rubric.end(), is_item))
            reader.problems().add("error.check_without_item", check.where(), {{"item", id}});
    }
    check_gates(key, reader.problems());
    check_groups_are_used(reader, key);
}

} // namespace biaokao
