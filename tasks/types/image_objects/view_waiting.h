// A picture that is not there yet, or will not come: what the canvas says, and what one can do about it.
#pragma once

#include "tasks/types/image_objects/view_state.h"

struct ImDrawList;

namespace biaokao::image_objects {

// Progress, or why there is nothing to see; names the file.
void waiting_on_canvas(Ui& ui, ImDrawList& list, const Box& canvas, const ItemSpec& item, const Picture& picture);
// In place of the status line: stop (Esc) or read again (Enter), by key and by button.
void waiting_line_ui(Ui& ui, ViewState& state, const ItemSpec& item, const Picture& picture);

} // namespace biaokao::image_objects
