#include "tasks/types/audio_segments/view_player.h"

#include <algorithm>

namespace biaokao::audio {

void Player::set_clip(std::shared_ptr<const AudioClip> clip) {
    pause();
    clip_ = std::move(clip);
    cursor_s_ = 0;
}

void Player::update() {
    if (!playing_) return;
    cursor_s_ = std::clamp(sound_.position_s(), 0.0, clip_->duration_s());
    playing_ = sound_.playing();
}

void Player::play(const Segment& range, bool loop) {
    if (!clip_ || range.end_s <= range.start_s) return;
    sound_.play(clip_, {.start_s = range.start_s, .end_s = range.end_s, .loop = loop, .speed = speed_});
    range_ = range;
    cursor_s_ = range.start_s;
    playing_ = true;
    looping_ = loop;
}

void Player::set_speed(double speed) {
    speed_ = std::clamp(speed, speed_min, speed_max);
    update();
    if (!playing_) return;
    sound_.play(
        clip_,
        {.start_s = range_.start_s, .end_s = range_.end_s, .loop = looping_, .speed = speed_, .from_s = cursor_s_});
}

void Player::pause() {
    if (!playing_) return;
    update();
    sound_.stop();
    playing_ = false;
}

void Player::seek(double time_s) {
    if (!clip_) return;
    cursor_s_ = std::clamp(time_s, 0.0, clip_->duration_s());
    if (!playing_) return;
    if (cursor_s_ < clip_->duration_s()) play({cursor_s_, clip_->duration_s()}, false);
    else pause();
}

} // namespace biaokao::audio
