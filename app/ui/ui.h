// What every widget needs: words, colours, sizes, keys, and the probe. One object for a program, passed along.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/ui/keys.h"
#include "app/ui/paragraphs.h"
#include "app/ui/probe.h"
#include "app/ui/theme.h"
#include "engine/base/i18n.h"

struct ImFont;

namespace biaokao {

class Platform;

constexpr float base_font_size_px = 20.0f; // at 100 %

class Ui {
public:
    Ui(const Locales& locales, Platform& platform);

    [[nodiscard]] std::string_view tr(std::string_view key) const { return translator_(key); }
    [[nodiscard]] std::string tr(const Message& message) const { return translator_(message); }
    [[nodiscard]] std::string tr(std::string_view key, std::vector<std::pair<std::string, std::string>> args) const {
        return translator_(Message{std::string(key), std::move(args)});
    }
    [[nodiscard]] const Translator& translator() const { return translator_; }
    [[nodiscard]] const std::string& language() const { return translator_.language(); }
    void set_language(std::string_view language);

    [[nodiscard]] const Theme& theme() const { return theme_colors(theme_id); }
    [[nodiscard]] float em() const; // height of the text in screen pixels: the unit of every size
    [[nodiscard]] float px(float pixels_at_100_percent) const; // for lines and hit radii

    [[nodiscard]] Platform& platform() { return *platform_; }
    [[nodiscard]] Actions& actions() { return actions_; }
    [[nodiscard]] const Actions& actions() const { return actions_; }
    [[nodiscard]] Probe& probe() { return probe_; }
    [[nodiscard]] ParagraphCache& paragraph_cache() { return paragraph_cache_; }
    [[nodiscard]] bool action(std::string_view id) const { return actions_.pressed(id); }

    // "exam/list/" + id: the full id of a widget in the current scope.
    [[nodiscard]] std::string full_id(std::string_view id) const;
    void push_scope(std::string_view id);
    void pop_scope();

    // The canvas that has the keyboard sets this while it is drawn; it decides the next frame's key context.
    void claim_keys(KeyContext context) { claimed_ = context; }
    // Stops of F6 and Shift+F6: panels and canvases, in the order in which they are drawn. True: take the keyboard now.
    [[nodiscard]] bool panel_stop(const std::string& full_id);
    void panel_has_keyboard(const std::string& full_id) { panel_with_keyboard_ = full_id; }
    [[nodiscard]] const std::string& panel_in_use() const { return panel_with_keyboard_; }
    void step_panel(int step); // +1 next, -1 previous, around the end

    // A short note at the edge of the screen that goes by itself (a box that is too small, a text that was refused).
    void notify(std::string_view words);
    struct Note {
        std::string words;
        double until_s = 0; // on ImGui's clock
    };
    [[nodiscard]] const std::vector<Note>& notes() const { return notes_; }

    // The text field being typed in, and what it held before; kept by text_field.
    struct EditedField {
        unsigned id = 0;
        std::string before;
    };
    EditedField edited_field;
    // What stands in search fields whose owner keeps nothing between frames, by full id.
    std::map<std::string, std::string, std::less<>> searches;

    void begin_frame(); // after Platform::begin_frame
    void end_frame();   // before Platform::end_frame

    // Words that came in while the program runs (typed, pasted, of another pack): the font needs their characters.
    void note_words(std::string_view words) { new_words_ += words; }
    [[nodiscard]] std::string take_new_words() { return std::exchange(new_words_, {}); }

    ImFont* heading_font = nullptr; // null: the text's own
    ThemeId theme_id = ThemeId::light;
    double scale = 1.0;        // the user's setting, 1.0 to 2.5
    bool clear_colors = false; // labels in colours for all eyes, and hatched (label_look.h)
    bool carets_blink = true;  // off where frames are compared or counted

private:
    const Locales* locales_;
    Platform* platform_;
    Translator translator_;
    Actions actions_;
    Probe probe_;
    ParagraphCache paragraph_cache_;
    std::vector<std::size_t> scope_ends_;
    std::string scope_, new_words_;
    std::vector<Note> notes_;
    std::vector<std::string> panel_stops_, next_panel_stops_; // of the last whole frame, of this one
    std::string panel_with_keyboard_, wanted_panel_;
    KeyContext claimed_ = KeyContext::everywhere;
};

// Everything drawn inside has ids below `id`.
class Scope {
public:
    Scope(Ui& ui, std::string_view id) : ui_(ui) { ui_.push_scope(id); }
    ~Scope() { ui_.pop_scope(); }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

private:
    Ui& ui_;
};

} // namespace biaokao
