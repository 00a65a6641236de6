// A tier without gaps, worked on by hand: dividing, moving and joining; and overlaps that the task only warns of.
#include <doctest/doctest.h>

#include "tests/rig/audio_stage.h"

using namespace biaokao;
using namespace biaokao::test;
using doctest::Approx;

namespace {

constexpr const char* canvas = "work/canvas";

// The whole recording is divided above; noises stand below, where they are.
struct ContiguousStage : AudioStage {
    explicit ContiguousStage(const AudioStageOptions& options = {}) : AudioStage(options) {
        question.labels.tiers = {{"turns", {"话轮", "Turns"}, true}, {"noises", {"噪声", "Noises"}, false}};
        question.labels.objects[0].tier = "turns";
        question.labels.objects[1].tier = "noises";
        frame();
    }
    double height_of(int tier) {
        const double em = ui.em();
        return (1.3 * em + (tier + 0.5) * 1.45 * em) / seen(canvas).in_screen.height;
    }
    static double end_s() { return 48.66; } // of the pack's recording
    // The turns in time, each beginning where the one before it ends, from the beginning to the end of the recording.
    std::vector<std::string> turns() {
        std::vector<std::pair<Segment, std::string>> line;
        for (const auto& [id, object] : answer().objects)
            if (object.label == "speech") line.emplace_back(std::get<Segment>(object.shape), id);
        std::ranges::sort(line, {}, [](const auto& turn) { return turn.first.start_s; });
        std::vector<std::string> ids;
        double from_s = 0;
        for (const auto& [range, id] : line) {
            CHECK(range.start_s == from_s);
            from_s = range.end_s;
            ids.push_back(id);
        }
        if (!line.empty()) CHECK(from_s == Approx(end_s()).epsilon(0.001));
        return ids;
    }
    bool selected(const std::string& id) { return seen("work/side/objects/" + id).value == "on"; }
};

} // namespace

TEST_CASE("audio contiguous tier: Enter and a double click divide it, B as well") {
    ContiguousStage stage;
    REQUIRE(stage.driver.click_at(canvas, {10, 0.6}).has_value());
    stage.press({"Enter"});
    CHECK(stage.turns() == std::vector<std::string>{"o1", "o2"});
    CHECK(stage.range("o1").end_s == Approx(10).epsilon(0.01));
    CHECK(stage.selected("o2"));
    CHECK(stage.object("o1").label == "speech"); // the first label of the tier
    REQUIRE(stage.driver.double_click_at(canvas, {30, 0.6}).has_value());
    CHECK(stage.turns() == std::vector<std::string>{"o1", "o2", "o3"});
    CHECK(stage.range("o3").start_s == Approx(30).epsilon(0.01));
    stage.press({"Home", "Right", "Right", "B"});
    CHECK(stage.turns() == std::vector<std::string>{"o1", "o4", "o2", "o3"});
    CHECK(stage.range("o4").start_s == 2);
    stage.press({"B"}); // there is a boundary already
    CHECK(stage.turns().size() == 4);
    CHECK(stage.ui.notes().back().words == stage.ui.tr("audio.hint.no_boundary_here"));
    for (int i = 0; i < 3; ++i) REQUIRE(stage.sitting.session->undo(stage.question.id).has_value());
    stage.frame();
    CHECK(stage.answer().objects.empty()); // the first step made both
    REQUIRE(stage.sitting.session->redo(stage.question.id).has_value());
    stage.frame();
    CHECK(stage.turns().size() == 2);
}

TEST_CASE("audio contiguous tier: a drag draws an interval of its own with the sticky label") {
    ContiguousStage stage;
    REQUIRE(stage.driver.drag(canvas, {10, 0.6}, {20, 0.6}).has_value());
    CHECK(stage.turns().size() == 3);
    CHECK(stage.selected("o2"));
    CHECK(stage.range("o2").start_s == Approx(10).epsilon(0.01));
    CHECK(stage.range("o2").end_s == Approx(20).epsilon(0.01));
    REQUIRE(stage.driver.drag(canvas, {15, 0.6}, {30, 0.6}).has_value()); // over a boundary: it stays
    CHECK(stage.turns().size() == 5);
}

TEST_CASE("audio contiguous tier: a dragged boundary moves both neighbours, one step and one short line") {
    ContiguousStage stage;
    stage.add("o1", "speech", {0, 10}, "一");
    stage.add("o2", "speech", {10, 30}, "二");
    stage.add("o3", "speech", {30, stage.end_s()});
    REQUIRE(stage.driver.drag(canvas, {10, 0.6}, {14, 0.6}).has_value());
    CHECK(stage.range("o1").end_s == Approx(14).epsilon(0.01));
    CHECK(stage.range("o2").start_s == stage.range("o1").end_s);
    CHECK(stage.range("o2").end_s == 30);
    CHECK(stage.sitting.sink.lines.back().size() <= 300);
    REQUIRE(stage.sitting.session->undo(stage.question.id).has_value());
    stage.frame();
    CHECK(stage.range("o1") == Segment{0, 10});
    CHECK(stage.range("o2") == Segment{10, 30});
    REQUIRE(stage.driver.drag(canvas, {10, 0.6}, {40, 0.6}).has_value()); // not past the other end of the neighbour
    CHECK(stage.range("o2") == Segment{stage.range("o1").end_s, 30});
    CHECK(stage.range("o2").end_s - stage.range("o2").start_s == Approx(0.01));
    CHECK(stage.ui.notes().back().words == stage.ui.tr("audio.hint.cut_at_neighbour"));
    REQUIRE(
        stage.driver.drag(canvas, {0, 0.6}, {3, 0.6}).has_value()); // the beginning stays: the drag is a new interval
    CHECK(stage.turns().front() == "o1");
}

TEST_CASE("audio contiguous tier: I, O and typed times keep it whole; the ends of the recording stay") {
    ContiguousStage stage;
    REQUIRE(stage.driver.click_at(canvas, {10, 0.6}).has_value());
    stage.press({"Enter", "Home", "Right", "Right", "Right", "I"}); // o2 begins at 3 s now
    CHECK(stage.turns() == std::vector<std::string>{"o1", "o2"});
    CHECK(stage.range("o1") == Segment{0, 3});
    stage.press({"O"}); // its end is the recording's
    CHECK(stage.turns().size() == 2);
    REQUIRE(stage.driver.click("work/side/start").has_value());
    stage.press({"Ctrl+A"});
    REQUIRE(stage.driver.type("00:05.5").has_value());
    stage.press({"Enter"});
    CHECK(stage.range("o1") == Segment{0, 5.5});
    CHECK(stage.turns().size() == 2);
    REQUIRE(stage.driver.click("work/side/end").has_value());
    stage.press({"Ctrl+A"});
    REQUIRE(stage.driver.type("00:20").has_value());
    stage.press({"Enter"});
    CHECK(stage.turns().size() == 2);
}

TEST_CASE("audio contiguous tier: Delete and the list join with the neighbour, text and all") {
    ContiguousStage stage;
    REQUIRE(stage.driver.click_at(canvas, {10, 0.6}).has_value());
    stage.press({"Enter"});
    REQUIRE(stage.driver.click_at(canvas, {20, 0.6}).has_value());
    stage.press({"Enter", "F4"});
    REQUIRE(stage.driver.type("三").has_value());
    stage.press({"Esc", "Shift+Tab", "F4"});
    REQUIRE(stage.driver.type("二").has_value());
    stage.press({"Esc", "Tab", "Delete"});
    CHECK(stage.turns() == std::vector<std::string>{"o1", "o2"});
    CHECK(stage.object("o2").text == "二 三");
    CHECK(stage.selected("o2"));
    REQUIRE(stage.sitting.session->undo(stage.question.id).has_value());
    stage.frame();
    CHECK(stage.object("o2").text == "二");
    REQUIRE(stage.driver.click("work/side/objects/o1").has_value());
    REQUIRE(stage.driver.click("work/side/objects/delete").has_value()); // the first one: into the next
    CHECK(stage.turns() == std::vector<std::string>{"o2", "o3"});
}

TEST_CASE("audio contiguous tier: a label of another tier takes no segment out of it, or into it") {
    ContiguousStage stage;
    REQUIRE(stage.driver.click_at(canvas, {10, 0.6}).has_value());
    stage.press({"Enter", "2"}); // noise
    CHECK(stage.turns().size() == 2);
    CHECK(stage.ui.notes().back().words == stage.ui.tr("audio.hint.label_of_other_tier"));
    stage.press({"Down"});
    REQUIRE(stage.driver.drag(canvas, {5, stage.height_of(1)}, {15, stage.height_of(1)}).has_value());
    CHECK(stage.object("o3").label == "noise");
    stage.press({"1"});
    CHECK(stage.object("o3").label == "noise");
    CHECK(stage.turns().size() == 2);
}

TEST_CASE("audio contiguous tier: while playing Enter divides where the sound was heard") {
    ContiguousStage stage;
    REQUIRE(stage.driver.click_at(canvas, {10, 0.6}).has_value());
    stage.press({"Space"});
    REQUIRE(stage.driver.wait(2'000).has_value());
    stage.press({"Enter"});
    REQUIRE(stage.driver.wait(3'000).has_value());
    stage.press({"Enter", "Space"});
    REQUIRE(stage.turns().size() == 3);
    CHECK(stage.range("o1").end_s == Approx(12 - 0.150).epsilon(0.02));
    CHECK(stage.range("o2").end_s == Approx(15 - 0.150).epsilon(0.02));
}

TEST_CASE("audio overlaps: where the task warns, both are marked, counted and listed, and nothing is refused") {
    AudioStage stage;
    stage.question.tools.overlap = Overlap::warn;
    stage.add("o1", "speech", {5, 15}, "一");
    stage.add("o2", "speech", {20, 25}, "二");
    CHECK(stage.seen("work/status").label.find("⚠") == std::string::npos);
    REQUIRE(stage.driver.drag(canvas, {15, 0.6}, {22, 0.6}).has_value());
    CHECK(stage.range("o1").end_s == Approx(22).epsilon(0.01));
    CHECK(stage.seen("work/status").label.find(stage.ui.tr("audio.status_overlapping", {{"count", "2"}})) !=
          std::string::npos);
    const std::string word(stage.ui.tr("audio.overlaps"));
    for (const char* id : {"o1", "o2"}) {
        const std::string& row = stage.seen(std::string("work/side/objects/") + id).label;
        CHECK(row.find(word) != std::string::npos);
        CHECK(row.find("⚠") != std::string::npos);
    }
}

TEST_CASE("audio contiguous tier: Shift and a drag move the boundary of every tier at that time") {
    ContiguousStage stage;
    stage.add("o1", "speech", {0, 20});
    stage.add("o2", "speech", {20, ContiguousStage::end_s()});
    stage.add("o3", "noise", {5, 20});
    stage.shift_drag(20, 24);
    CHECK(stage.turns() == std::vector<std::string>{"o1", "o2"});
    CHECK(stage.range("o1").end_s == Approx(24).epsilon(0.01));
    CHECK(stage.range("o3").end_s == stage.range("o1").end_s);
}
