// The one invisible button that a workspace draws and works on: it has the keyboard after a click, Esc in a field or
// its first frame, shows that by a frame, and stands in the probe so that tests and demonstrations can aim at content.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "app/ui/ui.h"
#include "engine/geometry/vec.h"

namespace biaokao {

struct CanvasFocus {
    bool wanted = true; // takes the keyboard as soon as no field has it: after a tool button, a palette row, a dialog
    bool had = false, had_alt = false; // in the frame before: the keyboard; the Alt key held
};

class CanvasArea {
public:
    // Takes `size` (screen pixels) of the current region. While it lives, drawing is clipped to it.
    CanvasArea(Ui& ui, std::string_view id, Vec2 size, CanvasFocus& focus,
               std::function<Vec2(Vec2)> screen_from_content_now = {});
    ~CanvasArea();
    CanvasArea(const CanvasArea&) = delete;
    CanvasArea& operator=(const CanvasArea&) = delete;

    Box in_screen;
    bool hovered = false; // the pointer is over it, and no popup is in between
    bool held = false;    // a button that was pressed on it is still down
    bool focused = false; // it has the keyboard: single keys act
    // For the probe; a canvas that zooms in this frame sets it after the zoom.
    std::function<Vec2(Vec2)> screen_from_content;

private:
    Ui& ui_;
    std::string id_;
};

} // namespace biaokao
