// The pictures, documents or recordings of a question: which one is open, how far each is, and the way to the next.
#pragma once

#include <string>
#include <string_view>

#include "app/ui/task_view.h"

namespace biaokao {

enum class ItemState { untouched, begun, saved };

// Begun: an object stands in it or a class is chosen.
[[nodiscard]] ItemState item_state(const Answer& answer, std::string_view item);
[[nodiscard]] bool is_checked(const Answer& answer, std::string_view item);
// "○", "◐", "✓", and "◉" behind it where the item is checked: told apart by their shapes, not by colour.
[[nodiscard]] std::string item_signs(const Ui& ui, const Answer& answer, std::string_view item);
// The next (+1) or previous (-1) item that is not checked, round the ends, `from` itself last; empty: all are checked.
[[nodiscard]] std::string unchecked_item(const Question& question, const Answer& answer, std::string_view from,
                                         int direction);

struct ItemStripOptions {
    bool as_list = false;   // one row each, under the headings of the document groups; else one line with arrows
    bool page_keys = false; // PgDn and PgUp too (pictures; a text scrolls with them)
    bool open_only = false; // the line names the open item alone, so that tools have room beside it
};

// Draws under the scope "items" (items/previous, items/next, items/<id>) and acts on D, A, Ctrl+PgDn, Ctrl+PgUp, the
// mouse's side buttons, and Ctrl+Shift+D, Ctrl+Shift+A for items that are not checked. True when `current` became
// another item.
bool item_strip_ui(TaskFrame& frame, std::string& current, const ItemStripOptions& options = {});

} // namespace biaokao
