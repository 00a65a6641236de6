#include "app/platform/input_queue.h"

#include <cfloat>

#include "app/ui/imgui_compat.h"
#include "engine/text/utf8.h"

namespace biaokao {

void InputQueue::mouse_position(float x_in_screen, float y_in_screen) {
    // Only the last of a run of movements counts, as with a real mouse between two frames.
    if (!events_.empty() && std::holds_alternative<Move>(events_.back())) events_.pop_back();
    events_.push_back(Move{x_in_screen, y_in_screen});
}
void InputQueue::mouse_button(int button, bool down) {
    if (button >= 0 && button < 5) events_.push_back(Button{button, down});
}
void InputQueue::wheel(float steps_y, float steps_x) { events_.push_back(Wheel{steps_y, steps_x}); }
void InputQueue::key(Key key, bool down) {
    if (key != Key::none && key != Key::count) events_.push_back(KeyChange{key, down});
}
void InputQueue::modifiers(bool ctrl, bool shift, bool alt) { events_.push_back(Held{ctrl, shift, alt}); }
void InputQueue::text(std::string_view utf8) { events_.push_back(Characters{std::string(utf8)}); }
void InputQueue::release_all() { events_.push_back(ReleaseAll{}); }

bool InputQueue::fits(const Event& event, const Taken& taken) {
    const bool clicked = taken.buttons.any();
    if (std::holds_alternative<Move>(event)) return !clicked && !taken.wheeled && !taken.key_press;
    if (const auto* button = std::get_if<Button>(&event))
        return !taken.wheeled && !taken.buttons.test(static_cast<std::size_t>(button->button));
    if (std::holds_alternative<Wheel>(event)) return !taken.moved && !clicked;
    if (const auto* change = std::get_if<KeyChange>(&event)) {
        // Two presses in a frame would lose their order, and so would a press after text.
        const bool press_too_many = change->down && (taken.key_press || taken.text);
        return !clicked && !press_too_many && !taken.keys.test(static_cast<std::size_t>(change->key));
    }
    if (std::holds_alternative<Held>(event)) return !clicked && !taken.key_press && !taken.modifiers;
    if (std::holds_alternative<Characters>(event)) return !clicked;
    return !clicked && !taken.key_press && !taken.text;
}

void InputQueue::apply(const Event& event, Taken& taken) {
    if (const auto* move = std::get_if<Move>(&event)) {
        x_ = move->x, y_ = move->y, mouse_known_ = true;
        taken.moved = true;
    } else if (const auto* button = std::get_if<Button>(&event)) {
        buttons_down_.set(static_cast<std::size_t>(button->button), button->down);
        taken.buttons.set(static_cast<std::size_t>(button->button));
    } else if (const auto* wheel = std::get_if<Wheel>(&event)) {
        compat::input_wheel(wheel->x, wheel->y);
        taken.wheeled = true;
    } else if (const auto* change = std::get_if<KeyChange>(&event)) {
        keys_down_.set(static_cast<std::size_t>(change->key), change->down);
        compat::input_key(change->key, change->down);
        taken.keys.set(static_cast<std::size_t>(change->key));
        taken.key_press = taken.key_press || change->down;
    } else if (const auto* held = std::get_if<Held>(&event)) {
        held_ = *held;
        taken.modifiers = true;
    } else if (const auto* characters = std::get_if<Characters>(&event)) {
        if (on_text) on_text(characters->utf8);
        for (std::size_t byte = 0; byte < characters->utf8.size();)
            compat::input_character(next_code_point(characters->utf8, byte));
        taken.text = true;
    } else {
        for (std::size_t key = 0; key < keys_down_.size(); ++key)
            if (keys_down_.test(key)) compat::input_key(static_cast<Key>(key), false);
        keys_down_.reset();
        buttons_down_.reset();
        held_ = {};
    }
}

void InputQueue::feed_frame() {
    Taken taken;
    while (!events_.empty() && fits(events_.front(), taken)) {
        apply(events_.front(), taken);
        events_.pop_front();
    }
    // Every frame anew: up to 1.86 the back end overwrites the mouse with what it polls.
    if (mouse_known_) compat::input_mouse_position(x_, y_);
    else compat::input_mouse_position(-FLT_MAX, -FLT_MAX);
    for (int button = 0; button < 5; ++button)
        compat::input_mouse_button(button, buttons_down_.test(static_cast<std::size_t>(button)));
    compat::input_modifiers({held_.ctrl, held_.shift, held_.alt});
}

} // namespace biaokao
