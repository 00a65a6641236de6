// The foot of a workspace: the name of the result, where the task asks for one, and the button that saves the item.
#pragma once

#include <string>
#include <string_view>

#include "app/ui/task_view.h"

namespace biaokao {

struct ResultName {
    std::string draft; // what is being typed
    bool typing = false;
};

// The field "file_name"; nothing where the question does not ask for a name.
void result_name_ui(TaskFrame& frame, ResultName& name);
void finish_result_name(TaskFrame& frame, ResultName& name);

// The button "save" with the state of the item. True when it was clicked or Ctrl+S was pressed: the caller finishes
// its own typing and calls save_item (edits.h).
bool save_button_ui(TaskFrame& frame, std::string_view item, bool full_width = true);

} // namespace biaokao
