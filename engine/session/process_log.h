// What happened while a question was worked on, in the order of the journal. Checks of events look at it; everything
// else is scored from the answer alone.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "engine/session/journal.h"

namespace biaokao {

struct ProcessEvent {
    std::int64_t elapsed_ms = 0;
    std::string kind; // open, edit, undo, redo, mark
    Patch changes;    // of the answer, whichever kind made them
};

using ProcessLog = std::vector<ProcessEvent>; // of one question

// By question, from the entries of a session that was replayed. An undo or a redo tells what it changed, as an edit
// does.
[[nodiscard]] std::map<std::string, ProcessLog> process_logs(const JournalHeader& header,
                                                             std::span<const JournalEntry> entries);

} // namespace biaokao
