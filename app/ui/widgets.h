// Widgets over Dear ImGui: translated text, ids that never change with the language, and a line in the probe for
// each. Sizes are in em; 0 = as wide as the text, negative = so much left at the right.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/ui/ui.h"

namespace biaokao {

enum class ButtonLook { normal, primary, quiet, danger };

struct ButtonOptions {
    ButtonLook look = ButtonLook::normal;
    bool enabled = true;
    bool selected = false; // a tool that is on
    float width_in_em = 0;
    std::string_view action = {};  // its key is shown in the tool tip
    std::string_view tooltip = {}; // already translated
};
// Pixels that a button with these words takes.
[[nodiscard]] float button_width(std::string_view words);
// True when clicked (or Enter/Space on the focused button). Does not ask the action table itself.
bool button(Ui& ui, std::string_view id, std::string_view label, const ButtonOptions& options = {});

enum class TextLook { normal, dim, heading, good, warning, bad };
[[nodiscard]] std::uint32_t text_color(const Theme& theme, TextLook look);
void text(Ui& ui, std::string_view words, TextLook look = TextLook::normal); // one line, no wrap
void text_seen(Ui& ui, std::string_view id, std::string_view words,
               TextLook look = TextLook::normal); // also in the probe
// One line, cut with "…" where it is wider; the whole text in the tool tip.
void clipped_text(Ui& ui, std::string_view id, std::string_view words, float width_px,
                  TextLook look = TextLook::normal);
void paragraphs(Ui& ui, std::string_view words,
                TextLook look = TextLook::normal); // wrapped by Chinese rules to the width
void tooltip_for_last_item(Ui& ui, std::string_view words);
// The same with the key of an action behind the words; either may be empty.
void action_tooltip(Ui& ui, std::string_view words, std::string_view action);

// Text input bound to `value` itself. Returns true when the edit is finished (Enter or focus left) and changed
// something. A new U+FFFD is refused and said.
struct FieldOptions {
    float width_in_em = 0;
    std::string_view hint = {};
    bool enabled = true;
    bool multiline = false;
    float height_in_em = 0;
    std::size_t max_code_points = 20'000;
    // A text typed while listening: Tab is left to the caller, Esc keeps what was typed, and the keyboard comes in with
    // the caret at the end, not with everything selected.
    bool dictation = false;
};
bool text_field(Ui& ui, std::string_view id, std::string& value, const FieldOptions& options = {});
struct SliderOptions {
    double min = 0, max = 1;
    const char* format = "%.2f";
    bool logarithmic = false;
    float width_in_em = 7;
};
// Changes `value` while it is pulled; Ctrl+click types a number. True while it changes.
bool slider(Ui& ui, std::string_view id, double& value, const SliderOptions& options);
bool number_field(Ui& ui, std::string_view id, double& value, double min, double max, float width_in_em = 6);

bool checkbox(Ui& ui, std::string_view id, std::string_view label, bool& value, bool enabled = true);
bool radio(Ui& ui, std::string_view id, std::string_view label, bool selected, bool enabled = true);
struct Choice {
    std::string_view id, label;
};
// A drop-down; `selected` is an id, empty = nothing chosen yet. True when another one was chosen.
bool choice_box(Ui& ui, std::string_view id, std::string& selected, std::span<const Choice> choices,
                float width_in_em = 0);
// A row of a list: the whole width is clickable. True when clicked.
bool selectable_row(Ui& ui, std::string_view id, std::string_view label, bool selected, float height_in_em = 0);

// A framed part of the window with its own scrolling; End is in the destructor.
class Panel {
public:
    Panel(Ui& ui, std::string_view id, float width_px, float height_px, bool border = true);
    ~Panel();
    Panel(const Panel&) = delete;
    Panel& operator=(const Panel&) = delete;

private:
    Scope scope_;
    Ui& ui_;
};

// Grey and without effect while it lives, when `disabled`.
class DisabledIf {
public:
    explicit DisabledIf(bool disabled);
    ~DisabledIf();
    DisabledIf(const DisabledIf&) = delete;
    DisabledIf& operator=(const DisabledIf&) = delete;

private:
    bool active_;
};

// Esc in this frame: every dialog has it beside its button.
[[nodiscard]] bool escape_pressed();

// Adds the last ImGui item to the probe by hand, for things that widgets.h does not draw.
void probe_last_item(Ui& ui, std::string_view id, std::string_view kind, std::string_view label,
                     std::string_view value = {}, bool enabled = true);

} // namespace biaokao
