// The only file that knows SoundTouch.
#include "app/platform/paced_sound.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <SoundTouch.h>

namespace biaokao {

namespace {

// Shorter steps than the library's own: what is heard strays less from where the cursor stands. A step is played at the
// recording's own speed, so within it the distance grows by (1 − speed) of its length, and the search for a place that
// fits adds half its window: together less than 10 ms either way from 0.5 to 2.0. The window still holds a period of a
// deep voice (100 Hz).
constexpr int sequence_ms = 16, seek_window_ms = 10, overlap_ms = 6;
constexpr std::int64_t block_frames = 2'048; // handed to the stretcher at once

std::int64_t frame_at(const AudioClip& clip, double seconds) {
    const double frame = std::floor(seconds * clip.sample_rate + 0.5);
    if (!(frame > 0)) return 0;
    return frame < static_cast<double>(clip.frames()) ? static_cast<std::int64_t>(frame) : clip.frames();
}

// How far what SoundTouch gives is ahead of its moment in the recording, in its mean: half of what a step strays, and
// what its first step is too short for when it centres the search (TDStretch::processSamples).
double ahead_ms(double speed) {
    const double first_skip = speed * (sequence_ms - overlap_ms), centring = speed * overlap_ms + seek_window_ms / 2.0;
    return (1 - speed) * sequence_ms / 2 + std::max(centring - first_skip, 0.0);
}

} // namespace

struct PacedSound::Stretcher {
    soundtouch::SoundTouch stretch;
    std::vector<float> block;
    bool flushed = false;
    std::int64_t silent_left = 0, dropped_left = 0; // frames to hear, at the beginning of a round

    // Slow sound comes so much later than the library gives it, fast sound earlier.
    void begin_round(double speed, int sample_rate) {
        stretch.clear();
        flushed = false;
        const auto late = static_cast<std::int64_t>(std::llround(ahead_ms(speed) / speed / 1'000 * sample_rate));
        silent_left = std::max<std::int64_t>(late, 0);
        dropped_left = std::max<std::int64_t>(-late, 0);
    }
};

PacedSound::PacedSound(std::shared_ptr<const AudioClip> clip, const Playback& playback)
    : clip_(std::move(clip)), channels_(clip_->channels == 2 ? 2 : 1), loop_(playback.loop),
      speed_(std::isfinite(playback.speed) ? std::clamp(playback.speed, speed_min, speed_max) : 1),
      start_(frame_at(*clip_, playback.start_s)), end_(std::max(frame_at(*clip_, playback.end_s), start_)),
      from_(std::clamp(frame_at(*clip_, playback.from_s.value_or(playback.start_s)), start_, end_)) {
    if (from_ == end_) from_ = start_;
    first_round_ = heard_frames(end_ - from_);
    round_ = heard_frames(end_ - start_);
    if (speed_ != 1) {
        stretcher_ = std::make_unique<Stretcher>();
        stretcher_->stretch.setSampleRate(static_cast<unsigned>(clip_->sample_rate));
        stretcher_->stretch.setChannels(static_cast<unsigned>(channels_));
        stretcher_->stretch.setTempo(speed_);
        stretcher_->stretch.setSetting(SETTING_SEQUENCE_MS, sequence_ms);
        stretcher_->stretch.setSetting(SETTING_SEEKWINDOW_MS, seek_window_ms);
        stretcher_->stretch.setSetting(SETTING_OVERLAP_MS, overlap_ms);
    }
    begin_round(from_);
    left_in_round_ = first_round_;
}

PacedSound::~PacedSound() = default;

std::int64_t PacedSound::heard_frames(std::int64_t frames) const {
    return static_cast<std::int64_t>(std::llround(static_cast<double>(frames) / speed_));
}

void PacedSound::begin_round(std::int64_t from) {
    next_ = from;
    left_in_round_ = round_;
    if (stretcher_) stretcher_->begin_round(speed_, clip_->sample_rate);
}

std::size_t PacedSound::read(std::span<float> out) {
    const auto channels = static_cast<std::size_t>(channels_);
    const auto wanted = static_cast<std::int64_t>(out.size() / channels);
    std::int64_t done = 0;
    while (done < wanted) {
        if (left_in_round_ == 0) {
            if (!loop_ || round_ == 0) break;
            begin_round(start_);
        }
        const std::int64_t frames = std::min(wanted - done, left_in_round_);
        float* to = out.data() + static_cast<std::size_t>(done) * channels;
        if (stretcher_) read_stretched(to, frames);
        else read_plain(to, frames);
        left_in_round_ -= frames;
        done += frames;
    }
    return static_cast<std::size_t>(done);
}

void PacedSound::read_plain(float* out, std::int64_t frames) {
    for (std::int64_t i = 0; i < frames; ++i, ++next_) {
        if (channels_ == 1) *out++ = sample_of(*clip_, next_, all_channels);
        else
            for (int channel = 0; channel < 2; ++channel) *out++ = sample_of(*clip_, next_, channel);
    }
}

void PacedSound::read_stretched(float* out, std::int64_t frames) {
    Stretcher& s = *stretcher_;
    const std::int64_t silent = std::min(frames, s.silent_left);
    std::fill_n(out, silent * channels_, 0.0F);
    out += silent * channels_;
    frames -= silent;
    s.silent_left -= silent;
    while (frames > 0) {
        if (s.dropped_left > 0) s.dropped_left -= s.stretch.receiveSamples(static_cast<unsigned>(s.dropped_left));
        const std::int64_t received =
            s.dropped_left > 0 ? 0 : s.stretch.receiveSamples(out, static_cast<unsigned>(frames));
        out += received * channels_;
        frames -= received;
        if (received > 0) continue;
        if (next_ < end_) {
            const std::int64_t put = std::min(block_frames, end_ - next_);
            s.block.resize(static_cast<std::size_t>(put * channels_));
            read_plain(s.block.data(), put);
            s.stretch.putSamples(s.block.data(), static_cast<unsigned>(put));
        } else if (!s.flushed) {
            s.stretch.flush();
            s.flushed = true;
        } else { // rounding, or a range that is shorter than one step of the stretcher
            std::fill_n(out, frames * channels_, 0.0F);
            return;
        }
    }
}

double PacedSound::position_s(std::int64_t frames_read) const {
    const auto in_seconds = [&](double frame) {
        return std::clamp(frame, static_cast<double>(start_), static_cast<double>(end_)) / clip_->sample_rate;
    };
    if (frames_read < first_round_ || !loop_ || round_ == 0)
        return in_seconds(static_cast<double>(from_) + static_cast<double>(frames_read) * speed_);
    return in_seconds(static_cast<double>(start_) +
                      static_cast<double>((frames_read - first_round_) % round_) * speed_);
}

} // namespace biaokao
