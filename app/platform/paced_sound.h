// What the ear gets of a recording: the frames of a range one after another, at any speed but always at the true pitch,
// round and round in a loop. Says for each frame which moment of the recording it is. Knows no device.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "app/platform/sound.h"

namespace biaokao {

class PacedSound {
public:
    PacedSound(std::shared_ptr<const AudioClip> clip, const Playback& playback);
    ~PacedSound();
    PacedSound(const PacedSound&) = delete;
    PacedSound& operator=(const PacedSound&) = delete;

    [[nodiscard]] int channels() const { return channels_; } // 2 of a stereo recording, else 1: the mean
    // Writes the next frames, interleaved, and returns how many: fewer than fit only at the end, and none in a loop
    // that has no frame. At speed 1 the recording's own samples. A round is as long as its range divided by the speed,
    // to the frame: what the stretching gives too much is cut, what it lacks is silence.
    std::size_t read(std::span<float> out);
    // Where in the recording the frame is that comes after `frames_read` others, in seconds; never beyond the range.
    [[nodiscard]] double position_s(std::int64_t frames_read) const;
    // All of it, without a loop; one round with.
    [[nodiscard]] std::int64_t frames_in_first_round() const { return first_round_; }

private:
    struct Stretcher;
    [[nodiscard]] std::int64_t heard_frames(std::int64_t frames) const;
    void begin_round(std::int64_t from);
    void read_plain(float* out, std::int64_t frames);
    void read_stretched(float* out, std::int64_t frames);

    std::shared_ptr<const AudioClip> clip_;
    std::unique_ptr<Stretcher> stretcher_; // none at speed 1
    int channels_ = 1;
    bool loop_ = false;
    double speed_ = 1;
    std::int64_t start_ = 0, end_ = 0,
                 from_ = 0;                     // frames of the recording: the range, and where the first round begins
    std::int64_t first_round_ = 0, round_ = 0;  // frames to hear
    std::int64_t next_ = 0, left_in_round_ = 0; // the next frame of the recording; frames to hear until the round ends
};

} // namespace biaokao
