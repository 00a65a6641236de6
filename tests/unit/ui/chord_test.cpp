#include <doctest/doctest.h>

#include "app/ui/keys.h"

using namespace biaokao;

TEST_CASE("chord: what is written is read back, for every key and every modifier") {
    for (int key = static_cast<int>(Key::a); key < static_cast<int>(Key::count); ++key)
        for (int held = 0; held < 8; ++held) {
            const Chord chord{static_cast<Key>(key), (held & 1) != 0, (held & 2) != 0, (held & 4) != 0};
            const std::string text = text_from_chord(chord);
            CAPTURE(text);
            CHECK(chord_from_text(text) == chord);
        }
}

TEST_CASE("chord: names are the ones on the keys") {
    CHECK(text_from_chord({Key::z, true, true, false}) == "Ctrl+Shift+Z");
    CHECK(text_from_chord({Key::page_down, true}) == "Ctrl+PgDn");
    CHECK(text_from_chord({Key::digit_0}) == "0");
    CHECK(text_from_chord({Key::f12, false, true}) == "Shift+F12");
    CHECK(text_from_chord({Key::left_bracket}) == "[");
}

TEST_CASE("chord: case and order of the modifiers do not matter") {
    CHECK(chord_from_text("shift+CTRL+z") == Chord{Key::z, true, true, false});
    CHECK(chord_from_text("esc") == Chord{Key::escape});
    CHECK(chord_from_text("Escape") == Chord{Key::escape});
    CHECK(chord_from_text("Ctrl+PageDown") == Chord{Key::page_down, true});
}

TEST_CASE("chord: what is no chord is refused") {
    for (const char* text : {"", "+", "Ctrl+", "Ctrl", "Strg+Z", "Ctrl+Ctrl+Z", "Ctrl+ZZ", "F13", "Ctrl+Z+"}) {
        CAPTURE(text);
        CHECK_FALSE(chord_from_text(text).has_value());
    }
}
