#include "app/platform/ime_guard.h"

#include <algorithm>

namespace biaokao {
namespace {

bool printable(Key key) { return (key >= Key::a && key <= Key::digit_9) || key == Key::space || key >= Key::comma; }

// Keys with a meaning of their own inside a composition.
bool edits_composition(Key key) {
    return key == Key::backspace || key == Key::enter || key == Key::escape || key == Key::tab || key == Key::del ||
           (key >= Key::left && key <= Key::page_down);
}

} // namespace

bool ImeGuard::passes(Key key, bool ctrl_or_alt) {
    if (waiting_) {
        waiting_ = false;
        ++composed_keys_;
    }
    if (printable(key) && !ctrl_or_alt) {
        waiting_ = true;
        return true;
    }
    if (composed_keys_ == 0 || !edits_composition(key)) return true;
    // Escape always ends a composition; after the last Backspace nothing is left of it.
    if (key == Key::escape) composed_keys_ = 0;
    if (key == Key::backspace) composed_keys_ = std::max(0, composed_keys_ - 1);
    return false;
}

void ImeGuard::character() { reset(); }

void ImeGuard::reset() {
    waiting_ = false;
    composed_keys_ = 0;
}

} // namespace biaokao
