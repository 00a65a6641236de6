// The audio desk by hand: what a candidate does with mouse and keys, and what the session then holds.
#include <cmath>

#include <doctest/doctest.h>
#include <imgui.h>

#include "app/platform/input_queue.h"
#include "tests/rig/audio_stage.h"

using namespace biaokao;
using namespace biaokao::test;
using doctest::Approx;

namespace {

constexpr const char* canvas = "work/canvas";

// The screen has about 14 px for a second: what the pointer does is exact to a few hundredths.
Approx about(double seconds) { return Approx(seconds).epsilon(0.08 / seconds); }

bool saved(const AudioStage& stage) {
    const auto item = stage.answer().items.find("dialogue");
    return item != stage.answer().items.end() && item->second.saved;
}

} // namespace

TEST_CASE("audio desk: a drag draws a segment, which is selected and takes the sticky label") {
    AudioStage stage;
    REQUIRE(stage.driver.click("work/side/labels/speech").has_value());
    REQUIRE(stage.driver.drag(canvas, {1.6, 0.5}, {7.8, 0.6}).has_value());
    REQUIRE(stage.answer().objects.size() == 1);
    const auto& [id, object] = *stage.answer().objects.begin();
    CHECK(object.item == "dialogue");
    CHECK(object.label == "speech");
    CHECK(stage.range(id).start_s == about(1.6));
    CHECK(stage.range(id).end_s == about(7.8));
    CHECK(stage.seen("work/side/start").value.starts_with("00:01."));
    // Stored times are sample positions.
    const double in_samples = stage.range(id).start_s * 16'000;
    CHECK(in_samples == Approx(std::round(in_samples)).epsilon(1e-12));
    CHECK(stage.sitting.session->can_undo(stage.question.id));
}

TEST_CASE("audio desk: digits label the selection, and a click on another segment selects it") {
    AudioStage stage;
    stage.add("o1", "", {2, 6});
    stage.add("o2", "", {10, 14});
    REQUIRE(stage.driver.click_at(canvas, {3, 0.6}).has_value());
    stage.press({"1"});
    CHECK(stage.object("o1").label == "speech");
    REQUIRE(stage.driver.click_at(canvas, {12, 0.6}).has_value());
    stage.press({"2"});
    CHECK(stage.object("o2").label == "noise");
    CHECK(stage.object("o1").label == "speech");
}

TEST_CASE("audio desk: a boundary is dragged, snaps to a neighbour, and is one step to undo") {
    AudioStage stage({.overlap = true});
    stage.add("o1", "speech", {2, 6});
    stage.add("o2", "speech", {10, 14});
    REQUIRE(stage.driver.drag(canvas, {6, 0.6}, {8, 0.6}).has_value());
    CHECK(stage.range("o1").end_s == about(8));
    REQUIRE(stage.driver.drag(canvas, {stage.range("o1").end_s, 0.6}, {9.7, 0.6}).has_value());
    CHECK(stage.range("o1") == Segment{2, 10}); // within 8 px of the neighbour: exactly its start
    REQUIRE(stage.sitting.session->undo(stage.question.id).has_value());
    CHECK(stage.range("o1").end_s == about(8));
}

TEST_CASE("audio desk: a drag is one although its last move and the release come in the same frame") {
    AudioStage stage; // the drag was taken for a click, which only moves the cursor
    const Seen& wave = stage.seen(canvas);
    const auto y = static_cast<float>(wave.in_screen.y + wave.in_screen.height / 2);
    const auto x = static_cast<float>(wave.in_screen.x + wave.in_screen.width / 2);
    InputQueue& input = stage.platform->input();
    input.mouse_position(x, y);
    REQUIRE(stage.driver.settle().has_value());
    input.mouse_button(0, true);
    REQUIRE(stage.frame());
    input.mouse_position(x + 100, y);
    input.mouse_button(0, false);
    REQUIRE(stage.driver.settle().has_value());
    CHECK(stage.answer().objects.size() == 1);
}

TEST_CASE("audio desk: where overlap is refused a drag stops at the neighbour, and says so") {
    AudioStage stage;
    stage.add("o1", "speech", {2, 6});
    stage.add("o2", "speech", {10, 14});
    REQUIRE(stage.driver.drag(canvas, {6, 0.6}, {12, 0.6}).has_value());
    CHECK(stage.range("o1") == Segment{2, 10});
    REQUIRE(stage.ui.notes().size() == 1);
    CHECK(stage.ui.notes()[0].words == stage.ui.tr("audio.hint.cut_at_neighbour"));
    REQUIRE(stage.driver.drag(canvas, {12, 0.6}, {20, 0.6}).has_value()); // from inside a segment
    CHECK(stage.answer().objects.size() == 2);
    REQUIRE(stage.driver.drag(canvas, {25, 0.6}, {16, 0.6}).has_value());
    CHECK(stage.answer().objects.size() == 3);
}

TEST_CASE("audio desk: typed times move a segment without a mouse") {
    AudioStage stage;
    stage.add("o1", "speech", {2, 6});
    REQUIRE(stage.driver.click_at(canvas, {3, 0.6}).has_value());
    REQUIRE(stage.driver.click("work/side/start").has_value());
    stage.press({"Ctrl+A"});
    REQUIRE(stage.driver.type("00:03.25").has_value());
    stage.press({"Enter"});
    CHECK(stage.range("o1") == Segment{3.25, 6});
    REQUIRE(stage.driver.click("work/side/end").has_value());
    stage.press({"Ctrl+A"});
    REQUIRE(stage.driver.type("three").has_value());
    stage.press({"Enter"});
    CHECK(stage.range("o1") == Segment{3.25, 6});
    CHECK(stage.seen("work/side/end").value == "00:06.000");
}

TEST_CASE("audio desk: a transcript is typed from F4 on, Enter commits it once and goes to the next speech") {
    AudioStage stage;
    stage.add("o1", "speech", {2, 6}, "您好");
    stage.add("o2", "noise", {7, 9});
    stage.add("o3", "speech", {10, 14});
    REQUIRE(stage.driver.click_at(canvas, {3, 0.6}).has_value());
    const auto lines = stage.sitting.sink.lines.size();
    stage.press({"F4"});
    REQUIRE(stage.driver.type("这里").has_value()); // at the end, not instead of what is there
    REQUIRE(stage.driver.type("是").has_value());
    CHECK(stage.sitting.sink.lines.size() == lines);
    stage.press({"Enter"});
    CHECK(stage.object("o1").text == "您好这里是");
    CHECK(stage.sitting.sink.lines.size() == lines + 1);
    REQUIRE(stage.driver.type("嗯").has_value());
    stage.press({"Esc"});
    CHECK(stage.object("o3").text == "嗯"); // Esc leads back and keeps the words
    CHECK(stage.object("o1").text == "您好这里是");
    stage.press({"Delete"}); // the waveform has the keyboard again
    CHECK(stage.answer().objects.count("o3") == 0);
}

TEST_CASE("audio desk: leaving the question commits what is still being typed") {
    AudioStage stage;
    stage.add("o1", "speech", {2, 6});
    REQUIRE(stage.driver.click_at(canvas, {3, 0.6}).has_value());
    stage.press({"F4"});
    REQUIRE(stage.driver.type("半句").has_value());
    stage.finish_typing();
    CHECK(stage.object("o1").text == "半句");
}

TEST_CASE("audio desk: Ctrl+S while typing commits the text and marks the recording as saved") {
    AudioStage stage;
    stage.add("o1", "speech", {2, 6});
    REQUIRE(stage.driver.click_at(canvas, {3, 0.6}).has_value());
    stage.press({"F4"});
    REQUIRE(stage.driver.type("好").has_value());
    stage.press({"Ctrl+S"});
    CHECK(stage.object("o1").text == "好");
    CHECK(saved(stage));
    stage.press({"Esc", "Delete"});
    CHECK_FALSE(saved(stage));
}

TEST_CASE("audio desk: speaker and emotion are chosen in the side panel") {
    AudioStage stage;
    stage.add("o1", "speech", {2, 6});
    REQUIRE(stage.driver.click_at(canvas, {3, 0.6}).has_value());
    REQUIRE(stage.driver.click("work/side/attributes/speaker/B").has_value());
    CHECK(stage.object("o1").attributes.at("speaker") == AttributeValue(std::string("B")));
    REQUIRE(stage.driver.click("work/side/attributes/emotion").has_value());
    REQUIRE(stage.driver.click("work/side/attributes/emotion/happy").has_value());
    CHECK(stage.object("o1").attributes.at("emotion") == AttributeValue(std::string("happy")));
}

TEST_CASE("audio desk: playback follows the clock, stops at the end of a segment, and the keys mark what was heard") {
    AudioStage stage;
    REQUIRE(stage.driver.click_at(canvas, {10, 0.6}).has_value());
    stage.press({"Space"});
    CHECK(stage.view->animating());
    REQUIRE(stage.driver.wait(2'000).has_value());
    stage.press({"Enter"});
    REQUIRE(stage.driver.wait(3'000).has_value());
    stage.press({"Enter", "Space"});
    CHECK_FALSE(stage.view->animating());
    REQUIRE(stage.answer().objects.size() == 1);
    const std::string id = stage.answer().objects.begin()->first;
    CHECK(stage.range(id).start_s == Approx(12 - 0.150).epsilon(0.02)); // what was heard, not when the key came
    CHECK(stage.range(id).end_s == Approx(15 - 0.150).epsilon(0.02));
    stage.press({"Shift+Enter"});
    CHECK(stage.view->animating());
    REQUIRE(stage.driver.wait(10'000).has_value());
    CHECK_FALSE(stage.view->animating());
    CHECK(stage.seen("work/status").label.find("00:14.8") != std::string::npos); // the cursor stands at its end
}

TEST_CASE("audio desk: a segment is made and trimmed by keys alone") {
    AudioStage stage;
    stage.press({"Right", "Right", "Enter", "Right", "Right", "Right", "Enter"});
    REQUIRE(stage.answer().objects.size() == 1);
    const std::string id = stage.answer().objects.begin()->first;
    CHECK(stage.range(id) == Segment{2, 5});
    stage.press({"Right", "O", "Shift+Right", "Shift+Right", "Home", "Right", "I"});
    CHECK(stage.range(id) == Segment{1, 6});
    stage.press({"Esc", "Delete"});
    CHECK(stage.answer().objects.size() == 1); // nothing is selected any more
    stage.press({"Tab", "Delete"});
    CHECK(stage.answer().objects.empty());
}

TEST_CASE("audio desk: the wheel zooms at the pointer down to samples and scrolls, Ctrl+0 shows everything") {
    AudioStage stage;
    const auto px_per_second = [&] {
        const Seen& seen = stage.seen(canvas);
        return seen.screen_from_content({1, 0}).x - seen.screen_from_content({0, 0}).x;
    };
    const auto pointer_s = [&] {
        return (ImGui::GetIO().MousePos.x - stage.seen(canvas).screen_from_content({0, 0}).x) / px_per_second();
    };
    const double whole = px_per_second();
    CHECK(stage.seen(canvas).in_screen.width / whole == Approx(48.67).epsilon(0.01));
    REQUIRE(stage.driver.move_to(canvas, {20, 0.5}).has_value());
    const double pointed_at_s = pointer_s();
    stage.platform->set_modifiers(true, false, false);
    for (int i = 0; i < 150; ++i) {
        stage.platform->add_wheel(1);
        stage.frame();
    }
    stage.platform->set_modifiers(false, false, false);
    stage.frame();
    CHECK(px_per_second() == Approx(32 * 16'000)); // 32 px for a sample
    CHECK(pointer_s() == Approx(pointed_at_s).epsilon(1e-6));
    REQUIRE(stage.driver.wheel(canvas, -1).has_value()); // a tenth of the screen onwards
    CHECK(pointer_s() == Approx(pointed_at_s + 0.1 * stage.seen(canvas).in_screen.width / px_per_second()));
    stage.press({"Ctrl+0"});
    CHECK(px_per_second() == Approx(whole));
}

TEST_CASE(
    "audio desk: in transcription mode each segment is heard once when its text is entered, Tab plays and pauses") {
    AudioStage stage;
    stage.add("o1", "speech", {2, 4});
    stage.add("o2", "speech", {6, 8});
    REQUIRE(stage.driver.click("work/transcribe").has_value()); // goes into the first text
    CHECK(stage.view->animating());
    REQUIRE(stage.driver.wait(5'000).has_value());
    CHECK_FALSE(stage.view->animating()); // once, and only this segment
    REQUIRE(stage.driver.type("一").has_value());
    stage.press({"Enter"});
    CHECK(stage.view->animating());
    CHECK(stage.seen("work/status").label.starts_with("00:06."));
    stage.press({"Tab"});
    CHECK_FALSE(stage.view->animating());
    stage.press({"F4"});
    CHECK(stage.view->animating());
    REQUIRE(stage.driver.type("二").has_value()); // neither key has left the field or typed anything
    stage.press({"Esc"});
    CHECK(stage.object("o1").text == "一");
    CHECK(stage.object("o2").text == "二");
}

TEST_CASE("audio desk: Alt during a drag suspends snapping") {
    AudioStage stage({.overlap = true});
    stage.add("o1", "speech", {2, 6});
    stage.add("o2", "speech", {10, 14});
    const Seen seen = stage.seen(canvas);
    const Vec2 from = seen.screen_from_content({6, 0.6}), to = seen.screen_from_content({9.8, 0.6});
    const auto to_pixel = [&](Vec2 at) {
        stage.platform->set_mouse(static_cast<float>(at.x), static_cast<float>(at.y));
    };
    to_pixel(from);
    stage.frame();
    stage.platform->set_mouse_button(0, true);
    stage.frame();
    stage.platform->set_modifiers(false, false, true); // after the button: some window managers take Alt+press
    stage.frame();
    to_pixel(to);
    stage.frame();
    stage.platform->set_mouse_button(0, false);
    stage.frame();
    stage.platform->set_modifiers(false, false, false);
    stage.frame();
    CHECK(stage.range("o1").end_s == about(9.8));
    CHECK(stage.range("o1").end_s < 9.95);
}

TEST_CASE("audio desk: Shift and a click choose a range, Enter makes it a segment; L repeats it") {
    AudioStage stage;
    REQUIRE(stage.driver.click_at(canvas, {5, 0.6}).has_value());
    stage.platform->set_modifiers(false, true, false);
    stage.frame();
    const Vec2 at = stage.seen(canvas).screen_from_content({9, 0.6});
    stage.platform->set_mouse(static_cast<float>(at.x), static_cast<float>(at.y));
    stage.frame();
    stage.platform->set_mouse_button(0, true);
    stage.frame();
    stage.platform->set_mouse_button(0, false);
    stage.frame();
    stage.platform->set_modifiers(false, false, false);
    stage.frame();
    CHECK(stage.answer().objects.empty());
    stage.press({"Enter"});
    REQUIRE(stage.answer().objects.size() == 1);
    const Segment made = stage.range(stage.answer().objects.begin()->first);
    CHECK(made.start_s == about(5));
    CHECK(made.end_s == about(9));
    stage.press({"L", "Space"});
    REQUIRE(stage.driver.wait(11'000).has_value());
    CHECK(stage.view->animating()); // a loop does not end by itself
    CHECK(stage.seen("work/status").label.substr(0, 5) >= "00:05");
    CHECK(stage.seen("work/status").label.substr(0, 5) <= "00:09");
    stage.press({"Space"});
    CHECK_FALSE(stage.view->animating());
}

TEST_CASE("audio desk: hidden segments are neither drawn nor picked, but still there and still in the way") {
    AudioStage stage;
    stage.add("o1", "speech", {2, 6});
    REQUIRE(stage.driver.click_at(canvas, {3, 0.6}).has_value());
    stage.press({"H"});
    REQUIRE(stage.driver.click_at(canvas, {4, 0.6}).has_value());
    stage.press({"Delete"});
    CHECK(stage.answer().objects.size() == 1);
    REQUIRE(stage.driver.drag(canvas, {8, 0.6}, {3, 0.6}).has_value());
    REQUIRE(stage.answer().objects.size() == 2);
    CHECK(stage.range("o2").start_s == 6); // cut at the hidden neighbour
    stage.press({"Esc", "Ctrl+H", "Ctrl+H"});
    REQUIRE(stage.driver.click_at(canvas, {4, 0.6}).has_value());
    stage.press({"Delete"});
    CHECK(stage.answer().objects.count("o1") == 0);
}

TEST_CASE("audio desk: in a comparison nothing can be changed") {
    AudioStage stage;
    stage.add("o1", "speech", {2, 6}, "你好");
    Answer reference;
    reference.objects["r1"] = stage.object("o1");
    reference.objects["r1"].text = "您好";
    reference.objects["r2"] = stage.object("o1");
    reference.objects["r2"].shape = Segment{20, 24};
    stage.compare(reference, {{"dialogue", "o1", "r1", Verdict::matched}, {"dialogue", "", "r2", Verdict::missing}},
                  {"r2"});
    const Answer before = stage.answer();
    REQUIRE(stage.driver.drag(canvas, {6, 0.6}, {8, 0.6}).has_value());
    REQUIRE(stage.driver.drag(canvas, {30, 0.6}, {35, 0.6}).has_value());
    stage.press({"Delete", "1", "I"});
    CHECK(stage.answer() == before);
    CHECK(stage.seen("work/side/compare/o1").value.empty()); // a row, not the highlighted one
    CHECK(stage.seen("work/side/compare/r2").value == "on");
}
