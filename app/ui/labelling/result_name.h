// The name of the result, where the task asks for one.
#pragma once

#include <string>

#include "app/ui/task_view.h"

namespace biaokao {

struct ResultName {
    std::string draft; // what is being typed
    bool typing = false;
};

// The field "file_name"; nothing where the question does not ask for a name.
void result_name_ui(TaskFrame& frame, ResultName& name);
void finish_result_name(TaskFrame& frame, ResultName& name);

} // namespace biaokao
