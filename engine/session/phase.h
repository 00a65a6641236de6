// Which phase an exam is in and how much time is left: one pure function of the record and a clock sample.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace biaokao {

using Milliseconds = std::chrono::milliseconds;

struct ExamWindow {                           // exam-practice.md 2.1; UTC or any one axis
    Milliseconds open{}, close{}, duration{}; // duration 0: a fixed window
};
struct TimeGrants {
    Milliseconds delay{}, extra{}; // both >= 0
};
enum class TimePhase { not_open = -2, not_started = -1, working = 0, own_time_over = 1, exam_over = 2 };

struct PhaseInfo {
    TimePhase phase = TimePhase::not_open;
    Milliseconds begin{}, end{}, remaining{};
};
[[nodiscard]] PhaseInfo phase_at(const ExamWindow& window, const TimeGrants& grants,
                                 std::optional<Milliseconds> started, Milliseconds now);

} // namespace biaokao
