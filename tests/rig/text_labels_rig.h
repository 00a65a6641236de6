// The text desk alone, off screen: one question of hand-made documents, an answer that takes its commands, a driver
// that acts as a person does.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/driver.h"
#include "app/platform/headless.h"
#include "app/ui/fonts.h"
#include "app/ui/task_view.h"

namespace biaokao::test {

// Three documents in three groups: "s1" with spans PER, LOC, TIME; "v1" with the class mood; "m1" with both.
[[nodiscard]] Question text_question();

// The same with relations VISITS and WHEN (digits 4 and 5) in "s1".
[[nodiscard]] Question relation_question();

class TextRig {
public:
    explicit TextRig(Question question = text_question(), const HeadlessOptions& options = {.render = false},
                     std::string_view language = "zh", double scale = 1.0);

    // Each asserts that the driver could do it.
    TextRig& drag(double from, double to);
    TextRig& click(double code_point);
    TextRig& double_click(double code_point);
    TextRig& keys(std::string_view chords);        // "Shift+Right Shift+Right 1"
    TextRig& press(std::string_view id);           // a widget below "work/"
    TextRig& clicks(double code_point, int times); // as fast as a hand
    // Presses at one place, moves to the other (or to a point of the screen), lets go with or without Alt.
    TextRig& slow_drag(double from, Vec2 to_in_screen, bool alt_at_release, int frames_outside = 1);
    TextRig& quick_drag(double from, double to); // the last move and the release come in the same frame
    [[nodiscard]] Vec2 place_of(double code_point);
    bool frame();

    // From the tag under a span to a character of another one.
    TextRig& drag_from_tag(double from, double to);

    [[nodiscard]] std::string spans() const;     // "PER[0,2) LOC[3,5)", by id
    [[nodiscard]] std::string relations() const; // "VISITS(o1>o2)", by id
    [[nodiscard]] const Seen* seen(std::string_view id) { return ui.probe().find("work/" + std::string(id)); }
    void undo();

    Question question;
    Pack pack;
    Answer answer;
    std::optional<Comparison> comparison;
    bool editable = true;
    std::vector<std::string> commands; // labels, in order
    std::vector<Patch> inverses;

    Locales locales;
    std::unique_ptr<HeadlessPlatform> platform;
    Ui ui;
    Fonts fonts;
    Workers workers{0, {}};
    std::unique_ptr<TaskView> view;
    Driver driver;

private:
    int next_id_ = 1;
};

} // namespace biaokao::test
