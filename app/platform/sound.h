// Playback of one recording at a time: a real device, or a silent clock where the machine has none.
#pragma once

#include <memory>
#include <optional>

#include "engine/media/audio.h"

namespace biaokao {

constexpr double speed_min = 0.5, speed_max = 2.0;

struct Playback {
    double start_s = 0, end_s = 0;     // end exclusive
    bool loop = false;                 // repeats without a gap, at the very sample
    double speed = 1;                  // speed_min … speed_max, at the true pitch
    std::optional<double> from_s = {}; // where the first round begins; the start unless it lies inside the range
};

class Sound {
public:
    virtual ~Sound() = default;
    virtual void play(std::shared_ptr<const AudioClip> clip, const Playback& playback) = 0; // replaces what plays
    virtual void pause() = 0;                                                               // keeps the position
    virtual void stop() = 0;
    [[nodiscard]] virtual bool playing() const = 0;      // false again when the end is reached
    [[nodiscard]] virtual double position_s() const = 0; // where the ear is, in the recording
    // False: silent clock, and the screen says so. Known after the first play, which opens the device; true before.
    [[nodiscard]] virtual bool audible() const = 0;
};

} // namespace biaokao
