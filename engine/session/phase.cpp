// exam-practice.md 2.1: pure, whole milliseconds, no clock of its own.
#include "engine/session/phase.h"

#include <algorithm>

#include "engine/base/result.h"

namespace biaokao {

PhaseInfo phase_at(const ExamWindow& window, const TimeGrants& grants, std::optional<Milliseconds> started,
                   Milliseconds now) {
    BIAOKAO_ASSERT(window.open <= window.close && window.duration.count() >= 0);
    BIAOKAO_ASSERT(grants.delay.count() >= 0 && grants.extra.count() >= 0);
    const bool fixed_window = window.duration.count() == 0;
    if (now < window.open) return {.phase = TimePhase::not_open};
    if (!fixed_window && !started) return {.phase = now < window.close ? TimePhase::not_started : TimePhase::exam_over};

    const auto inside = [&](Milliseconds time) { return std::clamp(time, window.open, window.close); };
    const Milliseconds start = fixed_window ? window.open : inside(*started);
    const Milliseconds stop = fixed_window ? window.close : inside(*started + window.duration);
    // Both may pass `close`: that is what grants are for.
    PhaseInfo info{.begin = start + grants.delay, .end = stop + grants.delay + grants.extra};
    if (now < info.begin) info.phase = TimePhase::not_started;
    else if (now < info.end) info.phase = TimePhase::working;
    else if (now < std::max(window.close, info.end)) info.phase = TimePhase::own_time_over;
    else info.phase = TimePhase::exam_over;
    info.remaining = std::max(Milliseconds{}, info.end - std::max(now, info.begin));
    return info;
}

} // namespace biaokao
