// The shape of a recording at any zoom: a pyramid of lowest and highest samples, so that a picture of any range costs
// as much as it is wide.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/media/audio.h"

namespace biaokao {

struct WaveColumn { // the lowest and highest sample of one pixel column
    float low = 0, high = 0;
    friend bool operator==(const WaveColumn&, const WaveColumn&) = default;
};

class Waveform {
public:
    // Reads every sample once; to be called on a worker. The clip is kept: zoomed in, its samples are the picture.
    explicit Waveform(std::shared_ptr<const AudioClip> clip, int channel = all_channels);

    [[nodiscard]] const std::shared_ptr<const AudioClip>& clip() const { return clip_; }
    [[nodiscard]] std::int64_t frames() const { return clip_->frames(); }
    [[nodiscard]] float peak() const { return peak_; } // largest absolute sample

    // Of its channel; what is no number counts as silence. 0 outside the recording.
    [[nodiscard]] float sample(std::int64_t frame) const { return sample_of(*clip_, frame, channel_); }
    [[nodiscard]] int channel() const { return channel_; }
    // Exactly the lowest and highest of frames [begin, end), cut to the recording; both 0 when nothing is left.
    [[nodiscard]] WaveColumn range(std::int64_t begin, std::int64_t end) const;
    // The frame nearest to `frame`, at most `radius` away, at which the sign changes: a cut there makes no click.
    [[nodiscard]] std::optional<std::int64_t> zero_crossing_near(std::int64_t frame, std::int64_t radius) const;
    // Column i shows [start_frame + i × frames_per_column, … + frames_per_column), at least the frame it starts in.
    void columns(double start_frame, double frames_per_column, std::span<WaveColumn> out) const;

private:
    std::shared_ptr<const AudioClip> clip_;
    int channel_ = all_channels;
    std::vector<std::vector<WaveColumn>> levels_; // blocks of 16, 64, 256 … frames; the last one may be shorter
    float peak_ = 0;
};

} // namespace biaokao
