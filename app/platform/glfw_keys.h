// GLFW's key numbers as our keys. Left and right modifiers are kept apart until both are up, because the modifier
// bits that come with a key event are unreliable across systems.
#pragma once

#include "app/ui/keys.h"

namespace biaokao {

[[nodiscard]] Key key_from_glfw(int glfw_key); // none for a key that we do not know; the numeric pad counts as digits

class HeldModifiers {
public:
    bool change(int glfw_key, bool down); // false: no modifier
    [[nodiscard]] bool ctrl() const { return left_ctrl_ || right_ctrl_; }
    [[nodiscard]] bool shift() const { return left_shift_ || right_shift_; }
    [[nodiscard]] bool alt() const { return left_alt_ || right_alt_; }

private:
    bool left_ctrl_ = false, right_ctrl_ = false;
    bool left_shift_ = false, right_shift_ = false;
    bool left_alt_ = false, right_alt_ = false;
};

} // namespace biaokao
