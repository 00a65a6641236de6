// A workspace is a canvas with a side panel. Where the window is narrow (a small screen or a large scale) or the
// workspace itself has little room, the panel is folded behind a button, so that nothing is clipped or out of reach.
#pragma once

#include <functional>

#include "app/ui/ui.h"

namespace biaokao {

struct ButtonOptions;

// The next widget goes on the same line if it has room there, else on a new one: tool bars that wrap.
void same_line_if_fits(float width_of_next_px);
// A button, and a box with its words, placed like that.
bool line_button(Ui& ui, std::string_view id, std::string_view words, const ButtonOptions& options);
void same_line_if_box_fits(const Ui& ui, std::string_view words);

// Is there so little room that the panel is folded? For the region that workspace_ui would fill.
[[nodiscard]] bool workspace_is_narrow(const Ui& ui);

struct WorkspaceLayout {
    bool panel_open = false; // where it is folded
};

// Draws `tools` (a wrapping line above), then `canvas` in a child of the rest, with `side` in a panel at the right
// (scope "side"). Where there is little room a button "side_toggle" at the end of the tools opens and folds the panel.
// When `side_is_wide` the panel takes up to 45 % of the width (transcripts).
void workspace_ui(Ui& ui, WorkspaceLayout& layout, const std::function<void()>& tools,
                  const std::function<void()>& canvas, const std::function<void()>& side, bool side_is_wide = false);

} // namespace biaokao
