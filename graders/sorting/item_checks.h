// Checks of several items of a sorting at once: duplicates, reasons, nothing left over.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/score/grader.h"

namespace biaokao::sorting {

inline constexpr std::array<std::string_view, 3> item_check_names{"one_of", "reason", "nothing_left"};
[[nodiscard]] bool is_item_check(std::string_view name);

struct ItemsCheck {
    std::string class_id;
    std::vector<std::string> targets; // nothing_left: all items that the reference sorts
    std::string value;                // one_of
    int count = 1;                    // one_of: so many of the targets have it
};

[[nodiscard]] ItemsCheck read_items_check(const CheckSpec& spec, const Question& question, const Answer& reference,
                                          Problems& problems);
[[nodiscard]] CheckResult judge_items(const Question& question, const CheckSpec& spec, const ItemsCheck& check,
                                      const Answer& reference, const Answer& answer);

} // namespace biaokao::sorting
