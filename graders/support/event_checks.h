// Checks of what happened while a question was worked on; every grader may offer them.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "engine/score/grader.h"
#include "graders/support/event_pattern.h"

namespace biaokao {

inline constexpr std::array<std::string_view, 3> event_check_names{"event", "event_before", "no_event"};
[[nodiscard]] bool is_event_check(std::string_view name);

struct EventCheck {
    EventPattern pattern;              // event, no_event; event_before: what must come first
    std::optional<EventPattern> other; // event_before: what must come after it; no_event: what must have happened
};

[[nodiscard]] EventCheck read_event_check(const CheckSpec& spec, const Question& question, Problems& problems);
// Not graded where `log` is null: only the answer is there.
[[nodiscard]] CheckResult judge_event(const Question& question, const CheckSpec& spec, const EventCheck& check,
                                      const ProcessLog* log);

} // namespace biaokao
