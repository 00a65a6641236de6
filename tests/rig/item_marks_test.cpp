// The marks of an item, "saved" and "checked", in all three workspaces.
#include <doctest/doctest.h>

#include "tests/rig/audio_stage.h"
#include "tests/rig/image_shapes_rig.h"
#include "tests/rig/task_rig.h"
#include "tests/rig/ui_rig.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

bool checked(TaskRig& rig, const std::string& item) {
    const auto entry = rig.answer().items.find(item);
    return entry != rig.answer().items.end() && entry->second.checked;
}

bool saved(TaskRig& rig, const std::string& item) {
    const auto entry = rig.answer().items.find(item);
    return entry != rig.answer().items.end() && entry->second.saved;
}

} // namespace

TEST_CASE(
    "item marks: C, Ctrl+K and the button check the open document and take the mark away, one journal line each") {
    TaskRig rig("words");
    REQUIRE(rig.hand().key("1")); // the class, or it could not be checked
    const std::size_t lines = rig.journal_lines();
    REQUIRE(rig.hand().key("C"));
    CHECK(checked(rig, "d1"));
    CHECK(rig.journal_lines() == lines + 1);
    CHECK(rig.last_journal_line().find("edit.check") != std::string::npos);
    CHECK(rig.last_journal_line().size() < 300);
    CHECK_FALSE(saved(rig, "d1")); // another mark
    REQUIRE(rig.hand().key("Ctrl+K"));
    CHECK_FALSE(checked(rig, "d1"));
    REQUIRE(rig.hand().click("work/side/check"));
    CHECK(checked(rig, "d1"));
    REQUIRE(rig.hand().key("2")); // an edit takes the mark away, and the click left the keyboard to the text
    CHECK_FALSE(checked(rig, "d1"));
}

TEST_CASE(
    "item marks: a document without any object may be checked, and is as untouched as before when the mark goes") {
    TaskRig rig("words");
    rig.view().show("d2", "");
    REQUIRE(rig.hand().settle());
    REQUIRE(rig.hand().key("C"));
    CHECK(checked(rig, "d2"));
    REQUIRE(rig.hand().key("C"));
    CHECK_FALSE(rig.answer().items.contains("d2"));
}

TEST_CASE("item marks: the list shows a checked item by another sign than a saved one") {
    TaskRig rig("words");
    REQUIRE(rig.hand().key("1"));
    const auto label = [&](const char* id) { return rig.seen(std::string("work/side/items/") + id)->label; };
    CHECK(label("d1").starts_with("◐ "));
    REQUIRE(rig.hand().key("Ctrl+S"));
    CHECK(label("d1").starts_with("✓ "));
    REQUIRE(rig.hand().key("C"));
    CHECK(label("d1").starts_with("✓◉ "));
    CHECK(label("d2").starts_with("○ "));
}

TEST_CASE("item marks: an unfinished document is not checked; the list says why and closes with Esc") {
    TaskRig rig("words");
    const std::size_t lines = rig.journal_lines();
    REQUIRE(rig.hand().key("Ctrl+K"));
    CHECK_FALSE(checked(rig, "d1"));
    CHECK(rig.journal_lines() == lines);
    const Seen* reason = rig.seen("work/check_refused/reasons/0");
    REQUIRE(reason != nullptr);
    CHECK(reason->label.find("情感") != std::string::npos);
    CHECK(rig.seen("work/check_refused/reasons/1") == nullptr);
    REQUIRE(rig.hand().key("Esc"));
    CHECK(rig.seen("work/check_refused/close") == nullptr);
    REQUIRE(rig.hand().key("1")); // the text has the keyboard again
    REQUIRE(rig.hand().key("C"));
    CHECK(checked(rig, "d1"));
}

TEST_CASE("item marks: a reason leads to its object, a polygon that crosses itself can be saved and not checked") {
    ShapesRig rig;
    rig.put("o1", "lawn", Polygon{{{10, 10}, {100, 10}, {100, 100}, {10, 100}}});
    rig.put("o2", "lawn", Polygon{{{200, 200}, {300, 300}, {300, 200}, {200, 300}}});
    rig.put("o3", "light", Box{400, 100, 50, 50}); // lacks its lamp
    REQUIRE(rig.hand().key("Ctrl+S"));
    CHECK(saved(rig, "yard"));
    CHECK(rig.ui().notes().size() == 1); // says that two things are unfinished
    REQUIRE(rig.hand().click("work/check"));
    CHECK_FALSE(checked(rig, "yard"));
    REQUIRE(rig.seen("work/check_refused/reasons/1") != nullptr);
    CHECK(rig.seen("work/check_refused/reasons/2") == nullptr);
    REQUIRE(rig.hand().click("work/check_refused/reasons/1"));
    CHECK(rig.seen("work/check_refused/close") == nullptr);
    CHECK(rig.selected("o2"));
    REQUIRE(rig.hand().key("Delete"));
    REQUIRE(rig.hand().key("C"));
    REQUIRE(rig.hand().click("work/check_refused/reasons/0"));
    CHECK(rig.selected("o3"));
    REQUIRE(rig.hand().click("work/side/attributes/lamp/red"));
    REQUIRE(rig.hand().key("Ctrl+K"));
    CHECK(checked(rig, "yard"));
}

TEST_CASE("item marks: Ctrl+Enter saves, checks and goes on to the next unchecked item, round the end") {
    TaskRig rig("words");
    rig.view().show("d2", "");
    REQUIRE(rig.hand().settle());
    REQUIRE(rig.hand().key("Ctrl+Enter"));
    CHECK(saved(rig, "d2"));
    CHECK(checked(rig, "d2"));
    CHECK(rig.view().current_item() == "d3");
    REQUIRE(rig.hand().key("Ctrl+Enter"));
    CHECK(rig.view().current_item() == "d1");
    REQUIRE(rig.hand().key("Ctrl+Enter")); // no class yet: nothing is done
    CHECK_FALSE(saved(rig, "d1"));
    CHECK(rig.view().current_item() == "d1");
    REQUIRE(rig.hand().key("Esc"));
    REQUIRE(rig.hand().key("1"));
    REQUIRE(rig.hand().key("Ctrl+Enter"));
    CHECK(checked(rig, "d1"));
    CHECK(rig.view().current_item() == "d1"); // none is left, and that is said
    REQUIRE(rig.ui().notes().size() == 1);
    CHECK(rig.ui().notes()[0].words == rig.ui().tr("labelling.all_checked"));
}

TEST_CASE("item marks: Ctrl+Shift+D and Ctrl+Shift+A pass over checked items, and say when none is left") {
    TaskRig rig("words");
    rig.view().show("d2", "");
    REQUIRE(rig.hand().settle());
    REQUIRE(rig.hand().key("C"));
    REQUIRE(rig.hand().key("Ctrl+Shift+A"));
    CHECK(rig.view().current_item() == "d1");
    REQUIRE(rig.hand().key("Ctrl+Shift+D"));
    CHECK(rig.view().current_item() == "d3");
    REQUIRE(rig.hand().key("Ctrl+Shift+D")); // round the end
    CHECK(rig.view().current_item() == "d1");
    REQUIRE(rig.hand().key("1"));
    REQUIRE(rig.hand().key("C"));
    REQUIRE(rig.hand().key("Ctrl+Shift+A"));
    CHECK(rig.view().current_item() == "d3");
    CHECK(rig.ui().notes().empty());
    REQUIRE(rig.hand().key("Ctrl+Shift+A"));
    CHECK(rig.ui().notes().back().words == rig.ui().tr("labelling.others_checked"));
    REQUIRE(rig.hand().key("C"));
    REQUIRE(rig.hand().key("Ctrl+Shift+D"));
    CHECK(rig.view().current_item() == "d3");
    CHECK(rig.ui().notes().back().words == rig.ui().tr("labelling.all_checked"));
}

TEST_CASE("item marks: a checked document cannot be marked when nothing can be edited any more") {
    TaskRig rig("words");
    REQUIRE(rig.hand().key("1"));
    rig.editable = false;
    const std::size_t lines = rig.journal_lines();
    REQUIRE(rig.hand().key("C"));
    REQUIRE(rig.hand().key("Ctrl+Enter"));
    CHECK(rig.journal_lines() == lines);
    CHECK_FALSE(rig.seen("work/side/check")->enabled);
}

TEST_CASE("item marks: what is being typed counts when a recording is checked from the field") {
    AudioStage stage;
    stage.add("o1", "speech", {2, 6});
    REQUIRE(stage.driver.click_at("work/canvas", {3, 0.6}));
    stage.press({"F4"});
    REQUIRE(stage.driver.type("您好"));
    stage.press({"Ctrl+K"}); // speaker and emotion are missing, the words no longer
    CHECK(stage.object("o1").text == "您好");
    CHECK_FALSE(stage.answer().items.contains("dialogue"));
    CHECK(stage.seen("work/check_refused/reasons/1").label.find("Emotion") != std::string::npos);
    CHECK(stage.ui.probe().find("work/check_refused/reasons/2") == nullptr);
    REQUIRE(stage.driver.click("work/check_refused/reasons/0"));
    REQUIRE(stage.driver.click("work/side/attributes/speaker/B"));
    REQUIRE(stage.driver.click("work/side/attributes/emotion"));
    REQUIRE(stage.driver.click("work/side/attributes/emotion/happy"));
    REQUIRE(stage.driver.click("work/side/check"));
    CHECK(stage.answer().items.at("dialogue").checked);
}

TEST_CASE("item marks: keys and buttons are there in a narrow window with the panel folded away") {
    for (const char* question : {"boxes", "calls"}) {
        CAPTURE(question);
        TaskRig rig(question, {}, 540, 300); // the font of the rig is 13 pixels high: 683 × 384 of a window's
        CHECK_FALSE(rig.seen("work/side/objects/hide"));
        REQUIRE(rig.hand().key("C"));
        REQUIRE(rig.hand().key("Ctrl+S"));
        CHECK(rig.seen("work/save"));
        CHECK(rig.seen("work/check"));
        const std::string item = question == std::string_view("boxes") ? "yard" : "call";
        CHECK(checked(rig, item));
        CHECK(saved(rig, item));
    }
}

TEST_CASE("item marks: the review counts what is begun and unchecked, and lists nothing for it") {
    UiRig rig;
    rig.enter("words").key("1").key("Ctrl+S").click("exam/review");
    REQUIRE(rig.seen("review/all/findings/words/unchecked"));
    CHECK(rig.seen("review/all/findings/words/unchecked")->label.find('1') != std::string::npos);
    CHECK_FALSE(rig.seen("review/all/findings/boxes/unchecked")); // not begun
    rig.click("review/all/back").key("Ctrl+K").click("exam/review");
    CHECK_FALSE(rig.seen("review/all/findings/words/unchecked"));
}
