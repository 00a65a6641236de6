// The task types of this program, without their screens: the rows of task_list.def.
#pragma once

#include <span>
#include <string_view>

#include "engine/pack/task_type.h"

namespace biaokao {

[[nodiscard]] std::span<const TaskType> all_task_types();
[[nodiscard]] const TaskType* find_task_type(std::string_view id);

} // namespace biaokao
