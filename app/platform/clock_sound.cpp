#include <algorithm>
#include <cmath>

#include "app/platform/sound_backends.h"

namespace biaokao {
namespace {

class ClockSound : public Sound {
public:
    explicit ClockSound(std::function<double()> now_s) : now_s_(std::move(now_s)) {}

    void play(std::shared_ptr<const AudioClip> clip, const Playback& playback) override {
        playback_ = playback;
        playback_.end_s = std::min(playback.end_s, clip->duration_s());
        begun_s_ = now_s_();
        running_ = playback_.end_s > playback_.start_s;
        position_s_ = playback_.start_s;
    }
    void pause() override {
        position_s_ = position_s();
        running_ = false;
    }
    void stop() override {
        running_ = false;
        position_s_ = playback_.start_s;
    }
    [[nodiscard]] bool playing() const override {
        return running_ && (playback_.loop || elapsed_s() < playback_.end_s - playback_.start_s);
    }
    [[nodiscard]] double position_s() const override {
        if (!running_) return position_s_;
        const double length_s = playback_.end_s - playback_.start_s;
        if (playback_.loop) return playback_.start_s + std::fmod(elapsed_s(), length_s);
        return playback_.start_s + std::min(elapsed_s(), length_s);
    }
    [[nodiscard]] bool audible() const override { return false; }

private:
    [[nodiscard]] double elapsed_s() const { return now_s_() - begun_s_; }

    std::function<double()> now_s_;
    Playback playback_;
    double begun_s_ = 0, position_s_ = 0;
    bool running_ = false;
};

} // namespace

std::unique_ptr<Sound> make_clock_sound(std::function<double()> now_s) {
    return std::make_unique<ClockSound>(std::move(now_s));
}

} // namespace biaokao
