#include <doctest/doctest.h>

#include "app/platform/ime_guard.h"

using namespace biaokao;

TEST_CASE("ime guard: plain typing passes, Backspace and Enter included") {
    ImeGuard guard;
    for (const Key key : {Key::h, Key::i, Key::space}) {
        CHECK(guard.passes(key, false));
        guard.character();
    }
    CHECK(guard.passes(Key::backspace, false));
    CHECK(guard.passes(Key::enter, false));
    CHECK_FALSE(guard.composing());
}

TEST_CASE("ime guard: keys that edit a composition are held back until its text arrives") {
    // Wrong before: the Backspace that takes back a letter of the pinyin also deleted committed text.
    ImeGuard guard;
    CHECK(guard.passes(Key::n, false)); // taken by the input method: no character comes
    CHECK(guard.passes(Key::i, false));
    CHECK_FALSE(guard.passes(Key::left, false));
    CHECK_FALSE(guard.passes(Key::backspace, false));
    CHECK_FALSE(guard.passes(Key::enter, false));
    guard.character(); // 你
    CHECK(guard.passes(Key::enter, false));
    CHECK(guard.passes(Key::backspace, false));
}

TEST_CASE("ime guard: Escape ends a composition, and the next Escape is the program's") {
    // Wrong before: the Escape that closes the candidate window also closed the dialog behind it.
    ImeGuard guard;
    CHECK(guard.passes(Key::n, false));
    CHECK_FALSE(guard.passes(Key::escape, false));
    CHECK(guard.passes(Key::escape, false));
}

TEST_CASE("ime guard: a composition that was taken back letter by letter is over") {
    ImeGuard guard;
    CHECK(guard.passes(Key::n, false));
    CHECK(guard.passes(Key::i, false));
    CHECK_FALSE(guard.passes(Key::backspace, false));
    CHECK_FALSE(guard.passes(Key::backspace, false));
    CHECK(guard.passes(Key::backspace, false));
}

TEST_CASE("ime guard: shortcuts bring no character and begin no composition") {
    ImeGuard guard;
    CHECK(guard.passes(Key::s, true)); // Ctrl+S
    CHECK(guard.passes(Key::escape, false));
    CHECK_FALSE(guard.composing());
}
