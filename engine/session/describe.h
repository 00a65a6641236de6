// A journal in words, one sentence for each line: what `biaokao show` prints and staff read after an incident.
#pragma once

#include <span>
#include <vector>

#include "engine/session/journal.h"

namespace biaokao {

// In the order of `entries`, which begin with the header line. Undo and redo name the edit that they move.
[[nodiscard]] std::vector<Message> describe_journal(const JournalHeader& header, std::span<const JournalEntry> entries);

// 4,983,000 → "1:23:03": hours are never cut off, parts of a second are.
[[nodiscard]] std::string duration_text(std::int64_t ms);

} // namespace biaokao
