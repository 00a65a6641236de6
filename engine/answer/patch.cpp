#include "engine/answer/patch.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "engine/answer/patch_step.h"
#include "engine/base/json_reader.h"
#include "engine/text/utf8.h"

namespace biaokao {
namespace {

using Op = Change::Op;

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

PatchStep apply_change(Answer& answer, const Change& change) {
    if (change.op != Op::remove && !survives_a_file(change.value)) return refused(bad_value);
    const auto parts = parts_of(change.path);
    if (parts.size() == 1 && parts[0] == "file_name") return set_text(answer.file_name, change);
    if (parts.size() < 2 || !is_id(parts[1])) return refused(bad_path);
    if (parts[0] == "objects") return change_object(answer, parts, change);
    if (parts[0] == "items") return change_item(answer, parts, change);
    return refused(bad_path);
}

} // namespace

std::vector<std::string> object_ids_in(const Patch& patch) {
    std::vector<std::string> ids;
    for (const Change& change : patch) {
        const auto parts = parts_of(change.path);
        if (parts.size() < 2 || parts[0] != "objects") continue;
        ids.emplace_back(parts[1]);
        if (parts.size() == 4 && parts[2] == "boundary") ids.emplace_back(parts[3]);
    }
    return ids;
}

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
