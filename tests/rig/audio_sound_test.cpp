// How a recording is heard and seen at the audio desk: speed, spectrogram, channels, and the form beside what was
// measured.
#include <cmath>
#include <set>

#include <doctest/doctest.h>
#include <imgui.h>

#include "tests/rig/audio_stage.h"
#include "tests/support/tiny_media.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

constexpr const char* canvas = "work/canvas";

// "00:12.345 / …": where the cursor stands.
double cursor_s(AudioStage& stage) {
    const std::string words = stage.seen("work/status").label;
    return std::stod(words.substr(0, 2)) * 60 + std::stod(words.substr(3, 6));
}

// Textures on the screen besides the fonts'.
std::size_t images_drawn() {
    std::set<ImTextureID> textures;
    const ImDrawData* data = ImGui::GetDrawData();
    for (int i = 0; i < data->CmdListsCount; ++i)
        for (const ImDrawCmd& command : data->CmdLists[i]->CmdBuffer)
            if (command.ElemCount > 0) textures.insert(command.GetTexID());
    return textures.size() - 1;
}

} // namespace

TEST_CASE("audio desk: Ctrl+Down and Ctrl+Up change the speed in tenths, and what plays goes on at the new one") {
    AudioStage stage;
    stage.press({"Ctrl+Down", "Ctrl+Down", "Ctrl+Down"});
    CHECK(stage.seen("work/speed").label == "0.7 ×");
    stage.press({"Space"});
    REQUIRE(stage.driver.wait(2'000).has_value());
    CHECK(cursor_s(stage) == doctest::Approx(1.4).epsilon(0.05));
    const double before_s = cursor_s(stage);
    for (int i = 0; i < 20; ++i) stage.press({"Ctrl+Up"});
    CHECK(stage.seen("work/speed").label == "2.0 ×"); // not beyond
    CHECK_FALSE(stage.seen("work/faster").enabled);
    CHECK(stage.view->animating());
    const double changed_s = cursor_s(stage);
    CHECK(changed_s >= before_s); // it went on from where it was
    REQUIRE(stage.driver.wait(2'000).has_value());
    CHECK(cursor_s(stage) - changed_s == doctest::Approx(4).epsilon(0.05));
    REQUIRE(stage.driver.click("work/speed").has_value());
    CHECK(stage.seen("work/speed").label == "1.0 ×");
}

TEST_CASE("audio desk: a loop at half speed stays in its segment") {
    AudioStage stage;
    stage.add("o1", "speech", {10, 12});
    REQUIRE(stage.driver.click_at(canvas, {11, 0.6}).has_value());
    stage.press({"Ctrl+Down", "Ctrl+Down", "Ctrl+Down", "Ctrl+Down", "Ctrl+Down", "L", "Space"});
    CHECK(stage.seen("work/speed").label == "0.5 ×");
    for (int i = 0; i < 12; ++i) {
        REQUIRE(stage.driver.wait(777).has_value());
        CHECK(cursor_s(stage) >= 10);
        CHECK(cursor_s(stage) <= 12);
    }
    stage.press({"Ctrl+Up"}); // while it loops: still the same loop
    for (int i = 0; i < 6; ++i) {
        REQUIRE(stage.driver.wait(1'111).has_value());
        CHECK(cursor_s(stage) >= 10);
        CHECK(cursor_s(stage) <= 12);
    }
    CHECK(stage.view->animating());
}

TEST_CASE("audio desk: the speed keys work while a transcript is typed") {
    AudioStage stage;
    stage.add("o1", "speech", {2, 6});
    REQUIRE(stage.driver.click_at(canvas, {3, 0.6}).has_value());
    stage.press({"F4"});
    REQUIRE(stage.driver.type("一").has_value());
    stage.press({"Ctrl+Down"});
    CHECK(stage.seen("work/speed").label == "0.9 ×");
    REQUIRE(stage.driver.type("二").has_value());
    stage.press({"Enter"});
    CHECK(stage.object("o1").text == "一二");
}

TEST_CASE("audio desk: G shows the spectrogram of what is on the screen, its settings change it, G hides it") {
    AudioStage stage;
    REQUIRE(stage.driver.settle().has_value());
    CHECK(images_drawn() == 0);
    CHECK(stage.ui.probe().find("work/fft_size") == nullptr);
    stage.press({"G"});
    REQUIRE(stage.driver.settle().has_value());
    CHECK(images_drawn() > 0);
    CHECK(stage.seen("work/fft_size").value == "512"); // 25 ms of 16 kHz
    for (const char* choice : {"fft_size/1024", "window/gaussian", "range/40", "scale/mel", "top/4000"}) {
        CAPTURE(choice);
        const std::string id = std::string("work/") + choice;
        const std::string box = id.substr(0, id.rfind('/'));
        REQUIRE(stage.driver.click(box).has_value());
        REQUIRE(stage.driver.click(id).has_value());
        CHECK(stage.seen(box).value == id.substr(id.rfind('/') + 1));
        CHECK(images_drawn() > 0);
    }
    stage.press({"G"});
    CHECK(images_drawn() == 0);
}

TEST_CASE("audio desk: a boundary is dragged across the spectrogram too") {
    AudioStage stage({.overlap = true});
    stage.add("o1", "speech", {2, 6});
    stage.press({"G"});
    REQUIRE(stage.driver.drag(canvas, {6, 0.9}, {9, 0.9}).has_value());
    CHECK(stage.range("o1").end_s == doctest::Approx(9).epsilon(0.02));
}

TEST_CASE("audio desk: channels apart only where there are several") {
    AudioStage mono;
    CHECK(mono.ui.probe().find("work/channels") == nullptr);
    AudioStage stereo({.recording = wav_bytes(10, 16'000, 2)});
    CHECK(stereo.seen("work/channels").value.empty());
    stereo.press({"X"});
    CHECK(stereo.seen("work/channels").value == "on");
    stereo.press({"G"});
    REQUIRE(stereo.driver.settle().has_value());
    const std::size_t apart = images_drawn();
    stereo.press({"X"});
    REQUIRE(stereo.driver.settle().has_value());
    CHECK(apart == 2 * images_drawn());
}

TEST_CASE("audio desk: facts are shown beside the form that asks for them, and the form is answer data") {
    AudioStage stage({.recording = wav_bytes(2)});                     // 440 Hz, a quarter of full scale
    CHECK(stage.ui.probe().find("work/side/facts/format") == nullptr); // no form: folded
    REQUIRE(stage.driver.click("work/side/facts").has_value());
    CHECK(stage.seen("work/side/facts/format").label == "Format  WAV");
    CHECK(stage.seen("work/side/facts/rate").label == "Sample rate  16000 Hz");
    CHECK(stage.seen("work/side/facts/bits").label == "Bit depth  16 bit");
    CHECK(stage.seen("work/side/facts/duration").label == "Length  00:02.000 (2.000 s)");
    CHECK(stage.seen("work/side/facts/peak").label == "Peak  -12.2 dBFS");
    CHECK(stage.seen("work/side/facts/rms").label == "RMS  -15.3 dBFS");
    CHECK(stage.seen("work/side/facts/clipped").label == "Clipped samples  0");

    stage.question.labels.attributes.push_back({.id = "usable", .kind = AttributeSpec::Kind::checkbox});
    stage.question.labels.attributes.push_back({.id = "note", .kind = AttributeSpec::Kind::text});
    stage.question.labels.fields = {"usable", "note"};
    stage.frame();
    REQUIRE(stage.driver.click("work/side/fields/usable").has_value());
    CHECK(stage.answer().items.at("dialogue").attributes.at("usable") == AttributeValue(true));
    REQUIRE(stage.driver.click("work/side/fields/note").has_value());
    REQUIRE(stage.driver.type("hiss").has_value());
    stage.finish_typing();
    CHECK(stage.answer().items.at("dialogue").attributes.at("note") == AttributeValue(std::string("hiss")));
    REQUIRE(stage.sitting.session->undo(stage.question.id).has_value());
    CHECK(stage.answer().items.at("dialogue").attributes.count("note") == 0);
}

TEST_CASE("audio desk: without a sound device playback runs on a silent clock, and the screen says so") {
    AudioStage stage;
    CHECK(stage.seen("work/silent_clock").label == stage.ui.tr("audio.silent_clock"));
    stage.press({"Space"});
    REQUIRE(stage.driver.wait(3'000).has_value());
    CHECK(cursor_s(stage) == doctest::Approx(3).epsilon(0.02));
}
