#include "engine/session/exam_clock.h"

#include <algorithm>
#include <cstdlib>

namespace biaokao {

std::int64_t elapsed_at(const ClockAnchor& anchor, const ClockSample& now) {
    return anchor.elapsed_ms + std::max<std::int64_t>(0, now.boot_ms - anchor.sample.boot_ms);
}

bool has_wall_moved(const ClockSample& then, const ClockSample& now) {
    const std::int64_t continuous = now.boot_ms - then.boot_ms;
    const std::int64_t drift = (now.wall_ms - then.wall_ms) - continuous;
    return std::abs(drift) > 2000 + std::abs(continuous) / 1000;
}

ResumeAccount account_for_resume(const ClockAnchor& anchor, std::int64_t last_elapsed_ms, std::int64_t highest_wall_ms,
                                 const ClockSample& now) {
    // Without a boot id nothing proves that the machine did not restart.
    const bool same_boot =
        !now.boot_id.empty() && now.boot_id == anchor.sample.boot_id && now.boot_ms >= anchor.sample.boot_ms;
    ResumeAccount account;
    if (same_boot) {
        account.elapsed_ms = std::max(last_elapsed_ms, elapsed_at(anchor, now));
        account.suspect = has_wall_moved(anchor.sample, now);
    } else {
        account.elapsed_ms = last_elapsed_ms + std::max<std::int64_t>(0, now.wall_ms - highest_wall_ms);
        account.suspect = now.wall_ms < highest_wall_ms;
    }
    account.gap_ms = account.elapsed_ms - last_elapsed_ms;
    return account;
}

} // namespace biaokao
