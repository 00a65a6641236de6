// The classes of a whole item: a row of options for each, one to be chosen or as many as apply, nothing chosen at the
// start.
#pragma once

#include <string>

#include "app/ui/task_view.h"

namespace biaokao {

struct ClassRows {
    std::string current; // the class that digits act on
};

// Draws under the scope "classes" (classes/<class>/<option>). With `digits`, 1 … 0 choose an option of the current
// class, or add and take it away where several may be chosen, and Ctrl+Up, Ctrl+Down change the class, while the canvas
// has the keyboard.
void class_rows_ui(TaskFrame& frame, const ItemSpec& item, ClassRows& rows, bool digits = false);
// In a comparison: what I chose beside what the reference has (classes/<class>).
void compared_classes_ui(TaskFrame& frame, const ItemSpec& item);

} // namespace biaokao
