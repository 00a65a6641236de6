#include "app/ui/key_choices.h"

#include <algorithm>
#include <array>

namespace biaokao {
namespace {

bool is_one_of(std::string_view family, std::span<const std::string_view> families) {
    return std::find(families.begin(), families.end(), family) != families.end();
}

bool types_a_character(const Chord& chord) {
    return !chord.ctrl && !chord.alt &&
           ((chord.key >= Key::a && chord.key <= Key::digit_9) || chord.key == Key::space || chord.key >= Key::comma);
}

} // namespace

std::string_view family_of(const ActionRow& row) { return row.id.substr(0, row.id.find('.')); }

std::string_view why_not_bindable(const Chord& chord) {
    const bool switches_input = (chord.key == Key::space && (chord.ctrl || chord.shift)) ||
                                (chord.key == Key::period && chord.ctrl) || (chord.alt && chord.shift);
    if (switches_input) return "keys.refused_input_method";
    if (chord.key == Key::f4 && chord.alt) return "keys.refused_system";
    if (chord.key == Key::space && !chord.alt) return "keys.refused_space";
    return {};
}

std::string_view why_not_bindable(const Chord& chord, const ActionRow& row) {
    if (const auto reason = why_not_bindable(chord); !reason.empty()) return reason;
    return row.context == KeyContext::typing && types_a_character(chord) ? "keys.refused_typing" : std::string_view();
}

bool may_meet(const ActionRow& a, const ActionRow& b) {
    if (a.context != b.context && a.context != KeyContext::everywhere && b.context != KeyContext::everywhere)
        return false;
    const std::string_view one = family_of(a), other = family_of(b);
    if (one == other || one == "app" || other == "app") return true;
    static constexpr std::array<std::string_view, 3> screens{"start", "briefing", "review"};
    static constexpr std::array<std::string_view, 3> shared{"app", "exam", "labelling"};
    if (is_one_of(one, screens) || is_one_of(other, screens)) return false;
    return is_one_of(one, shared) || is_one_of(other, shared); // else two desks
}

std::string_view chords_of(const ActionRow& row, const KeyChoices& choices) {
    const auto chosen = choices.find(row.id);
    return chosen == choices.end() ? row.chords : std::string_view(chosen->second);
}

const ActionRow* find_conflict(const Chord& chord, const ActionRow& row, std::span<const ActionRow> rows,
                               const KeyChoices& choices) {
    const auto other = std::find_if(rows.begin(), rows.end(), [&](const ActionRow& each) {
        return each.id != row.id && may_meet(row, each) &&
               any_chord(chords_of(each, choices), [&](const Chord& taken) { return taken == chord; });
    });
    return other == rows.end() ? nullptr : &*other;
}

KeyChoices usable_choices(const KeyChoices& read, const std::vector<std::string>& known_actions,
                          std::vector<std::string>& refused) {
    KeyChoices usable;
    for (const auto& [id, text] : read) {
        const auto chord = chord_from_text(text);
        const bool known = std::find(known_actions.begin(), known_actions.end(), id) != known_actions.end();
        if (known && chord && why_not_bindable(*chord).empty()) usable[id] = text_from_chord(*chord);
        else refused.push_back(id);
    }
    return usable;
}

} // namespace biaokao
