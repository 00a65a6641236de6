#include "engine/session/item_flags.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace biaokao {
namespace {

constexpr std::string_view objects_prefix = "/objects/", items_prefix = "/items/";

struct Flag {
    std::string_view name;
    bool ItemAnswer::*member;
};
constexpr std::array flags{Flag{"saved", &ItemAnswer::saved}, Flag{"checked", &ItemAnswer::checked}};

bool is_flag(std::string_view member) { return std::ranges::find(flags, member, &Flag::name) != flags.end(); }

// "/items/d1/saved" → "d1", "saved".
std::pair<std::string_view, std::string_view> id_and_member(std::string_view path, std::string_view prefix) {
    const std::string_view rest = path.substr(prefix.size());
    const auto slash = rest.find('/');
    if (slash == std::string_view::npos) return {rest, {}};
    return {rest.substr(0, slash), rest.substr(slash + 1)};
}

using Names = std::set<std::string_view>; // of the answer and of the patch, which outlive them

// What a patch says of items: which it edits, and which flags it decides itself. A whole item carries its flags.
struct Mentioned {
    Names edited;
    std::set<std::pair<std::string_view, std::string_view>> decided; // item and flag

    void note(const Answer& answer, const Change& change) {
        if (change.path.starts_with(items_prefix)) note_item(change);
        else if (change.path.starts_with(objects_prefix)) note_object(answer, change);
    }

private:
    void note_item(const Change& change) {
        const auto [item, member] = id_and_member(change.path, items_prefix);
        if (!is_flag(member)) edited.insert(item);
        for (const Flag& flag : flags)
            if (member.empty() || member == flag.name) decided.emplace(item, flag.name);
    }

    void note_object(const Answer& answer, const Change& change) {
        const auto [id, member] = id_and_member(change.path, objects_prefix);
        if (const auto object = answer.objects.find(id); object != answer.objects.end())
            edited.insert(object->second.item);
        const Json* item = member.empty() ? change.value.find("item") : member == "item" ? &change.value : nullptr;
        if (item && item->string()) edited.insert(*item->string());
    }
};

bool has_flag(const ItemAnswer& item) {
    return std::ranges::any_of(flags, [&](const Flag& flag) { return item.*flag.member; });
}

// What `patch` lacks to clear the flags of each item that it edits.
Patch missing_clearings(const Answer& answer, const Patch& patch) {
    Patch missing;
    // Most edits come while no flag is set.
    if (std::ranges::none_of(answer.items, [](const auto& item) { return has_flag(item.second); })) return missing;
    Mentioned mentioned;
    for (const Change& change : patch) mentioned.note(answer, change);
    for (const std::string_view name : mentioned.edited) {
        const std::string item(name);
        const auto found = answer.items.find(item);
        if (found == answer.items.end()) continue;
        for (const Flag& flag : flags) {
            if (found->second.*flag.member && !mentioned.decided.contains({name, flag.name}))
                missing.push_back({Change::Op::replace, std::string(items_prefix) + item + "/" + std::string(flag.name),
                                   Json(false)});
        }
    }
    return missing;
}

// {"saved": true}, as an item begins its answer with a flag.
bool holds_only_flags(const Json& item) {
    const auto* members = item.object();
    return members && std::ranges::all_of(*members, [](const auto& member) { return is_flag(member.first); });
}

} // namespace

std::set<std::string> items_edited_by(const Answer& answer, const Patch& patch) {
    Mentioned mentioned;
    for (const Change& change : patch) mentioned.note(answer, change);
    return {mentioned.edited.begin(), mentioned.edited.end()};
}

Patch with_flags_cleared(const Answer& answer, Patch patch) {
    Patch missing = missing_clearings(answer, patch);
    std::move(missing.begin(), missing.end(), std::back_inserter(patch));
    return patch;
}

bool clears_flags(const Answer& answer, const Patch& patch) { return missing_clearings(answer, patch).empty(); }

Patch without_flags(Patch patch) {
    std::erase_if(patch, [](const Change& change) {
        return change.path.starts_with(items_prefix) && is_flag(id_and_member(change.path, items_prefix).second);
    });
    return patch;
}

bool only_sets_flags(const Patch& patch) {
    return std::ranges::all_of(patch, [](const Change& change) {
        if (!change.path.starts_with(items_prefix)) return false;
        const auto member = id_and_member(change.path, items_prefix).second;
        return is_flag(member) || (member.empty() && change.op == Change::Op::add && holds_only_flags(change.value));
    });
}

} // namespace biaokao
