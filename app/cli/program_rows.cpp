#include "app/cli/program_rows.h"

#include "graders/graders.h"
#include "tasks/types/task_types.h"

namespace biaokao::cli {

PackOptions program_rows() {
    PackOptions options;
    options.find_task_type = find_task_type;
    options.answer_kind_of_grader = [](std::string_view id) -> std::string_view {
        for (const Grader& grader : all_graders())
            if (grader.id == id) return grader.answer_kind;
        return "";
    };
    return options;
}

} // namespace biaokao::cli
