// The flags of an item, "saved" (Ctrl+S) and "checked" (the candidate looked it over): the next edit of the item clears
// them (contracts.md section 2).
#pragma once

#include <set>
#include <string>

#include "engine/answer/patch.h"

namespace biaokao {

// `patch` with what clears the flags of each item that it edits; a flag that the patch sets itself is left alone.
[[nodiscard]] Patch with_flags_cleared(const Answer& answer, Patch patch);
// The items whose content the patch edits, by what it says and by what `answer` has now.
[[nodiscard]] std::set<std::string> items_edited_by(const Answer& answer, const Patch& patch);
// Whether nothing would have to be added.
[[nodiscard]] bool clears_flags(const Answer& answer, const Patch& patch);
// Undo and redo bring back content, not the flags: they are edits too.
[[nodiscard]] Patch without_flags(Patch patch);
// Setting a flag is no undo step: Ctrl+Z after Ctrl+S takes back the edit before it.
[[nodiscard]] bool only_sets_flags(const Patch& patch);

} // namespace biaokao
