// How strong each frequency of a recording is over time. Pure: a part of the picture is a function of samples and
// settings, so that a worker may compute exactly what is on the screen.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/media/audio.h"

namespace biaokao {

enum class SpectrumWindow { hann, hamming, blackman, gaussian };
enum class FrequencyScale { linear, mel };

constexpr int fft_size_min = 64, fft_size_max = 8192;

struct SpectrogramSettings {
    int fft_size = 512; // samples of one spectrum, all of them under the window: a power of two
    SpectrumWindow window = SpectrumWindow::hann;
    FrequencyScale scale = FrequencyScale::linear;
    double range_db = 70;  // from the strongest that is told apart down to the weakest
    double top_hz = 8'000; // of the picture; never above half the sample rate
    friend bool operator==(const SpectrogramSettings&, const SpectrogramSettings&) = default;
};

// The power of two that holds at least 25 ms: long enough for the harmonics of a voice, short enough for its syllables.
[[nodiscard]] int fft_size_for(int sample_rate);

// The frequency at a height of the picture (0 bottom, 1 top), and back. Mel: 2595 log10(1 + f / 700).
[[nodiscard]] double hz_from_height(const SpectrogramSettings& settings, int sample_rate, double height);
[[nodiscard]] double height_from_hz(const SpectrogramSettings& settings, int sample_rate, double hz);

// One spectrum after another, with the same window.
class Spectrum {
public:
    Spectrum(int fft_size, SpectrumWindow window);
    ~Spectrum();
    Spectrum(const Spectrum&) = delete;
    Spectrum& operator=(const Spectrum&) = delete;

    // The power in each of the fft_size / 2 + 1 bins around a frame; a sine of full scale in the middle of a bin gives
    // it 1. What lies outside the recording is silence. Valid until the next call.
    [[nodiscard]] std::span<const float> powers(const AudioClip& clip, int channel, std::int64_t centre_frame);

private:
    struct State;
    std::unique_ptr<State> state_;
};

// How wide a column should be where a pixel shows so many frames: a power of two, one to two columns for a pixel, and
// none so fine that it looks like its neighbour.
[[nodiscard]] std::int64_t frames_per_column(int fft_size, double frames_per_px);

struct SpectrogramPart {
    int channel = all_channels;
    std::int64_t first_frame = 0, frames_per_column = 64;
    int columns = 256, rows = 256;
    double top_db = 0; // the strongest that is told apart, against a sine of full scale
};
// Rows from the highest frequency, each with a value for every column: 0 at or below the range, 255 at its top. A row
// that covers several bins shows the strongest; a column wider than the window shows the mean of up to four spectra.
[[nodiscard]] std::vector<std::uint8_t> spectrogram_part(const AudioClip& clip, const SpectrogramSettings& settings,
                                                         const SpectrogramPart& part);

} // namespace biaokao
