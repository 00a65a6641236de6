#include "engine/answer/patch.h"

#include <algorithm>
#include <cmath>

#include "engine/base/json_reader.h"
#include "engine/text/utf8.h"

namespace biaokao {
namespace {

using Op = Change::Op;

// Why a change is refused; the caller knows its path.
using Step = tl::expected<Change, std::string>; // the change that takes it back
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
    return Change{Op::replace, change.path, std::move(before)};
}

// One member of a map: `read` turns the change's value into an optional, `write` turns a value into JSON.
template <class Map, class Read, class Write>
Step set_member(Map& map, std::string_view id, const Change& change, bool add_may_overwrite, Read read, Write write) {
    const auto found = map.find(std::string(id));
    const bool present = found != map.end();
    if (present ? change.op == Op::add && !add_may_overwrite : change.op != Op::add) return refused(bad_target);
    if (change.op == Op::remove) {
        Change back{Op::add, change.path, write(found->second)};
        map.erase(found);
        return back;
    }
    auto value = read(change.value);
    if (!value) return refused(bad_value);
    if (!present) {
        map.emplace(std::string(id), std::move(*value));
        return Change{Op::remove, change.path, Json()};
    }
    Change back{Op::replace, change.path, write(found->second)};
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
    return Change{Op::replace, change.path, json_from_shape(std::exchange(object.shape, *shape))};
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

Step change_item_member(ItemAnswer& item, const std::vector<std::string_view>& parts, const Change& change) {
    const auto write_string = [](const std::string& text) { return Json(text); };
    if (parts[2] == "class") return set_member(item.classes, parts[3], change, true, read_string, write_string);
    const auto* flag = change.value.boolean();
    if (change.op == Op::remove && !item.saved) return refused(bad_target);
    if (change.op != Op::remove && !flag) return refused(bad_value);
    const bool before = std::exchange(item.saved, change.op != Op::remove && *flag);
    return Change{Op::replace, change.path, Json(before)};
}

Step change_item(Answer& answer, const std::vector<std::string_view>& parts, const Change& change) {
    if (parts.size() == 2) return set_member(answer.items, parts[1], change, false, read_item, json_from_item_answer);
    const bool is_class = parts.size() == 4 && parts[2] == "class" && is_id(parts[3]);
    const bool is_saved = parts.size() == 3 && parts[2] == "saved";
    if (!is_class && !is_saved) return refused(bad_path);

    const auto found = answer.items.find(std::string(parts[1]));
    if (found != answer.items.end()) return change_item_member(found->second, parts, change);
    if (change.op != Op::add) return refused(bad_target);
    ItemAnswer begun;
    if (auto back = change_item_member(begun, parts, change); !back) return back;
    answer.items.emplace(std::string(parts[1]), std::move(begun));
    return Change{Op::remove, "/items/" + std::string(parts[1]), Json()};
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
    Patch inverse;
    inverse.reserve(patch.size());
    for (const Change& change : patch) {
        auto back = apply_change(answer, change);
        if (!back) {
            for (auto undo = inverse.rbegin(); undo != inverse.rend(); ++undo)
                BIAOKAO_ASSERT(apply_change(answer, *undo).has_value());
            return fail(back.error(), change.path);
        }
        inverse.push_back(std::move(*back));
    }
    std::reverse(inverse.begin(), inverse.end());
    return inverse;
}

} // namespace biaokao
