// Keeps keys that belong to an input method away from the program, on X11.
//
// GLFW reports raw keys while a Chinese input method composes (its key callback runs before the filter test), so
// Backspace would delete committed text and Escape close the dialog behind the candidate window. The sign of a
// composition: a printable key was pressed and no character followed before the next key. Source: dear-imgui.md,
// section 2, row 6.
#pragma once

#include "app/ui/keys.h"

namespace biaokao {

class ImeGuard {
public:
    // A key goes down. False: it belongs to the input method. `ctrl_or_alt`: no character is to be expected.
    bool passes(Key key, bool ctrl_or_alt);
    void character(); // text arrived: the composition, if there was one, is committed
    void reset();     // the window lost the keyboard
    [[nodiscard]] bool composing() const { return composed_keys_ > 0; }

private:
    bool waiting_ = false;  // the last key was printable, its character has not come yet
    int composed_keys_ = 0; // how many keys the input method holds; Backspace takes them back one by one
};

} // namespace biaokao
