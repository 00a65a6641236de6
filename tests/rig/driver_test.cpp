#include <doctest/doctest.h>

#include <array>

#include <imgui.h>

#include "app/driver.h"
#include "app/platform/headless.h"
#include "app/ui/imgui_compat.h"
#include "app/ui/widgets.h"

using namespace biaokao;

namespace {

// A small screen: a field, a canvas, a long list in a panel, a button that is off, one that needs a worker.
struct Screen {
    Screen() : platform(std::move(*make_headless_platform({.width = 800, .height = 600, .render = false}))) {
        ui.carets_blink = false;
    }

    bool frame() {
        workers.take_results();
        if (!platform->begin_frame()) return false;
        ui.begin_frame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
        ImGui::Begin("root", nullptr, ImGuiWindowFlags_NoDecoration);
        widgets();
        ImGui::End();
        ui.end_frame();
        platform->end_frame();
        return true;
    }

    void widgets() {
        const Scope scope(ui, "screen");
        text_field(ui, "name", name, {.width_in_em = 10});
        if (button(ui, "save", "Save")) ++saved;
        button(ui, "off", "Off", {.enabled = false});
        if (button(ui, "load", "Load")) workers.run([this] { return [this] { loaded = true; }; });
        canvas();
        const Panel list(ui, "list", 300, 150);
        for (int row = 0; row < 60; ++row)
            if (selectable_row(ui, "row" + std::to_string(row), "Row", false)) chosen = row;
    }

    void canvas() {
        const ImVec2 corner = ImGui::GetCursorScreenPos();
        ImGui::InvisibleButton("canvas", {400, 200});
        const Vec2 mouse{ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y};
        const Vec2 in_content = (mouse - Vec2{corner.x, corner.y}) * 2;
        if (ImGui::IsItemActivated()) pressed_at = in_content;
        if (ImGui::IsItemDeactivated()) released_at = in_content;
        if (ImGui::IsItemHovered()) {
            clicks += ImGui::IsMouseClicked(0);
            double_clicks += ImGui::IsMouseDoubleClicked(0);
            right_clicks += ImGui::IsMouseClicked(1);
            wheel += ImGui::GetIO().MouseWheel;
        }
        ui.probe().add(ui.full_id("canvas"), {.kind = "canvas",
                                              .label = {},
                                              .value = {},
                                              .in_screen = {corner.x, corner.y, 400, 200},
                                              .screen_from_content = [corner](Vec2 p) {
                                                  return Vec2{corner.x, corner.y} + p * 0.5;
                                              }});
        if (ImGui::GetIO().KeyCtrl && compat::key_pressed(Key::s, false)) ++shortcuts;
    }

    Locales locales;
    std::unique_ptr<HeadlessPlatform> platform;
    Ui ui{locales, *platform};
    Workers workers{1, {}};
    std::string name;
    int saved = 0, clicks = 0, double_clicks = 0, right_clicks = 0, shortcuts = 0, chosen = -1;
    bool loaded = false;
    float wheel = 0;
    std::int64_t passed_ms = 0;
    Vec2 pressed_at, released_at;
    Driver driver{{.platform = *platform,
                   .probe = ui.probe(),
                   .workers = workers,
                   .frame = [this] { return frame(); },
                   .pass_time = [this](std::int64_t ms) { passed_ms += ms; }}};
};

} // namespace

TEST_CASE("driver: clicks what has the id, and each click counts once") {
    Screen screen;
    CHECK(screen.driver.click("screen/save"));
    CHECK(screen.driver.click("screen/save"));
    CHECK(screen.saved == 2);
}

TEST_CASE("driver: types Chinese into the field that was clicked, and nowhere else") {
    Screen screen;
    REQUIRE(screen.driver.settle());
    CHECK(screen.driver.type("lost").error().code == "error.no_text_field");
    CHECK(screen.driver.click("screen/name"));
    CHECK(screen.driver.type("考生甲"));
    CHECK(screen.driver.key("Backspace"));
    CHECK(screen.driver.key("Enter"));
    CHECK(screen.name == "考生");
}

TEST_CASE("driver: drags on a canvas in the space of its content") {
    Screen screen;
    CHECK(screen.driver.drag("screen/canvas", {100, 50}, {300, 250}));
    CHECK(screen.pressed_at == Vec2{100, 50});
    CHECK(screen.released_at == Vec2{300, 250});
}

TEST_CASE("driver: two clicks are two clicks, a double click is one, a right click another") {
    // Wrong before: frames are fast, so two clicks of a script were taken for a double click.
    Screen screen;
    CHECK(screen.driver.click_at("screen/canvas", {40, 40}));
    CHECK(screen.driver.click_at("screen/canvas", {40, 40}));
    CHECK(screen.clicks == 2);
    CHECK(screen.double_clicks == 0);
    CHECK(screen.driver.double_click_at("screen/canvas", {40, 40}));
    CHECK(screen.double_clicks == 1);
    CHECK(screen.driver.right_click_at("screen/canvas", {40, 40}));
    CHECK(screen.right_clicks == 1);
}

TEST_CASE("driver: scrolls to a row that is out of sight, both ways") {
    Screen screen;
    CHECK(screen.driver.click("screen/list/row59"));
    CHECK(screen.chosen == 59);
    CHECK(screen.driver.click("screen/list/row0"));
    CHECK(screen.chosen == 0);
}

TEST_CASE("driver: the wheel turns where it is asked to") {
    Screen screen;
    CHECK(screen.driver.wheel("screen/canvas", -2));
    CHECK(screen.wheel == doctest::Approx(-2));
}

TEST_CASE("driver: a chord is held together and let go") {
    Screen screen;
    CHECK(screen.driver.key("Ctrl+S"));
    CHECK(screen.driver.key("S"));
    CHECK(screen.shortcuts == 1);
    CHECK(screen.driver.key("Ctrl+Sch").error().code == "error.chord_unknown");
}

TEST_CASE("driver: goes on only when the workers are done") {
    Screen screen;
    CHECK(screen.driver.click("screen/load"));
    CHECK(screen.loaded);
}

TEST_CASE("driver: waits in virtual time, all of it") {
    Screen screen;
    CHECK(screen.driver.wait(1234));
    CHECK(screen.passed_ms == 1234);
}

TEST_CASE("driver: says what is wrong with an id, and what was meant") {
    Screen screen;
    const auto missing = screen.driver.click("screen/sav");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == "error.widget_missing");
    CHECK(missing.error().args[1].second.starts_with("screen/save"));
    CHECK(screen.driver.click("screen/off").error().code == "error.widget_disabled");
    CHECK(screen.driver.click_at("screen/save", {1, 1}).error().code == "error.no_canvas");
    CHECK(screen.driver.click_at("screen/canvas", {5000, 1}).error().code == "error.point_off_canvas");
}

TEST_CASE("driver: a window that was closed ends the playback") {
    Screen screen;
    screen.platform->request_close();
    CHECK(screen.driver.settle().error().code == "error.playback_closed");
}
