// The screens of the task types: the rows of task_list.def that have one.
#include <algorithm>

#include "app/ui/task_view.h"

namespace biaokao {

#define MODEL(id)
#define TASK(id, ...) std::unique_ptr<TaskView> make_##id##_view();
#include "tasks/types/task_list.def"
#undef TASK

std::unique_ptr<TaskView> make_task_view(std::string_view type) {
#define TASK(id, ...)                                                                                                  \
    if (type == #id) return make_##id##_view();
#include "tasks/types/task_list.def"
#undef TASK
    return nullptr;
}

bool has_workspace(const Question& question) {
    const auto draws_all = [&](std::initializer_list<std::string_view> shapes) {
        return std::ranges::all_of(question.labels.objects,
                                   [&](const LabelSpec& label) { return std::ranges::count(shapes, label.shape) > 0; });
    };
#define TASK(id, ...)                                                                                                  \
    if (question.type == #id) return draws_all({__VA_ARGS__});
#include "tasks/types/task_list.def"
#undef TASK
    return false;
}
#undef MODEL

} // namespace biaokao
