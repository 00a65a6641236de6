// What happened while a question was worked on, in the order of the journal. Checks of events look at it; everything
// else is scored from the answer alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/answer/patch.h"

namespace biaokao {

struct ProcessEvent {
    std::int64_t elapsed_ms = 0;
    std::string kind; // open, edit, undo, redo, mark
    Patch changes;    // of the answer, whichever kind made them
};

using ProcessLog = std::vector<ProcessEvent>; // of one question

} // namespace biaokao
