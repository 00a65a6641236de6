// A recording in memory, decoded once to sample positions, so that waveform, playback and segments agree.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace biaokao {

constexpr std::int64_t max_audio_samples = 1 << 27; // all channels together: 46 minutes of 48 kHz stereo, 512 MiB
constexpr int max_audio_channels = 8;

struct AudioFacts {
    int sample_rate = 0;
    int channels = 0;
    std::int64_t frames = 0; // one sample of each channel
    std::string format;      // "WAV", "FLAC", "Ogg", "MP3", else libsndfile's name of the container
    int bits = 0;            // of a sample in the file; 0 where it is compressed with loss
    [[nodiscard]] double duration_s() const { return static_cast<double>(frames) / sample_rate; }
};

struct AudioClip {
    int sample_rate = 0;
    int channels = 0;
    std::vector<float> samples; // −1 … 1, frame by frame (interleaved)

    [[nodiscard]] std::int64_t frames() const { return static_cast<std::int64_t>(samples.size()) / channels; }
    [[nodiscard]] double duration_s() const { return static_cast<double>(frames()) / sample_rate; }
};

constexpr int all_channels = -1; // the mean of them, where a channel is asked for
// One channel of one frame, or the mean of all; 0 outside the recording and for what is no number.
[[nodiscard]] inline float sample_of(const AudioClip& clip, std::int64_t frame, int channel) {
    // Called for every sample of an hour: frames() would divide each time.
    const std::int64_t at = frame * clip.channels;
    if (frame < 0 || at + clip.channels > static_cast<std::int64_t>(clip.samples.size())) return 0;
    const float* first = clip.samples.data() + at;
    float value = 0;
    if (channel >= 0) {
        value = channel < clip.channels ? first[channel] : 0;
    } else {
        for (int i = 0; i < clip.channels; ++i) value += first[i];
        value /= static_cast<float>(clip.channels);
    }
    return std::isfinite(value) ? value : 0;
}

// WAV, FLAC, Ogg or MP3. "error.audio_unreadable" (with libsndfile's reason), "error.audio_empty",
// "error.audio_too_long" (more than max_audio_samples), "error.audio_format" (rate outside 4,000 … 192,000 Hz or more
// than max_audio_channels), all at `where`. probe_audio reads headers only; both are safe on any thread.
[[nodiscard]] Result<AudioFacts> probe_audio(std::string_view bytes, std::string_view where);
[[nodiscard]] Result<AudioClip> decode_audio(std::string_view bytes, std::string_view where);

// The mean of the channels: what a waveform shows.
[[nodiscard]] std::vector<float> mono_samples(const AudioClip& clip);

} // namespace biaokao
