#include "tasks/types/audio_segments/time_axis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "engine/media/time_text.h"

namespace biaokao::audio {

namespace {

constexpr double px_per_sample_max = 32;
constexpr double margin = 0.1; // of the width, left free beside what is shown on purpose
constexpr double page_margin = 0.03;

struct Step {
    double major_s, minor_s;
    int decimals;
};

// Round steps as a clock has them; below a second decimal ones, down to microseconds.
Step step_at_least(double seconds) {
    double unit = 1e-6;
    for (int decimals = 6; decimals >= 1; --decimals, unit *= 10)
        for (const double times : {1.0, 2.0, 5.0})
            if (unit * times >= seconds) return {unit * times, unit * times / (times == 2.0 ? 4 : 5), decimals};
    static constexpr std::array<Step, 10> whole{{{1, 0.2, 0},
                                                 {2, 0.5, 0},
                                                 {5, 1, 0},
                                                 {10, 2, 0},
                                                 {15, 5, 0},
                                                 {30, 10, 0},
                                                 {60, 10, 0},
                                                 {120, 30, 0},
                                                 {300, 60, 0},
                                                 {600, 120, 0}}};
    for (const Step& step : whole)
        if (step.major_s >= seconds) return step;
    const double hours = std::ceil(seconds / 3600);
    return {hours * 3600, hours * 900, 0};
}

} // namespace

void TimeAxis::set_recording(double duration_s, int sample_rate) {
    duration_s_ = duration_s;
    sample_rate_ = sample_rate;
    show_all();
}

void TimeAxis::set_width(double width_px) {
    width_px_ = std::max(width_px, 1.0);
    if (shows_all_) show_all();
    else keep_inside();
}

double TimeAxis::sample_time(double time_s) const {
    return std::round(std::clamp(time_s, 0.0, duration_s_) * sample_rate_) / sample_rate_;
}

void TimeAxis::show_all() {
    start_s_ = 0;
    seconds_per_px_ = duration_s_ / width_px_;
    shows_all_ = true;
}

void TimeAxis::show_range(double start_s, double end_s) {
    seconds_per_px_ = (end_s - start_s) * (1 + 2 * margin) / width_px_;
    keep_inside();
    start_s_ = (start_s + end_s - visible_s()) / 2;
    keep_inside();
}

void TimeAxis::zoom_at(double x_px, double factor) {
    const double kept_s = time_from_x(x_px);
    seconds_per_px_ *= factor;
    keep_inside();
    start_s_ = kept_s - x_px * seconds_per_px_;
    keep_inside();
}

void TimeAxis::scroll_to(double start_s) {
    start_s_ = start_s;
    keep_inside();
}

void TimeAxis::page_to(double time_s) {
    if (time_s < start_s_ || time_s >= end_s()) scroll_to(time_s - page_margin * visible_s());
}

void TimeAxis::reveal(double start_s, double end_s) {
    const double room_s = margin * visible_s();
    if (end_s - start_s + 2 * room_s >= visible_s()) {
        if (start_s >= this->end_s() || end_s <= start_s_) scroll_to(start_s - room_s);
    } else if (start_s < start_s_) {
        scroll_to(start_s - room_s);
    } else if (end_s > this->end_s()) {
        scroll_to(end_s + room_s - visible_s());
    }
}

void TimeAxis::keep_inside() {
    const double widest = duration_s_ / width_px_;
    const double narrowest = std::min(widest, 1.0 / (px_per_sample_max * sample_rate_));
    seconds_per_px_ = std::clamp(seconds_per_px_, narrowest, widest);
    shows_all_ = seconds_per_px_ == widest;
    start_s_ = std::clamp(start_s_, 0.0, std::max(duration_s_ - visible_s(), 0.0));
}

std::vector<TimeTick> TimeAxis::ticks(double label_px) const {
    const Step step = step_at_least(label_px * seconds_per_px_);
    const auto minors_per_major = std::llround(step.major_s / step.minor_s);
    const auto first = static_cast<std::int64_t>(std::ceil(start_s_ / step.minor_s - 1e-9));
    const auto last = static_cast<std::int64_t>(std::floor(std::min(end_s(), duration_s_) / step.minor_s + 1e-9));
    std::vector<TimeTick> ticks;
    for (std::int64_t i = first; i <= last; ++i) { // by number, not by adding: no error grows along the axis
        const double time_s = static_cast<double>(i) * step.minor_s;
        const bool major = i % minors_per_major == 0;
        ticks.push_back({time_s, major, major ? time_text(time_s, step.decimals) : std::string()});
    }
    return ticks;
}

} // namespace biaokao::audio
