#include "app/platform/glfw_keys.h"

#include "app/ui/imgui_compat.h"

namespace biaokao {

Key key_from_glfw(int glfw_key) {
    if (glfw_key >= GLFW_KEY_KP_0 && glfw_key <= GLFW_KEY_KP_9)
        return static_cast<Key>(static_cast<int>(Key::digit_0) + glfw_key - GLFW_KEY_KP_0);
    switch (glfw_key) {
    case GLFW_KEY_KP_ENTER: return Key::enter;
    case GLFW_KEY_KP_DECIMAL: return Key::period;
    case GLFW_KEY_KP_SUBTRACT: return Key::minus;
    case GLFW_KEY_KP_ADD:
    case GLFW_KEY_KP_EQUAL: return Key::equal;
    case GLFW_KEY_KP_DIVIDE: return Key::slash;
    default: break;
    }
    for (int key = static_cast<int>(Key::a); key < static_cast<int>(Key::count); ++key)
        if (compat::key_row(static_cast<Key>(key)).glfw == glfw_key) return static_cast<Key>(key);
    return Key::none;
}

bool HeldModifiers::change(int glfw_key, bool down) {
    switch (glfw_key) {
    case GLFW_KEY_LEFT_CONTROL: left_ctrl_ = down; return true;
    case GLFW_KEY_RIGHT_CONTROL: right_ctrl_ = down; return true;
    case GLFW_KEY_LEFT_SHIFT: left_shift_ = down; return true;
    case GLFW_KEY_RIGHT_SHIFT: right_shift_ = down; return true;
    case GLFW_KEY_LEFT_ALT: left_alt_ = down; return true;
    case GLFW_KEY_RIGHT_ALT: right_alt_ = down; return true;
    default: return false;
    }
}

} // namespace biaokao
