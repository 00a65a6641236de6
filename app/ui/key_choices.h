// Keys that a person chose for actions in place of those of the table, and what may be chosen. Knows nothing of ImGui.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/keys.h"

namespace biaokao {

// Why a chord cannot be bound to anything, as a locale key; empty when it can. Ctrl+Space, Shift+Space and Ctrl+.
// switch input methods, Alt+Shift switches keyboard layouts when it is let go, Alt+F4 closes the window
// (annotation-tools.md 2.1, rule 4); the bare space bar moves pictures and plays sound.
[[nodiscard]] std::string_view why_not_bindable(const Chord& chord);
// The same for one action: a letter cannot act while typing, where it is typed.
[[nodiscard]] std::string_view why_not_bindable(const Chord& chord, const ActionRow& row);

// What an action belongs to, a desk or a screen: the first word of its id.
[[nodiscard]] std::string_view family_of(const ActionRow& row);

// Can both act at the same moment? Not in contexts that exclude each other, and not on different desks or screens.
[[nodiscard]] bool may_meet(const ActionRow& a, const ActionRow& b);

// The action among `rows` that this chord would take something away from; null when it is free.
[[nodiscard]] const ActionRow* find_conflict(const Chord& chord, const ActionRow& row, std::span<const ActionRow> rows,
                                             const KeyChoices& choices);

[[nodiscard]] std::string_view chords_of(const ActionRow& row, const KeyChoices& choices);

// What of a settings file can be used; the rest is told in `refused`, by action id.
[[nodiscard]] KeyChoices usable_choices(const KeyChoices& read, const std::vector<std::string>& known_actions,
                                        std::vector<std::string>& refused);

} // namespace biaokao
