// Ctrl+F in the text desk: a field above the text; what is found is selected, and can be labelled at once.
#pragma once

#include <string>

#include "tasks/types/text_labels/view_workspace.h"

namespace biaokao::spans {

class FindBar {
public:
    // Offers Ctrl+F, F3 and Shift+F3, and draws the bar (find/words, find/next, find/close) while it is open.
    void draw_ui(TaskFrame& frame, Workspace& work);

private:
    void step(TaskFrame& frame, Workspace& work, int direction) const;

    bool open_ = false, wants_keyboard_ = false;
    std::string words_;
};

} // namespace biaokao::spans
