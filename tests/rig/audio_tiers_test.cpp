// Segments in several tiers, cutting and joining them, and the table in which they are worked through.
#include <doctest/doctest.h>

#include "tests/rig/audio_stage.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

constexpr const char* canvas = "work/canvas";

// Speech above, noise below.
struct TierStage : AudioStage {
    explicit TierStage(const AudioStageOptions& options = {}) : AudioStage(options) {
        question.labels.tiers = {{"voices", {"人声", "Voices"}}, {"noises", {"噪声", "Noises"}}};
        question.labels.objects[0].tier = "voices";
        question.labels.objects[1].tier = "noises";
        frame();
    }
    // The height on the canvas (0 … 1) of the middle of a tier's lane, with one lane each.
    double height_of(int tier) {
        const double em = ui.em();
        return (1.3 * em + (tier + 0.5) * 1.45 * em) / seen(canvas).in_screen.height;
    }
    bool selected(const std::string& id) { return seen("work/side/objects/" + id).value == "on"; }
};

} // namespace

TEST_CASE("audio tiers: a drag in a lane makes a segment of that tier, over those of another one") {
    TierStage stage; // overlap is refused
    stage.add("o1", "speech", {5, 15});
    REQUIRE(stage.driver.drag(canvas, {8, stage.height_of(1)}, {20, stage.height_of(1)}).has_value());
    REQUIRE(stage.answer().objects.size() == 2);
    CHECK(stage.object("o2").label == "noise");
    CHECK(stage.range("o2").start_s == doctest::Approx(8).epsilon(0.02));
    CHECK(stage.range("o2").end_s == doctest::Approx(20).epsilon(0.02));
    REQUIRE(stage.driver.drag(canvas, {18, stage.height_of(0)}, {12, stage.height_of(0)}).has_value());
    CHECK(stage.object("o3").label == "speech");
    CHECK(stage.range("o3").start_s == 15); // stopped at its own neighbour, not at o2
}

TEST_CASE("audio tiers: Up and Down change the tier, and Tab stays in it") {
    TierStage stage;
    stage.add("o1", "speech", {5, 15});
    stage.add("o2", "noise", {6, 9});
    stage.add("o3", "speech", {20, 25});
    stage.add("o4", "noise", {30, 33});
    REQUIRE(stage.driver.click_at(canvas, {7, stage.height_of(0)}).has_value());
    CHECK(stage.selected("o1"));
    stage.press({"Down"});
    CHECK(stage.selected("o2")); // what lies under the cursor there
    stage.press({"Tab"});
    CHECK(stage.selected("o4"));
    stage.press({"Up"});
    CHECK(stage.selected("o1")); // the cursor is still at 7 s
    stage.press({"Tab", "Up"});  // at the top it stays
    CHECK(stage.selected("o1"));
    stage.press({"Down", "Home", "Down"});
    stage.press({"Right", "Enter", "Right", "Right", "Enter"});
    CHECK(stage.object("o5").label == "noise"); // by keys alone in the lower tier
}

TEST_CASE("audio tiers: a boundary below the lanes belongs to the present tier, and snaps to those of the others") {
    TierStage stage;
    stage.add("o1", "speech", {5, 15});
    stage.add("o2", "noise", {6, 15.2});
    REQUIRE(stage.driver.click_at(canvas, {10, stage.height_of(1)}).has_value());
    REQUIRE(stage.driver.drag(canvas, {15.2, 0.8}, {20, 0.8}).has_value());
    CHECK(stage.range("o1") == Segment{5, 15});
    CHECK(stage.range("o2").end_s == doctest::Approx(20).epsilon(0.02));
    REQUIRE(stage.driver.drag(canvas, {stage.range("o2").end_s, 0.8}, {15.3, 0.8}).has_value());
    CHECK(stage.range("o2") == Segment{6, 15}); // exactly the other tier's boundary
}

TEST_CASE("audio tiers: Shift moves all boundaries at one time, as one step to undo") {
    TierStage stage;
    stage.add("o1", "speech", {5, 15});
    stage.add("o2", "speech", {15, 20});
    stage.add("o3", "noise", {10, 15});
    stage.shift_drag(15, 17);
    const double moved_s = stage.range("o1").end_s;
    CHECK(moved_s == doctest::Approx(17).epsilon(0.02));
    CHECK(stage.range("o2") == Segment{moved_s, 20});
    CHECK(stage.range("o3") == Segment{10, moved_s});
    REQUIRE(stage.sitting.session->undo(stage.question.id).has_value());
    CHECK(stage.range("o2") == Segment{15, 20});
    CHECK(stage.range("o3") == Segment{10, 15});
}

TEST_CASE("audio desk: B splits at the cursor and J joins again, one step to undo each") {
    AudioStage stage;
    stage.add("o1", "speech", {2, 6}, "您好");
    stage.add("o2", "noise", {8, 10});
    REQUIRE(stage.driver.click_at(canvas, {4, 0.6}).has_value());
    stage.press({"Home", "Right", "Right", "Right", "B"}); // at 3 s
    REQUIRE(stage.answer().objects.size() == 3);
    CHECK(stage.range("o1") == Segment{2, 3});
    CHECK(stage.range("o3") == Segment{3, 6});
    CHECK(stage.object("o1").text == "您好");
    CHECK(stage.object("o3").text.empty());
    CHECK(stage.object("o3").label == "speech");
    REQUIRE(stage.sitting.session->undo(stage.question.id).has_value());
    stage.frame();
    CHECK(stage.range("o1") == Segment{2, 6});
    CHECK(stage.answer().objects.size() == 2);
    REQUIRE(stage.sitting.session->redo(stage.question.id).has_value());
    stage.frame();
    REQUIRE(stage.driver.click_at(canvas, {5, 0.6}).has_value());
    stage.press({"F4"});
    REQUIRE(stage.driver.type("请问").has_value());
    stage.press({"Esc", "Shift+Tab", "J"});
    CHECK(stage.range("o1") == Segment{2, 6});
    CHECK(stage.object("o1").text == "您好 请问");
    CHECK(stage.answer().objects.count("o3") == 0);
    stage.press({"J"}); // the next one is noise
    CHECK(stage.answer().objects.size() == 2);
    CHECK(stage.ui.notes().back().words == stage.ui.tr("audio.hint.join_other_label"));
    stage.press({"Home", "B"}); // nothing lies there
    CHECK(stage.answer().objects.size() == 2);
    CHECK(stage.ui.notes().back().words == stage.ui.tr("audio.hint.nothing_to_split"));
}

TEST_CASE("audio table: Enter goes down the rows, in transcription mode each is heard once") {
    AudioStage stage({.width = 1366, .height = 768});
    stage.add("o1", "speech", {2, 4});
    stage.add("o2", "noise", {5, 6});
    stage.add("o3", "speech", {7, 9});
    stage.press({"T"});
    CHECK(stage.seen("work/grid/o1").value.empty());
    REQUIRE(stage.driver.click("work/grid/o1").has_value());
    CHECK(stage.seen("work/grid/o1").value == "on");
    CHECK_FALSE(stage.view->animating());
    REQUIRE(stage.driver.click("work/transcribe").has_value()); // its text gets the keyboard
    CHECK(stage.view->animating());
    REQUIRE(stage.driver.type("一").has_value());
    stage.press({"Enter"});
    CHECK(stage.object("o1").text == "一");
    CHECK(stage.seen("work/grid/o3").value == "on"); // noise has nothing to type
    REQUIRE(stage.driver.type("三").has_value());
    REQUIRE(stage.driver.wait(4'000).has_value());
    CHECK_FALSE(stage.view->animating());
    REQUIRE(stage.driver.click("work/grid/o1").has_value()); // commits, selects, plays and goes into the text
    CHECK(stage.object("o3").text == "三");
    CHECK(stage.view->animating());
    REQUIRE(stage.driver.type("二").has_value());
    stage.press({"Esc"});
    CHECK(stage.object("o1").text == "一二");
}

TEST_CASE("audio table: attributes are chosen in the row of the selected segment") {
    AudioStage stage({.width = 1366, .height = 768});
    stage.add("o1", "speech", {2, 4});
    stage.add("o2", "noise", {5, 6});
    stage.press({"T"});
    REQUIRE(stage.driver.click("work/grid/o1").has_value());
    REQUIRE(stage.driver.click("work/grid/o1/emotion").has_value());
    REQUIRE(stage.driver.click("work/grid/o1/emotion/happy").has_value());
    CHECK(stage.object("o1").attributes.at("emotion") == AttributeValue(std::string("happy")));
    REQUIRE(stage.driver.click("work/grid/o2").has_value());
    CHECK(stage.ui.probe().find("work/grid/o2/emotion") == nullptr); // noise has no emotion
}
