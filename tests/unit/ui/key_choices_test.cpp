#include <doctest/doctest.h>

#include <array>

#include "app/ui/key_choices.h"

using namespace biaokao;

namespace {

constexpr std::array rows{
    ActionRow{"image.box", KeyContext::canvas, "W R"},
    ActionRow{"image.adjust", KeyContext::canvas, "G"},
    ActionRow{"labelling.item_next", KeyContext::canvas, "D"},
    ActionRow{"labelling.list_hide", KeyContext::list, "H"},
    ActionRow{"audio.loop", KeyContext::canvas, "L"},
    ActionRow{"audio.repeat", KeyContext::typing, "F4"},
    ActionRow{"app.help", KeyContext::everywhere, "F1"},
    ActionRow{"exam.undo", KeyContext::everywhere, "Ctrl+Z"},
    ActionRow{"start.begin", KeyContext::everywhere, "Ctrl+Enter"},
};
const ActionRow& box = rows[0];

std::string conflict(const char* chord, const ActionRow& row = box, const KeyChoices& choices = {}) {
    const ActionRow* other = find_conflict(*chord_from_text(chord), row, rows, choices);
    return other ? std::string(other->id) : std::string();
}

} // namespace

TEST_CASE("keys: what switches input methods, keyboards or windows can never be bound") {
    for (const char* chord : {"Ctrl+Space", "Shift+Space", "Ctrl+Shift+Space", "Ctrl+.", "Ctrl+Shift+.", "Alt+Shift+A",
                              "Ctrl+Alt+Shift+F5", "Alt+F4", "Space"}) {
        CAPTURE(chord);
        CHECK_FALSE(why_not_bindable(*chord_from_text(chord)).empty());
    }
    for (const char* chord : {"A", "Shift+A", "Ctrl+Alt+A", "F4", ".", "Shift+.", "Ctrl+,", "Alt+Left", "Tab"}) {
        CAPTURE(chord);
        CHECK(why_not_bindable(*chord_from_text(chord)).empty());
    }
}

TEST_CASE("keys: while typing, a letter is a letter") {
    const ActionRow& typing = rows[5];
    CHECK_FALSE(why_not_bindable(*chord_from_text("Q"), typing).empty());
    CHECK_FALSE(why_not_bindable(*chord_from_text("Shift+,"), typing).empty());
    CHECK(why_not_bindable(*chord_from_text("Ctrl+Q"), typing).empty());
    CHECK(why_not_bindable(*chord_from_text("F6"), typing).empty());
    CHECK(why_not_bindable(*chord_from_text("Q"), box).empty());
}

TEST_CASE("keys: a key is taken where both actions can act at the same moment") {
    CHECK(conflict("G") == "image.adjust");
    CHECK(conflict("D") == "labelling.item_next");
    CHECK(conflict("F1") == "app.help");
    CHECK(conflict("Ctrl+Z") == "exam.undo");
    CHECK(conflict("H").empty());          // in lists only
    CHECK(conflict("L").empty());          // on another desk
    CHECK(conflict("Ctrl+Enter").empty()); // on another screen
    CHECK(conflict("W").empty());          // its own
    CHECK(conflict("Q").empty());
}

TEST_CASE("keys: choices count in place of the table") {
    const KeyChoices choices{{"image.adjust", "Q"}};
    CHECK(conflict("G", box, choices).empty());
    CHECK(conflict("Q", box, choices) == "image.adjust");
    CHECK(chords_of(rows[1], choices) == "Q");
    CHECK(chords_of(box, choices) == "W R");
}

TEST_CASE("keys: of a settings file only known actions with sound keys are taken") {
    std::vector<std::string> refused;
    const KeyChoices read{{"image.box", "ctrl+j"}, {"image.adjust", "Ctrl+Space"}, {"image.gone", "J"},
                          {"app.help", ""},        {"exam.undo", "Ctrl+Ctrl+Z"},   {"audio.loop", "W R"}};
    const auto usable =
        usable_choices(read, {"image.box", "image.adjust", "app.help", "exam.undo", "audio.loop"}, refused);
    CHECK(usable == KeyChoices{{"image.box", "Ctrl+J"}});
    CHECK(refused.size() == 5);
}
