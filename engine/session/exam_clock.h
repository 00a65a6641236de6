// The clock rules K1–K4 of exam-practice.md: how much exam time passed while nobody was looking.
#pragma once

#include <cstdint>

#include "engine/base/clock.h"

namespace biaokao {

// A moment whose exam time is known: the last start, resume or grant.
struct ClockAnchor {
    ClockSample sample;
    std::int64_t elapsed_ms = 0;
};

// Exam time at `now` on the same boot: the clock that counts sleep, whatever the wall clock says (K1).
[[nodiscard]] std::int64_t elapsed_at(const ClockAnchor& anchor, const ClockSample& now);

// Wall and continuous clock may drift apart by 2 s + 0.1 % of the time between; more is noted, never punished (K2, K4).
[[nodiscard]] bool has_wall_moved(const ClockSample& then, const ClockSample& now);

struct ResumeAccount {
    std::int64_t elapsed_ms = 0; // exam time at the resume, not yet capped by the deadline
    std::int64_t gap_ms = 0;     // since the last line
    bool suspect = false;        // the wall clock moved, or stands before a time already seen
};
// Same boot: the continuous clock. New boot: the wall clock, never backwards; `highest_wall_ms` is the latest wall
// time in the journal, so that a clock set back in between gains nothing.
[[nodiscard]] ResumeAccount account_for_resume(const ClockAnchor& anchor, std::int64_t last_elapsed_ms,
                                               std::int64_t highest_wall_ms, const ClockSample& now);

} // namespace biaokao
