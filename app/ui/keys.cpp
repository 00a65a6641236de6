#include "app/ui/keys.h"

#include <algorithm>

#include "app/ui/imgui_compat.h"
#include "app/ui/key_choices.h"

namespace biaokao {
namespace {

// In a text field only these reach the program (annotation-tools.md 2.1, rule 3); Ctrl+Z and the like are the field's.
bool reaches_program_while_typing(const Chord& chord) {
    if (chord.key >= Key::f1 && chord.key <= Key::f12) return true;
    if (chord.key == Key::escape) return true;
    if (!chord.ctrl) return false;
    switch (chord.key) {
    case Key::s:
    case Key::k:
    case Key::enter:
    case Key::page_up:
    case Key::page_down: return true;
    default: return false;
    }
}

bool acts_in(KeyContext row, const Chord& chord, KeyContext now) {
    if (row == now) return true;
    if (row != KeyContext::everywhere || now == KeyContext::dialog) return false;
    return now != KeyContext::typing || reaches_program_while_typing(chord);
}

} // namespace

void Actions::begin_frame(KeyContext context) {
    shown_.swap(offered_);
    offered_.clear();
    context_ = context;
}

void Actions::offer(std::span<const ActionRow> rows) {
    offered_.insert(offered_.end(), rows.begin(), rows.end());
    for (const ActionRow& row : rows)
        if (known_ids_.insert(row.id).second) known_.push_back(row);
}

std::string_view Actions::chords(const ActionRow& row) const { return chords_of(row, choices_); }

bool Actions::pressed(std::string_view id) const {
    const auto row = std::find_if(offered_.begin(), offered_.end(), [&](const ActionRow& r) { return r.id == id; });
    if (row == offered_.end()) return false;
    const compat::Modifiers held = compat::modifiers();
    return any_chord(chords(*row), [&](const Chord& chord) {
        return chord.ctrl == held.ctrl && chord.shift == held.shift && chord.alt == held.alt &&
               acts_in(row->context, chord, context_) && compat::key_pressed(chord.key, row->repeats);
    });
}

std::optional<Chord> pressed_chord() {
    const compat::Modifiers held = compat::modifiers();
    for (int at = static_cast<int>(Key::a); at < static_cast<int>(Key::count); ++at)
        if (const auto key = static_cast<Key>(at); compat::key_pressed(key, false))
            return Chord{key, held.ctrl, held.shift, held.alt};
    return std::nullopt;
}

std::string Actions::chord_text(std::string_view id) const {
    for (const auto* rows : {&offered_, &shown_})
        for (const ActionRow& row : *rows)
            if (row.id == id) return std::string(chords(row).substr(0, chords(row).find(' ')));
    return {};
}

} // namespace biaokao
