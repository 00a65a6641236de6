// Checks of one group of a sorting: its name, what is in it, what is missing, what does not belong there.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/score/grader.h"
#include "graders/sorting/groups.h"
#include "graders/support/limit_check.h"

namespace biaokao::sorting {

inline constexpr std::array<std::string_view, 7> group_check_names{"folder", "complete",     "exact", "pure",
                                                                   "purity", "completeness", "named"};
[[nodiscard]] bool is_group_check(std::string_view name);
// Does it look at the group that matches best, whatever its name?
[[nodiscard]] bool is_matched_check(std::string_view name);

struct GroupCheck {
    std::string class_id, value;    // the reference's group
    LimitSpec limit;                // complete: share or count; purity, completeness: share
    bool counted = false;           // complete: the limit is a number of members
    int foreign = 0;                // complete: so many others are forgiven
    double share_min = 0;           // purity: of completeness; completeness: of purity
    std::vector<std::string> names; // named: what the group may be called
};

[[nodiscard]] GroupCheck read_group_check(const CheckSpec& spec, const Question& question, const Answer& reference,
                                          Problems& problems);
[[nodiscard]] CheckResult judge_group(const Question& question, const CheckSpec& spec, const GroupCheck& check,
                                      const Answer& reference, const Answer& answer, const GroupMatching& matching);

} // namespace biaokao::sorting
