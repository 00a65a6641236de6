#include "app/driver.h"

#include <cmath>

#include <imgui.h>

#include "app/driver_reach.h"
#include "app/platform/input_queue.h"
#include "engine/text/utf8.h"

namespace biaokao {
namespace {

constexpr int most_frames_to_settle = 2000;
constexpr int frames_after_action = 3; // ImGui shows a popup one frame late and its size one more; a focus that
                                       // moves on by itself (Enter in a transcript) is there in the third
constexpr int most_wheel_steps = 400;
constexpr int drag_frames = 6;
constexpr std::int64_t watch_frame_ms = 16;

tl::unexpected<Error> wrong(std::string code, std::string_view id) {
    return fail(std::move(code), std::string(id), {{"id", std::string(id)}});
}

Box screen_box() {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    return {0, 0, static_cast<double>(size.x), static_cast<double>(size.y)};
}

Vec2 center(const Box& box) { return {std::floor(box.x + box.width / 2), std::floor(box.y + box.height / 2)}; }

} // namespace

Result<void> Driver::frame() {
    if (host_.frame()) return {};
    return fail("error.playback_closed", "");
}

Result<void> Driver::settle() {
    int still = 0;
    for (int frames = 0; frames < most_frames_to_settle; ++frames) {
        host_.workers.wait();
        if (auto drawn = frame(); !drawn) return drawn;
        const bool waits = !host_.platform.input().empty() || !host_.workers.idle();
        still = waits ? 0 : still + 1;
        if (still == frames_after_action) return {};
    }
    return fail("error.never_still", "");
}

Result<void> Driver::pause_for_watcher(std::int64_t ms) {
    for (std::int64_t passed = 0; host_.watched && passed < ms; passed += watch_frame_ms) {
        host_.platform.wait(watch_frame_ms);
        if (auto drawn = frame(); !drawn) return drawn;
    }
    return {};
}

Result<Seen> Driver::find(std::string_view id) {
    const Seen* seen = host_.probe.find(id);
    if (!seen) {
        if (auto settled = settle(); !settled) return tl::unexpected(settled.error());
        seen = host_.probe.find(id);
    }
    if (seen) return *seen;
    return fail("error.widget_missing", std::string(id),
                {{"id", std::string(id)}, {"near", nearest_ids(host_.probe, id)}});
}

// Turns the wheel over the panel that hides the widget until enough of it is in sight.
Result<Vec2> Driver::reachable_point(std::string_view id) {
    double hidden_before = 0;
    for (int steps = 0; steps < most_wheel_steps; ++steps) {
        const auto seen = find(id);
        if (!seen) return tl::unexpected(seen.error());
        if (!seen->enabled) return wrong("error.widget_disabled", id);
        const auto part = visible_part(host_.probe, id, seen->in_screen, screen_box());
        if (part && part->height >= std::min(seen->in_screen.height, 12.0)) return center(*part);
        const Seen* panel = hiding_panel(host_.probe, id, seen->in_screen);
        if (!panel) break;
        const Box view = panel->in_screen;
        const double hidden = center(seen->in_screen).y - center(view).y;
        if (steps > 0 && hidden == hidden_before) break; // the panel does not scroll any further
        hidden_before = hidden;
        // At the edge, where no field or canvas takes the wheel for itself.
        if (auto moved = point_at({view.x + 3, center(view).y}); !moved) return tl::unexpected(moved.error());
        host_.platform.input().wheel(hidden > 0 ? -1.0f : 1.0f, 0);
        if (auto settled = settle(); !settled) return tl::unexpected(settled.error());
    }
    return wrong("error.widget_hidden", id);
}

Result<Vec2> Driver::canvas_point(std::string_view canvas, Vec2 point) {
    if (auto reached = reachable_point(canvas); !reached) return tl::unexpected(reached.error());
    const auto seen = find(canvas);
    if (!seen) return tl::unexpected(seen.error());
    if (!seen->screen_from_content) return wrong("error.no_canvas", canvas);
    return seen->screen_from_content(point);
}

Result<void> Driver::point_at(Vec2 in_screen) {
    if (pointer_ == in_screen) return {};
    const int steps = host_.watched ? 20 : 1;
    const Vec2 from = pointer_.x < 0 ? center(screen_box()) : pointer_;
    for (int step = 1; step <= steps; ++step) {
        const Vec2 at = from + (in_screen - from) * (static_cast<double>(step) / steps);
        host_.platform.input().mouse_position(static_cast<float>(at.x), static_cast<float>(at.y));
        if (auto drawn = frame(); !drawn) return drawn;
        if (host_.watched) host_.platform.wait(watch_frame_ms);
    }
    pointer_ = in_screen;
    return {};
}

Result<void> Driver::press(Vec2 in_screen, int button, int times) {
    if (auto moved = point_at(in_screen); !moved) return moved;
    // Two clicks of two actions are never one double click, however fast the frames are.
    while (ImGui::GetTime() - last_click_s_ <= static_cast<double>(ImGui::GetIO().MouseDoubleClickTime) &&
           last_click_s_ >= 0)
        if (auto drawn = frame(); !drawn) return drawn;
    for (int time = 0; time < times; ++time)
        for (const bool down : {true, false}) {
            host_.platform.input().mouse_button(button, down);
            if (auto drawn = frame(); !drawn) return drawn;
        }
    last_click_s_ = ImGui::GetTime();
    if (auto settled = settle(); !settled) return settled;
    return pause_for_watcher(200);
}

Result<void> Driver::click(std::string_view id) {
    return reachable_point(id).and_then([this](Vec2 at) { return press(at, 0, 1); });
}
Result<void> Driver::double_click(std::string_view id) {
    return reachable_point(id).and_then([this](Vec2 at) { return press(at, 0, 2); });
}
Result<void> Driver::right_click(std::string_view id) {
    return reachable_point(id).and_then([this](Vec2 at) { return press(at, 1, 1); });
}

Result<void> Driver::click_at(std::string_view canvas, Vec2 point) {
    return point_on(canvas, point).and_then([this](Vec2 at) { return press(at, 0, 1); });
}
Result<void> Driver::double_click_at(std::string_view canvas, Vec2 point) {
    return point_on(canvas, point).and_then([this](Vec2 at) { return press(at, 0, 2); });
}
Result<void> Driver::right_click_at(std::string_view canvas, Vec2 point) {
    return point_on(canvas, point).and_then([this](Vec2 at) { return press(at, 1, 1); });
}

Result<void> Driver::move(std::string_view id) {
    return reachable_point(id).and_then([this](Vec2 at) { return point_at(at); }).and_then([this] { return settle(); });
}
Result<void> Driver::move_to(std::string_view canvas, Vec2 point) {
    return point_on(canvas, point).and_then([this](Vec2 at) { return point_at(at); }).and_then([this] {
        return settle();
    });
}

Result<void> Driver::drag(std::string_view canvas, Vec2 from, Vec2 to) {
    const auto begin = point_on(canvas, from);
    if (!begin) return tl::unexpected(begin.error());
    const auto end = canvas_point(canvas, to); // a drag may leave the canvas, its begin may not
    if (!end) return tl::unexpected(end.error());
    if (auto moved = point_at(*begin); !moved) return moved;
    InputQueue& input = host_.platform.input();
    input.mouse_button(0, true);
    if (auto drawn = frame(); !drawn) return drawn;
    for (int step = 1; step <= drag_frames; ++step)
        if (auto moved = point_at(*begin + (*end - *begin) * (static_cast<double>(step) / drag_frames)); !moved)
            return moved;
    input.mouse_button(0, false);
    last_click_s_ = ImGui::GetTime();
    if (auto settled = settle(); !settled) return settled;
    return pause_for_watcher(200);
}

Result<void> Driver::wheel(std::string_view id, double steps) {
    const auto at = reachable_point(id);
    if (!at) return tl::unexpected(at.error());
    if (auto moved = point_at(*at); !moved) return moved;
    host_.platform.input().wheel(static_cast<float>(steps), 0);
    return settle();
}

Result<void> Driver::key(std::string_view text) {
    const auto chord = chord_from_text(text);
    if (!chord) return wrong("error.chord_unknown", text);
    InputQueue& input = host_.platform.input();
    input.modifiers(chord->ctrl, chord->shift, chord->alt);
    input.key(chord->key, true);
    if (auto drawn = frame(); !drawn) return drawn;
    input.key(chord->key, false);
    input.modifiers(false, false, false);
    if (auto settled = settle(); !settled) return settled;
    return pause_for_watcher(200);
}

Result<void> Driver::type(std::string_view utf8) {
    if (!ImGui::GetIO().WantTextInput) return fail("error.no_text_field", "");
    if (!host_.watched) {
        host_.platform.input().text(utf8);
        return settle();
    }
    for (std::size_t begin = 0, end = 0; begin < utf8.size(); begin = end) {
        static_cast<void>(next_code_point(utf8, end));
        host_.platform.input().text(utf8.substr(begin, end - begin));
        if (auto paused = pause_for_watcher(60); !paused) return paused;
    }
    return settle();
}

Result<void> Driver::wait(std::int64_t ms) {
    if (host_.watched) return pause_for_watcher(ms);
    // In steps, so that what happens on the way (a warning, the end of a recording) is seen when it happens.
    constexpr std::int64_t step_ms = 100;
    for (; ms > 0; ms -= step_ms) {
        host_.pass_time(std::min(ms, step_ms));
        if (auto drawn = frame(); !drawn) return drawn;
    }
    return settle();
}

Result<Vec2> Driver::point_on(std::string_view canvas, Vec2 point) {
    const auto at = canvas_point(canvas, point);
    if (!at) return at;
    const auto seen = find(canvas);
    if (!seen) return tl::unexpected(seen.error());
    const auto part = visible_part(host_.probe, canvas, seen->in_screen, screen_box());
    if (part && part->contains(*at)) return at;
    return fail("error.point_off_canvas", std::string(canvas),
                {{"id", std::string(canvas)}, {"x", std::to_string(point.x)}, {"y", std::to_string(point.y)}});
}

} // namespace biaokao
