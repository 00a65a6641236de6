// The "saved" flag of an item: set by Ctrl+S, cleared by the next edit of the item (contracts.md section 2).
#pragma once

#include "engine/answer/patch.h"

namespace biaokao {

// `patch` with what clears the flag of each item that it edits; an item whose flag the patch sets itself is left alone.
[[nodiscard]] Patch with_saved_cleared(const Answer& answer, Patch patch);
// Whether nothing would have to be added.
[[nodiscard]] bool clears_saved(const Answer& answer, const Patch& patch);
// Undo and redo bring back content, not the flag: they are edits too.
[[nodiscard]] Patch without_saved(Patch patch);
// Saving is no undo step: Ctrl+Z after Ctrl+S takes back the edit before it.
[[nodiscard]] bool only_saves(const Patch& patch);

} // namespace biaokao
