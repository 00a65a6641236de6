#include <cmath>

#include "app/platform/paced_sound.h"
#include "app/platform/sound_backends.h"

namespace biaokao {
namespace {

class ClockSound : public Sound {
public:
    explicit ClockSound(std::function<double()> now_s) : now_s_(std::move(now_s)) {}

    void play(std::shared_ptr<const AudioClip> clip, const Playback& playback) override {
        rate_ = clip->sample_rate;
        sound_ = std::make_unique<PacedSound>(std::move(clip), playback);
        loop_ = playback.loop;
        begun_s_ = now_s_();
        running_ = sound_->frames_in_first_round() > 0;
        position_s_ = sound_->position_s(0);
    }
    void pause() override {
        position_s_ = position_s();
        running_ = false;
    }
    void stop() override {
        running_ = false;
        if (sound_) position_s_ = sound_->position_s(0);
    }
    [[nodiscard]] bool playing() const override {
        return running_ && (loop_ || heard_frames() < sound_->frames_in_first_round());
    }
    [[nodiscard]] double position_s() const override {
        return running_ ? sound_->position_s(heard_frames()) : position_s_;
    }
    [[nodiscard]] bool audible() const override { return false; }

private:
    [[nodiscard]] std::int64_t heard_frames() const {
        return static_cast<std::int64_t>(std::llround((now_s_() - begun_s_) * rate_));
    }

    std::function<double()> now_s_;
    std::unique_ptr<PacedSound> sound_; // never read: only its clock is needed
    double begun_s_ = 0, position_s_ = 0;
    int rate_ = 1;
    bool running_ = false, loop_ = false;
};

} // namespace

std::unique_ptr<Sound> make_clock_sound(std::function<double()> now_s) {
    return std::make_unique<ClockSound>(std::move(now_s));
}

} // namespace biaokao
