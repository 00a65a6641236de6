// Input on its way to Dear ImGui: every event of the mouse and the keyboard waits here, and each frame gets as many
// as it can tell apart. A key that was pressed and released between two slow frames is therefore never lost, and
// a window, an off-screen test and a demonstration feed input in one and the same way.
#pragma once

#include <bitset>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "app/ui/keys.h"

namespace biaokao {

class InputQueue {
public:
    void mouse_position(float x_in_screen, float y_in_screen);
    void mouse_button(int button, bool down); // 0 left, 1 right, 2 middle, 3 and 4 at the side
    void wheel(float steps_y, float steps_x);
    void key(Key key, bool down);
    void modifiers(bool ctrl, bool shift, bool alt);
    void text(std::string_view utf8);
    void release_all(); // the window lost the keyboard

    // Writes one frame's share into ImGui: after the back end's NewFrame, before ImGui::NewFrame.
    void feed_frame();
    [[nodiscard]] bool empty() const { return events_.empty(); }
    void clear() { events_.clear(); }

    // Hears every text that is fed, so that the font can get its characters.
    std::function<void(std::string_view)> on_text;
    [[nodiscard]] float mouse_x() const { return x_; }
    [[nodiscard]] float mouse_y() const { return y_; }

private:
    struct Move {
        float x, y;
    };
    struct Button {
        int button;
        bool down;
    };
    struct Wheel {
        float y, x;
    };
    struct KeyChange {
        Key key;
        bool down;
    };
    struct Held {
        bool ctrl, shift, alt;
    };
    struct Characters {
        std::string utf8;
    };
    struct ReleaseAll {};
    using Event = std::variant<Move, Button, Wheel, KeyChange, Held, Characters, ReleaseAll>;

    // What a frame has already taken; decides what it cannot take any more.
    struct Taken {
        bool moved = false, wheeled = false, text = false, key_press = false;
        bool modifiers = false;
        std::bitset<8> buttons;
        std::bitset<static_cast<std::size_t>(Key::count)> keys;
    };
    [[nodiscard]] static bool fits(const Event& event, const Taken& taken);
    void apply(const Event& event, Taken& taken);

    std::deque<Event> events_;
    std::bitset<8> buttons_down_;
    std::bitset<static_cast<std::size_t>(Key::count)> keys_down_;
    Held held_{};
    float x_ = -1, y_ = -1;
    bool mouse_known_ = false;
};

} // namespace biaokao
