#include "engine/session/saved_flag.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace biaokao {
namespace {

constexpr std::string_view objects_prefix = "/objects/", items_prefix = "/items/";

// "/items/d1/saved" → "d1", "saved".
std::pair<std::string_view, std::string_view> id_and_member(std::string_view path, std::string_view prefix) {
    const std::string_view rest = path.substr(prefix.size());
    const auto slash = rest.find('/');
    if (slash == std::string_view::npos) return {rest, {}};
    return {rest.substr(0, slash), rest.substr(slash + 1)};
}

// Whole items carry their flag with them.
bool decides_flag(const Change& change) {
    if (!change.path.starts_with(items_prefix)) return false;
    const auto member = id_and_member(change.path, items_prefix).second;
    return member.empty() || member == "saved";
}

using Names = std::set<std::string_view>; // of the answer and of the patch, which outlive them

void note_edited_items(const Answer& answer, const Change& change, Names& edited) {
    if (change.path.starts_with(items_prefix)) {
        if (!decides_flag(change)) edited.insert(id_and_member(change.path, items_prefix).first);
        return;
    }
    if (!change.path.starts_with(objects_prefix)) return;
    const auto [id, member] = id_and_member(change.path, objects_prefix);
    if (const auto object = answer.objects.find(id); object != answer.objects.end()) edited.insert(object->second.item);
    const Json* item = member.empty() ? change.value.find("item") : member == "item" ? &change.value : nullptr;
    if (item && item->string()) edited.insert(*item->string());
}

// What `patch` lacks to clear the flag of each item that it edits.
Patch missing_clearings(const Answer& answer, const Patch& patch) {
    Patch missing;
    // Most edits come while nothing is saved.
    if (std::none_of(answer.items.begin(), answer.items.end(), [](const auto& item) { return item.second.saved; }))
        return missing;
    Names edited, decided;
    for (const Change& change : patch) {
        note_edited_items(answer, change, edited);
        if (decides_flag(change)) decided.insert(id_and_member(change.path, items_prefix).first);
    }
    for (const std::string_view name : edited) {
        const std::string item(name);
        const auto found = answer.items.find(item);
        if (found != answer.items.end() && found->second.saved && !decided.contains(name))
            missing.push_back({Change::Op::replace, std::string(items_prefix) + item + "/saved", Json(false)});
    }
    return missing;
}

} // namespace

Patch with_saved_cleared(const Answer& answer, Patch patch) {
    Patch missing = missing_clearings(answer, patch);
    std::move(missing.begin(), missing.end(), std::back_inserter(patch));
    return patch;
}

bool clears_saved(const Answer& answer, const Patch& patch) { return missing_clearings(answer, patch).empty(); }

Patch without_saved(Patch patch) {
    std::erase_if(patch, [](const Change& change) {
        return change.path.starts_with(items_prefix) && id_and_member(change.path, items_prefix).second == "saved";
    });
    return patch;
}

bool only_saves(const Patch& patch) {
    return std::all_of(patch.begin(), patch.end(), [](const Change& change) {
        if (!change.path.starts_with(items_prefix)) return false;
        const auto member = id_and_member(change.path, items_prefix).second;
        const auto* value = change.value.object();
        const bool new_item_with_flag =
            member.empty() && change.op == Change::Op::add && value && value->size() == 1 && change.value.find("saved");
        return member == "saved" || new_item_with_flag;
    });
}

} // namespace biaokao
