// Chords as people write them. Knows nothing of ImGui, so that the command line and the logic tests can use it.
#include <algorithm>
#include <array>
#include <cctype>

#include "app/ui/keys.h"

namespace biaokao {
namespace {

struct Name {
    Key key;
    std::string_view text;
};
constexpr std::array names{Name{Key::left, "Left"},
                           Name{Key::right, "Right"},
                           Name{Key::up, "Up"},
                           Name{Key::down, "Down"},
                           Name{Key::home, "Home"},
                           Name{Key::end, "End"},
                           Name{Key::page_up, "PgUp"},
                           Name{Key::page_down, "PgDn"},
                           Name{Key::enter, "Enter"},
                           Name{Key::escape, "Esc"},
                           Name{Key::tab, "Tab"},
                           Name{Key::space, "Space"},
                           Name{Key::backspace, "Backspace"},
                           Name{Key::insert, "Insert"},
                           Name{Key::del, "Delete"},
                           Name{Key::comma, ","},
                           Name{Key::period, "."},
                           Name{Key::minus, "-"},
                           Name{Key::equal, "="},
                           Name{Key::left_bracket, "["},
                           Name{Key::right_bracket, "]"},
                           Name{Key::slash, "/"},
                           Name{Key::semicolon, ";"},
                           Name{Key::apostrophe, "'"},
                           Name{Key::grave, "`"}};

std::string name_of(Key key) {
    const int at = static_cast<int>(key);
    if (key >= Key::a && key <= Key::z) return {static_cast<char>('A' + at - static_cast<int>(Key::a))};
    if (key >= Key::digit_0 && key <= Key::digit_9)
        return {static_cast<char>('0' + at - static_cast<int>(Key::digit_0))};
    if (key >= Key::f1 && key <= Key::f12)
        return std::string("F").append(std::to_string(1 + at - static_cast<int>(Key::f1)));
    for (const Name& name : names)
        if (name.key == key) return std::string(name.text);
    return {};
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](unsigned char x, unsigned char y) {
               return std::tolower(x) == std::tolower(y);
           });
}

// Other ways to write them that people use in scripts.
constexpr std::array aliases{Name{Key::escape, "Escape"}, Name{Key::del, "Del"}, Name{Key::page_up, "PageUp"},
                             Name{Key::page_down, "PageDown"}, Name{Key::enter, "Return"}};

Key key_of(std::string_view text) {
    for (const Name& alias : aliases)
        if (equal_ignoring_case(alias.text, text)) return alias.key;
    for (int at = static_cast<int>(Key::a); at < static_cast<int>(Key::count); ++at)
        if (equal_ignoring_case(name_of(static_cast<Key>(at)), text)) return static_cast<Key>(at);
    return Key::none;
}

} // namespace

std::string text_from_chord(const Chord& chord) {
    std::string text;
    if (chord.ctrl) text += "Ctrl+";
    if (chord.alt) text += "Alt+";
    if (chord.shift) text += "Shift+";
    return text.append(name_of(chord.key));
}

std::optional<Chord> chord_from_text(std::string_view text) {
    Chord chord;
    // The last part is the key.
    for (auto plus = text.find('+'); plus != std::string_view::npos; plus = text.find('+')) {
        const std::string_view part = text.substr(0, plus);
        bool* held = equal_ignoring_case(part, "Ctrl")    ? &chord.ctrl
                     : equal_ignoring_case(part, "Shift") ? &chord.shift
                     : equal_ignoring_case(part, "Alt")   ? &chord.alt
                                                          : nullptr;
        if (held == nullptr || *held) return std::nullopt;
        *held = true;
        text.remove_prefix(plus + 1);
    }
    chord.key = key_of(text);
    if (chord.key == Key::none) return std::nullopt;
    return chord;
}

} // namespace biaokao
