// A whole drill without a mouse.
#include <doctest/doctest.h>

#include "tests/rig/ui_rig.h"

using namespace biaokao;
using namespace biaokao::test;

TEST_CASE("keyboard: a whole drill, from the start screen to the score sheet, without the mouse") {
    UiRig rig;
    rig.key("Ctrl+Enter"); // the name came with the program's arguments
    CHECK(rig.desk().screen == ScreenId::briefing);
    rig.key("Ctrl+Enter");
    REQUIRE(rig.desk().screen == ScreenId::exam);

    rig.key("W").key("Insert").key("Shift+Right").key("Shift+Right").key("Shift+Down").key("Shift+Down").key("Insert");
    rig.key("1");
    REQUIRE(rig.answer("boxes").objects.size() == 1);
    const Object& box = rig.answer("boxes").objects.begin()->second;
    CHECK(std::get<Box>(box.shape).width == doctest::Approx(20));
    CHECK(std::get<Box>(box.shape).height == doctest::Approx(20));
    CHECK(box.label == "person");

    rig.key("F8");
    CHECK(rig.desk().question == "words");
    rig.key("1"); // the first document has a class
    CHECK_FALSE(rig.answer("words").items.empty());
    rig.key("F9");
    CHECK(rig.session().progress("words").done);
    rig.key("F8");
    CHECK(rig.desk().question == "calls");
    rig.key("F7");
    CHECK(rig.desk().question == "words");

    rig.key("F10");
    CHECK(rig.desk().screen == ScreenId::review);
    rig.key("Esc");
    CHECK(rig.desk().screen == ScreenId::exam);
    rig.key("F10").key("Ctrl+Enter");
    CHECK(rig.session().phase() == SessionPhase::running); // a question first
    rig.key("Esc");
    CHECK(rig.desk().screen == ScreenId::review);
    rig.key("Ctrl+Enter").key("Ctrl+Enter");
    CHECK(rig.session().phase() == SessionPhase::submitted);
    CHECK(rig.desk().screen == ScreenId::result);
}

TEST_CASE("keyboard: F6 goes through the panels, and the arrows and Space choose a question") {
    UiRig rig;
    rig.key("Ctrl+Enter").key("Ctrl+Enter");
    REQUIRE(rig.desk().question == "boxes");
    // From the canvas around the end: side panel, then the list of questions.
    for (int steps = 0; steps < 6 && rig.app().ui().panel_in_use() != "exam/list/panel"; ++steps) rig.key("F6");
    REQUIRE(rig.app().ui().panel_in_use() == "exam/list/panel");
    rig.key("Down").key("Down").key("Space");
    CHECK(rig.desk().question != "boxes");
}
