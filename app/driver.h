// Acts on the program as a person does, by the ids that stand in the probe: moves the pointer, presses, types, waits.
// Demonstrations and the tests of the screens share it; it works on a window as well as off screen.
//
// After each action it draws frames until nothing waits any more: no input, no worker, no result.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "app/platform/platform.h"
#include "app/ui/probe.h"
#include "app/ui/workers.h"

namespace biaokao {

struct DriverHost {
    Platform& platform;
    const Probe& probe;
    Workers& workers;
    std::function<bool()> frame;                 // one whole frame; false: the person closed the window
    std::function<void(std::int64_t)> pass_time; // virtual milliseconds, of the exam's clock and the platform
    bool watched = false;                        // somebody looks on: the pointer glides, and time is real
};

// Errors: "error.widget_missing" (args: id, near), "error.widget_disabled", "error.widget_hidden",
// "error.no_canvas", "error.point_off_canvas", "error.no_text_field", "error.chord_unknown", "error.never_still",
// "error.playback_closed"; `where` is the id.
class Driver {
public:
    explicit Driver(DriverHost host) : host_(std::move(host)) {}

    Result<void> click(std::string_view id);
    Result<void> double_click(std::string_view id);
    Result<void> right_click(std::string_view id);
    // At a point of a canvas, in the space of its content.
    Result<void> click_at(std::string_view canvas, Vec2 point);
    Result<void> double_click_at(std::string_view canvas, Vec2 point);
    Result<void> right_click_at(std::string_view canvas, Vec2 point);
    Result<void> drag(std::string_view canvas, Vec2 from, Vec2 to);
    Result<void> move(std::string_view id);
    Result<void> move_to(std::string_view canvas, Vec2 point);
    Result<void> wheel(std::string_view id, double steps); // positive: away from the person, up
    Result<void> key(std::string_view chord);              // "Ctrl+Shift+Z"
    Result<void> type(std::string_view utf8);              // into the field that has the keyboard
    Result<void> wait(std::int64_t ms);
    Result<void> settle();

private:
    Result<void> frame();
    Result<Seen> find(std::string_view id);
    Result<Vec2> reachable_point(std::string_view id);
    Result<Vec2> canvas_point(std::string_view canvas, Vec2 point);
    Result<Vec2> point_on(std::string_view canvas, Vec2 point); // and inside its visible part
    Result<void> point_at(Vec2 in_screen);
    Result<void> press(Vec2 in_screen, int button, int times);
    Result<void> pause_for_watcher(std::int64_t ms);

    DriverHost host_;
    Vec2 pointer_{-1, -1};
    double last_click_s_ = -1; // on ImGui's clock
};

} // namespace biaokao
