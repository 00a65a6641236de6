// A change of an answer as JSON Patch (RFC 6902) with add, replace and remove only, applied in place.
#pragma once

#include <string>
#include <vector>

#include "engine/answer/answer.h"

namespace biaokao {

struct Change {
    enum class Op { add, replace, remove };
    Op op = Op::add;
    // /objects/<id>[/<shape>[/<index of a point>]|label|text|group|item|attributes/<id>|boundary/<id>], /file_name,
    // /items/<id>[/saved|checked|order|class/<id>|attributes/<id>|rows/<id>[/<column>]]
    std::string path;
    Json value; // null for remove
    friend bool operator==(const Change&, const Change&) = default;
};
using Patch = std::vector<Change>;

// Applies all changes or none, and returns the patch that takes them back. Errors: "error.patch_path" (a path
// outside the answer), "error.patch_target" (replace or remove of what is not there, add of an object or item that
// is), "error.patch_value". Never copies or moves: hostile lines cannot make memory grow beyond their own size.
// Label, text, group and file name are always there (perhaps empty): add and replace both set them, remove empties
// them. The same holds for an item's flags and order. Unlike RFC 6902, a member set below an item that has no answer
// begins its answer, and an item that loses the last of them has none: an Answer never holds an empty ItemAnswer, and
// an item no row without a change.
[[nodiscard]] Result<Patch> apply_patch(Answer& answer, const Patch& patch);
// What turns `before` into `after`, as small as whole members allow (an object's box alone, not the object).
[[nodiscard]] Patch patch_between(const Answer& before, const Answer& after);

// Moves the time at which segment `id` ends and `next` begins, of both at once.
[[nodiscard]] Patch boundary_patch(std::string_view id, std::string_view next, double time_s);
// Ids of the objects that it adds, changes or takes away, in its order, some perhaps twice.
[[nodiscard]] std::vector<std::string> object_ids_in(const Patch& patch);

[[nodiscard]] Json json_from_patch(const Patch& patch);
// Errors: "error.patch_form" for anything but a list of {"op": add|replace|remove, "path", "value"}.
[[nodiscard]] Result<Patch> patch_from_json(const Json& value, const std::string& where);
// One of them from its members; nothing for another op, or where remove has a value or the others have none.
[[nodiscard]] std::optional<Change> change_from_members(std::string_view op, std::string path,
                                                        std::optional<Json> value);

} // namespace biaokao
