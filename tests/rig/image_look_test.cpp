// How a picture is looked at: adjustment, grid, minimap. None of it is an answer.
#include <doctest/doctest.h>

#include "app/probe_file.h"
#include "tests/rig/task_rig.h"
#include "tests/rig/ui_rig.h"
#include "tests/support/encoded_pictures.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

constexpr std::string_view canvas = "work/canvas", minimap = "work/minimap_canvas";

double number(TaskRig& rig, std::string_view id) {
    const Seen* seen = rig.seen(id);
    REQUIRE(seen != nullptr);
    return std::stod(seen->value);
}

Vec2 middle_of_view(TaskRig& rig) {
    const Seen& seen = *rig.seen(canvas);
    const Vec2 origin = seen.screen_from_content({0, 0});
    const double zoom = seen.screen_from_content({1, 0}).x - origin.x;
    const Vec2 middle{seen.in_screen.x + seen.in_screen.width / 2, seen.in_screen.y + seen.in_screen.height / 2};
    return (middle - origin) * (1 / zoom);
}

Color color_at(const Image& image, Vec2 at) {
    const auto pixel =
        static_cast<std::size_t>(at.y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(at.x);
    return {image.rgba[pixel * 4], image.rgba[pixel * 4 + 1], image.rgba[pixel * 4 + 2]};
}

} // namespace

TEST_CASE("look: G opens the sliders, what is set stays for the next picture, and Reset takes it back") {
    TaskRig rig("boxes");
    const std::size_t lines = rig.journal_lines();
    CHECK(rig.seen("work/adjust/brightness") == nullptr);
    CHECK(rig.hand().key("G"));
    CHECK(number(rig, "work/adjust/brightness") == 0);
    CHECK(number(rig, "work/adjust/gamma") == 1);
    CHECK_FALSE(rig.seen("work/adjust/reset")->enabled);
    CHECK(rig.hand().drag("work/adjust/brightness", {0, 0}, {0.5, 0}));
    CHECK(rig.hand().drag("work/adjust/gamma", {1, 0}, {2, 0}));
    CHECK(number(rig, "work/adjust/brightness") == doctest::Approx(0.5).epsilon(0.05));
    CHECK(number(rig, "work/adjust/gamma") == doctest::Approx(2).epsilon(0.05));
    CHECK_FALSE(rig.view().animating()); // nothing is made anew any more
    CHECK(rig.hand().key("D"));          // the sliders gave the keyboard back
    CHECK(rig.view().current_item() == "lane");
    CHECK(number(rig, "work/adjust/brightness") == doctest::Approx(0.5).epsilon(0.05));
    CHECK(rig.hand().click("work/adjust/reset"));
    CHECK(number(rig, "work/adjust/brightness") == 0);
    CHECK(number(rig, "work/adjust/gamma") == 1);
    CHECK(rig.journal_lines() == lines);
}

TEST_CASE("look: the panel stands in the probe file, also the slider whose scale has no place for 0") {
    TaskRig rig("boxes"); // writing it ended the program
    CHECK(rig.hand().key("G"));
    const auto json = parse_json(json_from_probe(rig.ui().probe()), "probe.json");
    REQUIRE(json.has_value());
    REQUIRE(json->find("work/adjust/gamma") != nullptr);
    CHECK(json->find("work/adjust/gamma")->find("content") == nullptr);
    CHECK(json->find("work/adjust/brightness")->find("content") != nullptr);
}

TEST_CASE("look: with the panel closed the button still tells that the picture is changed") {
    TaskRig rig("boxes");
    const std::string plain = rig.seen("work/adjust")->label;
    CHECK(rig.hand().key("G"));
    CHECK(rig.seen("work/adjust")->value == "on");
    CHECK(rig.hand().drag("work/adjust/contrast", {0, 0}, {-0.5, 0}));
    CHECK(rig.hand().click("work/adjust"));
    CHECK(rig.seen("work/adjust/contrast") == nullptr);
    CHECK(rig.seen("work/adjust")->label != plain);
}

TEST_CASE("look: brightness changes the pixels on the screen and nothing in the answer") {
    UiRig rig({.render = true});
    rig.enter("boxes").key("G");
    const std::string at = rig.work("canvas");
    const auto shown = [&] {
        const auto image = rig.platform().screenshot();
        REQUIRE(image.has_value());
        return color_at(*image, rig.seen(at)->screen_from_content({200, 200}));
    };
    const Color before = shown();
    rig.drag(rig.work("adjust/brightness"), {0, 0}, {0.2, 0});
    const Color brighter = shown();
    for (std::size_t channel = 0; channel < 3; ++channel)
        CHECK(int{brighter[channel]} == doctest::Approx(std::min(255, before[channel] + 51)).epsilon(0.08));
    rig.click(rig.work("adjust/reset"));
    CHECK(shown() == before);
    CHECK(rig.answer("boxes").empty());
}

TEST_CASE("look: the minimap is there from 200 % on, and a drag in it moves the view and draws no box") {
    TaskRig rig("boxes");
    CHECK(rig.seen(minimap) == nullptr);
    CHECK(rig.hand().key("Ctrl+0"));
    CHECK(rig.hand().wheel(canvas, 12));
    REQUIRE(rig.seen(minimap) != nullptr);
    CHECK(rig.hand().click_at(minimap, {100, 400}));
    CHECK(middle_of_view(rig).x == doctest::Approx(100).epsilon(0.1));
    CHECK(middle_of_view(rig).y == doctest::Approx(400).epsilon(0.1));
    CHECK(rig.hand().drag(minimap, {100, 400}, {500, 100}));
    CHECK(middle_of_view(rig).x == doctest::Approx(500).epsilon(0.1));
    CHECK(middle_of_view(rig).y == doctest::Approx(100).epsilon(0.1));
    CHECK(rig.answer().objects.empty());
    CHECK(rig.hand().key("M"));
    CHECK(rig.seen(minimap) == nullptr);
    CHECK(rig.hand().key("M"));
    CHECK(rig.hand().key("Ctrl+F"));
    CHECK(rig.seen(minimap) == nullptr); // all of the picture is seen
}

TEST_CASE("look: the grid is switched by Shift+G and by its button, and the status line says how wide it is") {
    TaskRig rig("boxes");
    const auto status = [&] { return rig.seen("work/status")->label; };
    const std::string plain = status();
    CHECK(rig.hand().key("Shift+G"));
    CHECK(rig.seen("work/grid")->value == "on");
    CHECK(status() != plain);
    CHECK(status().find("30") != std::string::npos);
    CHECK(rig.hand().click("work/grid"));
    CHECK(status().find("30") == std::string::npos);
}

TEST_CASE("look: labels go and come by key or box, and only the selected objects where that is wanted") {
    TaskRig rig("boxes");
    const std::size_t lines = rig.journal_lines();
    CHECK(rig.hand().key("G"));
    CHECK(rig.seen("work/adjust/tags")->value == "on");
    CHECK(rig.seen("work/adjust/only_selected")->value == "off");
    CHECK(rig.hand().key("Shift+T"));
    CHECK(rig.hand().click("work/adjust/only_selected"));
    CHECK(rig.seen("work/adjust/tags")->value == "off");
    CHECK(rig.seen("work/adjust/only_selected")->value == "on");
    CHECK(rig.hand().key("Shift+H")); // the box gave the keyboard back
    CHECK(rig.seen("work/adjust/only_selected")->value == "off");
    CHECK(rig.hand().key("Shift+H"));
    CHECK(rig.hand().key("G"));
    CHECK(rig.seen("work/adjust")->label.find("•") != std::string::npos); // it acts though the panel is closed
    CHECK(rig.journal_lines() == lines);
}

TEST_CASE("look: with only the selected ones shown, the others are not on the picture until the pointer is on them") {
    UiRig rig({.render = true});
    rig.enter("boxes");
    const std::string at = rig.work("canvas");
    for (const double x : {100.0, 300.0}) {
        rig.key("W").drag(at, {x, 100}, {x + 80, 180}).key("1").wait(600);
        const Object& drawn = rig.answer("boxes").objects.rbegin()->second;
        REQUIRE(std::get<Box>(drawn.shape).x == doctest::Approx(x).epsilon(0.02));
    }
    const double left = std::get<Box>(rig.answer("boxes").objects.at("o2").shape).x;
    const auto side_of_second = [&] {
        const auto image = rig.platform().screenshot();
        REQUIRE(image.has_value());
        return color_at(*image, rig.seen(at)->screen_from_content({left, 140}));
    };
    rig.key("V").click_at(at, {140, 140}); // selects o1; the pointer stays on it
    const Color with = side_of_second();
    rig.key("Shift+H");
    CHECK(side_of_second() != with);
    rig.key("Esc").key("Esc"); // nothing is selected: all are seen
    CHECK(side_of_second() == with);
}
