#include "tasks/types/audio_segments/time_axis.h"

#include <doctest/doctest.h>

using biaokao::audio::TimeAxis;
using doctest::Approx;

namespace {

TimeAxis axis_of(double duration_s, double width_px, int rate = 16'000) {
    TimeAxis axis;
    axis.set_recording(duration_s, rate);
    axis.set_width(width_px);
    return axis;
}

} // namespace

TEST_CASE("TimeAxis: shows the whole recording at first, at any width") {
    TimeAxis axis = axis_of(50, 1'000);
    CHECK(axis.x_from_time(50) == Approx(1'000));
    axis.set_width(500);
    CHECK(axis.x_from_time(50) == Approx(500));
    CHECK(axis.shows_all());
}

TEST_CASE("TimeAxis: zoom keeps the time under the pointer") {
    TimeAxis axis = axis_of(50, 1'000);
    for (int i = 0; i < 20; ++i) {
        const double before = axis.time_from_x(640);
        axis.zoom_at(640, 1 / 1.1);
        CHECK(axis.time_from_x(640) == Approx(before));
    }
    CHECK_FALSE(axis.shows_all());
}

TEST_CASE("TimeAxis: zooms down to samples and up to the whole recording, no further") {
    TimeAxis axis = axis_of(50, 1'000);
    axis.zoom_at(500, 1e-12);
    CHECK(1 / (axis.seconds_per_px() * 16'000) == Approx(32)); // 32 px for a sample
    axis.zoom_at(500, 1e12);
    CHECK(axis.shows_all());
    CHECK(axis.start_s() == 0);
    // A recording of a few samples is shown whole, even where that is more than 32 px for each.
    TimeAxis tiny = axis_of(4.0 / 16'000, 1'000);
    tiny.zoom_at(0, 0.001);
    CHECK(tiny.end_s() == Approx(4.0 / 16'000));
}

TEST_CASE("TimeAxis: never scrolls beyond the recording") {
    TimeAxis axis = axis_of(50, 1'000);
    axis.show_range(10, 20);
    axis.scroll_to(-5);
    CHECK(axis.start_s() == 0);
    axis.scroll_to(1'000);
    CHECK(axis.end_s() == Approx(50));
}

TEST_CASE("TimeAxis: a range is shown with room at both sides") {
    TimeAxis axis = axis_of(50, 1'000);
    axis.show_range(10, 20);
    CHECK(axis.x_from_time(10) == Approx(1'000.0 / 12));
    CHECK(axis.x_from_time(20) == Approx(11'000.0 / 12));
    axis.show_range(0, 10); // at the edge of the recording there is no room before it
    CHECK(axis.start_s() == 0);
    CHECK(axis.visible_s() == Approx(12));
}

TEST_CASE("TimeAxis: playback turns pages and leaves a visible cursor alone") {
    TimeAxis axis = axis_of(100, 1'000);
    axis.show_range(10, 20); // 9 … 21
    axis.page_to(20.9);
    CHECK(axis.start_s() == Approx(9));
    axis.page_to(21.0);
    CHECK(axis.start_s() == Approx(21.0 - 0.03 * 12));
    axis.page_to(2);
    CHECK(axis.start_s() == Approx(2 - 0.03 * 12));
}

TEST_CASE("TimeAxis: reveal moves only when something is out of sight") {
    TimeAxis axis = axis_of(100, 1'000);
    axis.show_range(10, 20); // 9 … 21
    axis.reveal(10, 12);
    CHECK(axis.start_s() == Approx(9));
    axis.reveal(22, 24);
    CHECK(axis.end_s() == Approx(24 + 1.2));
    axis.reveal(3, 4);
    CHECK(axis.start_s() == Approx(3 - 1.2));
    axis.reveal(50, 80); // longer than the screen: its start comes into view
    CHECK(axis.start_s() == Approx(50 - 1.2));
}

TEST_CASE("TimeAxis: stored times are samples inside the recording") {
    const TimeAxis axis = axis_of(50, 1'000, 8'000);
    CHECK(axis.sample_time(1.00003) == 1.0);
    CHECK(axis.sample_time(1.0001) == 1.000125);
    CHECK(axis.sample_time(-3) == 0);
    CHECK(axis.sample_time(77) == 50);
}

TEST_CASE("TimeAxis: ticks stand at round times, labelled ones far enough apart") {
    for (const double visible_s : {0.001, 0.02, 0.7, 3.0, 50.0, 700.0, 9'000.0}) {
        TimeAxis axis = axis_of(10'000, 1'000, 48'000);
        axis.show_range(100, 100 + visible_s);
        CAPTURE(visible_s);
        const auto ticks = axis.ticks(90);
        double last_label_x = -1e9;
        int labels = 0;
        for (const auto& tick : ticks) {
            CHECK(tick.time_s >= axis.start_s() - 1e-9);
            CHECK(tick.time_s <= axis.end_s() + 1e-9);
            CHECK(tick.major == !tick.label.empty());
            if (!tick.major) continue;
            const double x = axis.x_from_time(tick.time_s);
            CHECK(x - last_label_x >= 90 - 1e-6);
            last_label_x = x;
            ++labels;
        }
        CHECK(labels >= 2);
        CHECK(ticks.size() <= 120);
    }
}

TEST_CASE("TimeAxis: labels have as many decimals as the step needs") {
    TimeAxis axis = axis_of(100, 1'000);
    axis.show_range(10, 20);
    CHECK(axis.ticks(150).front().label.empty()); // 9 s is a minor mark of a step of 2 s
    axis.show_range(10, 10.5);
    bool found = false;
    for (const auto& tick : axis.ticks(80)) found |= tick.label == "00:10.20";
    CHECK(found);
}
