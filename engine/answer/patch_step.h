// What applying one change needs, for objects and for items alike. Used by patch*.cpp only.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/answer/patch.h"

namespace biaokao {

// Why a change is refused; the caller knows its path.
using PatchStep = tl::expected<Patch, std::string>; // the changes that take it back, in their order

inline constexpr const char *bad_path = "error.patch_path", *bad_target = "error.patch_target",
                            *bad_value = "error.patch_value";

[[nodiscard]] inline PatchStep refused(const char* code) { return tl::unexpected(std::string(code)); }

// `parts` are those of "/objects/o1/box" or "/items/d1/class/mood", at least two, the second an id.
[[nodiscard]] PatchStep change_object(Answer& answer, const std::vector<std::string_view>& parts, const Change& change);
[[nodiscard]] PatchStep change_item(Answer& answer, const std::vector<std::string_view>& parts, const Change& change);

// What turns one item's answer into another, member by member, below `path` ("/items/d1").
void compare_items(Patch& patch, const std::string& path, const ItemAnswer& before, const ItemAnswer& after);

// A text that is always there, perhaps empty.
[[nodiscard]] PatchStep set_text(std::string& text, const Change& change);

// One member of a map: `read` turns the change's value into an optional, `write` turns a value into JSON.
template <class Map, class Read, class Write>
[[nodiscard]] PatchStep set_member(Map& map, std::string_view id, const Change& change, bool add_may_overwrite,
                                   Read read, Write write) {
    using Op = Change::Op;
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

} // namespace biaokao
