// Which part of a recording stands on the screen, and where: seconds, pixels from the left edge, and the marks between.
#pragma once

#include <string>
#include <vector>

namespace biaokao::audio {

struct TimeTick {
    double time_s = 0;
    bool major = false;
    std::string label; // major ones only
};

class TimeAxis {
public:
    // A recording of at least one frame. Shows all of it at first.
    void set_recording(double duration_s, int sample_rate);
    // The screen's width changed. A view of the whole recording stays one; any other keeps its start and its scale.
    void set_width(double width_px);

    [[nodiscard]] double duration_s() const { return duration_s_; }
    [[nodiscard]] int sample_rate() const { return sample_rate_; }
    [[nodiscard]] double start_s() const { return start_s_; }
    [[nodiscard]] double end_s() const { return start_s_ + width_px_ * seconds_per_px_; }
    [[nodiscard]] double visible_s() const { return width_px_ * seconds_per_px_; }
    [[nodiscard]] double seconds_per_px() const { return seconds_per_px_; }
    [[nodiscard]] double width_px() const { return width_px_; }
    [[nodiscard]] bool shows_all() const { return shows_all_; }

    [[nodiscard]] double x_from_time(double time_s) const { return (time_s - start_s_) / seconds_per_px_; }
    [[nodiscard]] double time_from_x(double x_px) const { return start_s_ + x_px * seconds_per_px_; }
    // The nearest sample's time inside the recording: every stored time is one.
    [[nodiscard]] double sample_time(double time_s) const;

    void show_all();
    // Both ends visible, with a tenth of room at each side.
    void show_range(double start_s, double end_s);
    // factor > 1 shows more; the time at `x_px` stays there. From the whole recording down to 32 px for one sample.
    void zoom_at(double x_px, double factor);
    void scroll_to(double start_s);
    // Turns the page when `time_s` is not visible: it then stands near the left edge. For playback.
    void page_to(double time_s);
    // Scrolls as little as needed, with a tenth of room.
    void reveal(double start_s, double end_s);

    // Marks at round times, labelled ones at least `label_px` apart.
    [[nodiscard]] std::vector<TimeTick> ticks(double label_px) const;

private:
    void keep_inside();

    double duration_s_ = 1, start_s_ = 0, width_px_ = 1, seconds_per_px_ = 1;
    int sample_rate_ = 1;
    bool shows_all_ = true;
};

} // namespace biaokao::audio
