#include "tasks/types/task_types.h"

#include <algorithm>
#include <array>

namespace biaokao {

#define MODEL(id) extern const TaskType id##_type;
#define TASK(id, ...) MODEL(id)
#include "tasks/types/task_list.def"
#undef MODEL
#undef TASK

std::span<const TaskType> all_task_types() {
    static const std::array rows{
#define MODEL(id) id##_type,
#define TASK(id, ...) MODEL(id)
#include "tasks/types/task_list.def"
#undef MODEL
#undef TASK
    };
    return rows;
}

const TaskType* find_task_type(std::string_view id) {
    const auto rows = all_task_types();
    const auto row = std::find_if(rows.begin(), rows.end(), [id](const TaskType& type) { return type.id == id; });
    return row == rows.end() ? nullptr : &*row;
}

} // namespace biaokao
