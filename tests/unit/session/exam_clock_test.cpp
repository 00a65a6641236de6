#include <doctest/doctest.h>

#include "engine/session/exam_clock.h"

using namespace biaokao;

TEST_CASE("exam clock: what a resume counts, on the same boot, after a reboot, and with a clock set back") {
    const ClockAnchor anchor{{.boot_ms = 10'000, .wall_ms = 1'000'000, .boot_id = "a"}, 500};
    struct Row {
        std::string_view what;
        ClockSample now;
        std::int64_t elapsed, gap;
        bool suspect;
    };
    // The last line was written at exam time 60,000; the latest wall time in the journal is 1,060,000.
    for (const auto& [what, now, elapsed, gap, suspect] : {
             Row{"same boot", {100'000, 1'090'000, "a"}, 90'500, 30'500, false},
             Row{"same boot, wall clock an hour forward", {100'000, 4'690'000, "a"}, 90'500, 30'500, true},
             Row{"same boot, wall clock an hour back", {100'000, -2'510'000, "a"}, 90'500, 30'500, true},
             Row{"same boot, 2 s of drift is nothing", {100'000, 1'092'000, "a"}, 90'500, 30'500, false},
             Row{"same boot, 2.1 s of drift", {100'000, 1'092'100, "a"}, 90'500, 30'500, true},
             Row{"same boot, before the last line", {60'000, 1'050'000, "a"}, 60'000, 0, false},
             Row{"new boot", {1'000, 1'100'000, "b"}, 100'000, 40'000, false},
             Row{"new boot, wall clock set back behind the last line", {1'000, 1'059'999, "b"}, 60'000, 0, true},
             Row{"new boot, no time at all", {1'000, 1'060'000, "b"}, 60'000, 0, false},
             Row{"a machine without boot id is taken for restarted", {100'000, 1'100'000, ""}, 100'000, 40'000, false},
             Row{"same id but the clock began again", {5'000, 1'100'000, "a"}, 100'000, 40'000, false},
         }) {
        CAPTURE(what);
        const ResumeAccount account = account_for_resume(anchor, 60'000, 1'060'000, now);
        CHECK(account.elapsed_ms == elapsed);
        CHECK(account.gap_ms == gap);
        CHECK(account.suspect == suspect);
    }
}
