// Keys by their own names, chords as people write them ("Ctrl+Shift+Z"), and the table that binds actions to them.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace biaokao {

enum class Key {
    none,
    a,
    b,
    c,
    d,
    e,
    f,
    g,
    h,
    i,
    j,
    k,
    l,
    m,
    n,
    o,
    p,
    q,
    r,
    s,
    t,
    u,
    v,
    w,
    x,
    y,
    z,
    digit_0,
    digit_1,
    digit_2,
    digit_3,
    digit_4,
    digit_5,
    digit_6,
    digit_7,
    digit_8,
    digit_9, // the numeric pad too
    f1,
    f2,
    f3,
    f4,
    f5,
    f6,
    f7,
    f8,
    f9,
    f10,
    f11,
    f12,
    left,
    right,
    up,
    down,
    home,
    end,
    page_up,
    page_down,
    enter,
    escape,
    tab,
    space,
    backspace,
    insert,
    del,
    comma,
    period,
    minus,
    equal,
    left_bracket,
    right_bracket,
    slash,
    semicolon,
    apostrophe,
    grave,
    count
};

struct Chord {
    Key key = Key::none;
    bool ctrl = false, shift = false, alt = false;
    friend bool operator==(const Chord&, const Chord&) = default;
};

[[nodiscard]] std::string text_from_chord(const Chord& chord); // "Ctrl+Shift+Z"
[[nodiscard]] std::optional<Chord> chord_from_text(std::string_view text);
// Is `use` true for one of the chords of a text in which blanks separate them? What is no chord is passed over.
template <class Use>
[[nodiscard]] bool any_chord(std::string_view text, Use&& use) {
    while (!text.empty()) {
        const auto blank = std::min(text.find(' '), text.size());
        const auto chord = chord_from_text(text.substr(0, blank));
        if (chord && use(*chord)) return true;
        text.remove_prefix(std::min(blank + 1, text.size()));
    }
    return false;
}
// The key that went down in this frame, with what is held; modifiers alone are none.
[[nodiscard]] std::optional<Chord> pressed_chord();

// Where a key acts (annotation-tools.md 2.1).
enum class KeyContext { everywhere, canvas, list, typing, dialog };

struct ActionRow {
    std::string_view id; // "image.box"; its name is the locale key "action." + id. Lives as long as the program
    KeyContext context;
    std::string_view chords; // "W R", separated by blanks; Actions::chords tells what the person made of them
    bool repeats = false;    // a held key acts again
};

// Keys that the person chose for actions, by id; one chord each (key_choices.h).
using KeyChoices = std::map<std::string, std::string, std::less<>>;

// What the current screen offers, gathered anew each frame; F1 shows exactly this.
class Actions {
public:
    void begin_frame(KeyContext context); // the context that has the focus now
    void offer(std::span<const ActionRow> rows);
    // Was one of its chords pressed in this frame, in a context where it acts? The row must have been offered.
    [[nodiscard]] bool pressed(std::string_view id) const;
    [[nodiscard]] const std::vector<ActionRow>& offered() const { return shown_; } // of the last whole frame
    [[nodiscard]] KeyContext context() const { return context_; }
    // The first chord of an action, for tool tips; empty when there is none.
    [[nodiscard]] std::string chord_text(std::string_view id) const;
    // All its chords, those that the person chose in place of the table's.
    [[nodiscard]] std::string_view chords(const ActionRow& row) const;
    void set_choices(KeyChoices choices) { choices_ = std::move(choices); }
    [[nodiscard]] const KeyChoices& choices() const { return choices_; }
    // Every action that was ever offered, in the order in which the screens came up: what can be given another key.
    [[nodiscard]] const std::vector<ActionRow>& known() const { return known_; }

private:
    std::vector<ActionRow> offered_, shown_, known_;
    std::unordered_set<std::string_view> known_ids_;
    KeyChoices choices_;
    KeyContext context_ = KeyContext::everywhere;
};

} // namespace biaokao
