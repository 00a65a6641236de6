#include "engine/answer/patch.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "engine/base/json_reader.h"
#include "engine/text/utf8.h"

namespace biaokao {
namespace {

using Op = Change::Op;

// Why a change is refused; the caller knows its path.
using Step = tl::expected<Patch, std::string>; // the changes that take it back, in their order
constexpr const char *bad_path = "error.patch_path", *bad_target = "error.patch_target",
                     *bad_value = "error.patch_value";

Step refused(const char* code) { return tl::unexpected(std::string(code)); }

// Everything that is kept must come back from the journal exactly: no broken text, no NaN.
bool survives_a_file(const Json& value) {
    if (const auto* text = value.string()) return is_utf8(*text);
    if (value.is_number()) return std::isfinite(value.number());
    if (const auto* items = value.array()) return std::all_of(items->begin(), items->end(), survives_a_file);
    if (const auto* members = value.object())
        return std::all_of(members->begin(), members->end(),
                           [](const auto& m) { return is_utf8(m.first) && survives_a_file(m.second); });
    return true;
}

// "/objects/o1/box" → {"objects", "o1", "box"}. Ids need no ~0 and ~1, so a path with '~' fits nothing.
std::vector<std::string_view> parts_of(std::string_view path) {
    std::vector<std::string_view> parts;
    parts.reserve(5);
    while (path.starts_with('/') && parts.size() < 5) {
        const auto end = std::min(path.find('/', 1), path.size());
        parts.push_back(path.substr(1, end - 1));
        path.remove_prefix(end);
    }
    return path.empty() ? parts : std::vector<std::string_view>{};
}

// A text that is always there, perhaps empty.
Step set_text(std::string& text, const Change& change) {
    const auto* value = change.value.string();
    if (change.op == Op::remove ? text.empty() : false) return refused(bad_target);
    if (change.op != Op::remove && !value) return refused(bad_value);
    std::string before = std::exchange(text, change.op == Op::remove ? std::string() : *value);
    return Patch{{Op::replace, change.path, std::move(before)}};
}

// One member of a map: `read` turns the change's value into an optional, `write` turns a value into JSON.
template <class Map, class Read, class Write>
Step set_member(Map& map, std::string_view id, const Change& change, bool add_may_overwrite, Read read, Write write) {
    const auto found = map.find(std::string(id));
    const bool present = found != map.end();
    if (present ? change.op == Op::add && !add_may_overwrite : change.op != Op::add) return refused(bad_target);
    if (change.op == Op::remove) {
        Patch back{{Op::add, change.path, write(found->second)}};
        map.erase(found);
        return back;
    }
    auto value = read(change.value);
    if (!value) return refused(bad_value);
    if (!present) {
        map.emplace(std::string(id), std::move(*value));
        return Patch{{Op::remove, change.path, Json()}};
    }
    Patch back{{Op::replace, change.path, write(found->second)}};
    found->second = std::move(*value);
    return back;
}

std::optional<Object> read_object(const Json& value) {
    Problems problems;
    Object object = object_from_json(value, "", "", problems);
    return problems.empty() ? std::optional(std::move(object)) : std::nullopt;
}

std::optional<ItemAnswer> read_item(const Json& value) {
    Problems problems;
    ItemAnswer item = item_answer_from_json(value, "", "", problems);
    return problems.empty() ? std::optional(std::move(item)) : std::nullopt;
}

std::optional<std::string> read_string(const Json& value) {
    return value.string() ? std::optional(*value.string()) : std::nullopt;
}

Step set_shape(Object& object, std::string_view name, const Change& change) {
    // The shape of an object cannot go, and a box does not become a span: that is another object.
    if (name != shape_name(object.shape) || change.op != Op::replace) return refused(bad_target);
    const auto shape = shape_from_json(name, change.value);
    if (!shape) return refused(bad_value);
    return Patch{{Op::replace, change.path, json_from_shape(std::exchange(object.shape, *shape))}};
}

Step change_object(Answer& answer, const std::vector<std::string_view>& parts, const Change& change) {
    if (parts.size() == 2) {
        if (change.op == Op::add && answer.objects.size() >= max_objects_in_answer) return refused(bad_value);
        return set_member(answer.objects, parts[1], change, false, read_object, json_from_object);
    }
    const bool is_attribute = parts.size() == 4 && parts[2] == "attributes" && is_id(parts[3]);
    if (!is_attribute && parts.size() != 3) return refused(bad_path);
    const std::string_view member = parts[2];
    const bool is_shape = member == "box" || member == "span" || member == "segment";
    const bool is_text = member == "label" || member == "text" || member == "item";
    if (!is_attribute && !is_shape && !is_text) return refused(bad_path);

    const auto found = answer.objects.find(parts[1]);
    if (found == answer.objects.end()) return refused(bad_target);
    Object& object = found->second;
    if (is_attribute)
        return set_member(object.attributes, parts[3], change, true, attribute_from_json, json_from_attribute);
    if (is_shape) return set_shape(object, member, change);
    if (member == "label") return set_text(object.label, change);
    if (member == "text") return set_text(object.text, change);
    if (change.op == Op::remove || !change.value.string() || !is_id(*change.value.string())) return refused(bad_value);
    return set_text(object.item, change);
}

// One class or the saved flag. An item begins its answer with the first of them and loses it with the last.
Step change_item_member(Answer& answer, const std::vector<std::string_view>& parts, const Change& change) {
    const std::string id(parts[1]);
    const auto found = answer.items.find(id);
    ItemAnswer item = found == answer.items.end() ? ItemAnswer{} : found->second;
    Step back;
    if (parts[2] == "class") {
        const auto write_string = [](const std::string& text) { return Json(text); };
        back = set_member(item.classes, parts[3], change, true, read_string, write_string);
    } else {
        const auto* flag = change.value.boolean();
        if (change.op == Op::remove && !item.saved) return refused(bad_target);
        if (change.op != Op::remove && !flag) return refused(bad_value);
        const bool before = std::exchange(item.saved, change.op != Op::remove && *flag);
        back = Patch{{Op::replace, change.path, Json(before)}};
    }
    if (!back) return back;
    if (item == ItemAnswer{}) answer.items.erase(id);
    else answer.items.insert_or_assign(id, std::move(item));
    return back;
}

// A whole item is changed member by member, so that what takes it back still fits when it was saved in between.
Step change_whole_item(Answer& answer, std::string_view id, const Change& change) {
    const auto found = answer.items.find(std::string(id));
    if ((found == answer.items.end()) != (change.op == Op::add)) return refused(bad_target);
    ItemAnswer wanted;
    if (change.op != Op::remove) {
        auto value = read_item(change.value);
        if (!value || *value == ItemAnswer{}) return refused(bad_value);
        wanted = std::move(*value);
    }
    const ItemAnswer current = found == answer.items.end() ? ItemAnswer{} : found->second;
    Patch back;
    const std::string path = "/items/" + std::string(id), class_path = path + "/class/";
    for (const auto& [name, option] : wanted.classes) {
        if (!current.classes.contains(name)) back.push_back({Op::remove, class_path + name, {}});
    }
    for (const auto& [name, option] : current.classes) back.push_back({Op::add, class_path + name, option});
    if (current.saved != wanted.saved) back.push_back({Op::replace, path + "/saved", Json(current.saved)});
    if (wanted == ItemAnswer{}) answer.items.erase(found);
    else answer.items.insert_or_assign(std::string(id), std::move(wanted));
    return back;
}

Step change_item(Answer& answer, const std::vector<std::string_view>& parts, const Change& change) {
    if (parts.size() == 2) return change_whole_item(answer, parts[1], change);
    const bool is_class = parts.size() == 4 && parts[2] == "class" && is_id(parts[3]);
    const bool is_saved = parts.size() == 3 && parts[2] == "saved";
    return is_class || is_saved ? change_item_member(answer, parts, change) : refused(bad_path);
}

Step apply_change(Answer& answer, const Change& change) {
    if (change.op != Op::remove && !survives_a_file(change.value)) return refused(bad_value);
    const auto parts = parts_of(change.path);
    if (parts.size() == 1 && parts[0] == "file_name") return set_text(answer.file_name, change);
    if (parts.size() < 2 || !is_id(parts[1])) return refused(bad_path);
    if (parts[0] == "objects") return change_object(answer, parts, change);
    if (parts[0] == "items") return change_item(answer, parts, change);
    return refused(bad_path);
}

} // namespace

Result<Patch> apply_patch(Answer& answer, const Patch& patch) {
    Patch inverse; // from its end to its beginning, until everything is applied
    for (const Change& change : patch) {
        auto back = apply_change(answer, change);
        if (!back) {
            for (auto undo = inverse.rbegin(); undo != inverse.rend(); ++undo)
                BIAOKAO_ASSERT(apply_change(answer, *undo).has_value());
            return fail(back.error(), change.path);
        }
        std::reverse(back->begin(), back->end());
        if (inverse.empty()) inverse = std::move(*back);
        else std::move(back->begin(), back->end(), std::back_inserter(inverse));
    }
    std::reverse(inverse.begin(), inverse.end());
    return inverse;
}

} // namespace biaokao
