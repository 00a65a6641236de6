// One candidate's way through the screens.
#include <doctest/doctest.h>

#include "tests/rig/ui_rig.h"

using namespace biaokao;
using namespace biaokao::test;

TEST_CASE("desk: a drill from the start screen to the score sheet") {
    UiRig rig;
    CHECK(rig.desk().screen == ScreenId::start);
    rig.enter("boxes");
    CHECK(rig.desk().screen == ScreenId::exam);
    rig.drag(rig.work("canvas"), {100, 100}, {200, 220}).key("1"); // the new box asks for its label
    CHECK(rig.answer("boxes").objects.size() == 1);
    rig.hand_in();
    REQUIRE(rig.desk().result);
    CHECK(rig.desk().result->sheet.questions.size() == 3);
    CHECK(rig.session().phase() == SessionPhase::submitted);
    CHECK(rig.session().receipt().size() == 10);
}

TEST_CASE("desk: a result shows the differences alone when asked, and everything again") {
    UiRig rig;
    rig.enter("boxes");
    rig.drag(rig.work("canvas"), {100, 120}, {180, 320}).key("1"); // as the reference has it
    rig.wait(600);
    rig.key("W").drag(rig.work("canvas"), {300, 300}, {360, 380}).key("1"); // nobody asked for it
    rig.hand_in();
    rig.click("result/work_pane/work/side_toggle");
    const std::string verdicts = "result/work_pane/work/side/verdicts/";
    CHECK(rig.seen(verdicts + "o1"));
    CHECK(rig.seen(verdicts + "o2"));
    rig.click("result/work_pane/only_differences");
    CHECK_FALSE(rig.seen(verdicts + "o1"));
    CHECK(rig.seen(verdicts + "o2"));
    rig.click("result/work_pane/only_differences");
    CHECK(rig.seen(verdicts + "o1"));
}

TEST_CASE("desk: an exam shows a receipt and no result, and opens no key") {
    UiRig rig{{.mode = Mode::exam}};
    rig.enter("boxes").hand_in();
    CHECK_FALSE(rig.desk().result);
    CHECK(rig.seen("result/receipt/code"));
    CHECK(rig.desk().pack->keys.empty());
}

TEST_CASE("desk: the deadline ends the exam and closes what is open") {
    UiRig rig;
    rig.enter("boxes").click("bar/help");
    CHECK(rig.desk().help_open);
    rig.wait(rig.session().remaining_ms() + 1);
    CHECK(rig.session().phase() == SessionPhase::ended);
    CHECK(rig.desk().screen == ScreenId::review);
    CHECK_FALSE(rig.desk().help_open);
    rig.hand_in();
    CHECK(rig.session().phase() == SessionPhase::submitted);
}

TEST_CASE("desk: an interrupted drill is resumed with the clock still running") {
    UiRig rig;
    rig.enter("boxes").drag(rig.work("canvas"), {100, 100}, {200, 220});
    const auto remaining_ms = rig.session().remaining_ms();
    const std::string id = rig.session().header().session;
    rig.clock().pass(30'000);
    rig.restart();
    CHECK(rig.desk().screen == ScreenId::start);
    rig.click("start/left/sessions/" + id + "/open");
    CHECK(rig.desk().screen == ScreenId::exam);
    CHECK(rig.answer("boxes").objects.size() == 1);
    CHECK(rig.session().remaining_ms() <= remaining_ms - 30'000);
    REQUIRE(rig.session().gap());
    CHECK(rig.session().gap()->lost_ms >= 30'000);
}

TEST_CASE("desk: undo and redo by key change the answer, and a held drag is one step") {
    UiRig rig;
    rig.enter("boxes").drag(rig.work("canvas"), {100, 100}, {200, 220}).key("Esc").key("Ctrl+Z"); // no label yet
    CHECK(rig.answer("boxes").objects.empty());
    rig.key("Ctrl+Y");
    CHECK(rig.answer("boxes").objects.size() == 1);
}

TEST_CASE("desk: undo and redo show the picture in which they change something") {
    UiRig rig;
    const auto shown = [&] { return rig.seen(rig.work("items/position"))->label; };
    rig.enter("boxes").drag(rig.work("canvas"), {100, 100}, {200, 220}).key("1").key("D");
    REQUIRE(shown() == "2 / 2");
    rig.key("Ctrl+Z").key("Ctrl+Z"); // the label, the box
    CHECK(shown() == "1 / 2");
    CHECK(rig.answer("boxes").objects.empty());
    rig.key("D").key("Ctrl+Y"); // the box is there again, in the picture before
    CHECK(shown() == "1 / 2");
}

TEST_CASE("desk: language, theme and size change at once and are kept") {
    UiRig rig;
    rig.click("bar/language").click("bar/theme").click("bar/larger");
    CHECK(rig.app().ui().language() == "en");
    rig.restart();
    CHECK(rig.app().ui().language() == "en");
    CHECK(rig.desk().settings.theme == "dark");
    CHECK(rig.desk().settings.scale == doctest::Approx(1.25));
}
