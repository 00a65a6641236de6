// The only file that knows KISS FFT.
#include "engine/media/spectrogram.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

#include <kiss_fftr.h>

namespace biaokao {

namespace {

constexpr double window_s = 0.025;
// Of a column that is wider than the window: short spectra are means of several, long ones need none beside them to be
// as steady, because a row of the picture shows the strongest of many of their bins.
constexpr int spectra_max = 4, samples_of_a_wide_column = 4'096;
constexpr std::int64_t finest_column = 16; // frames: a spectrum is far longer, nothing finer can be seen
constexpr int columns_of_a_spectrum = 32;  // at most: nearer ones are alike
constexpr double gaussian_deviation = 0.2; // of the window: −27 dB at its ends, as narrow as Hann in frequency
constexpr float weakest_power = 1e-12F;    // what a logarithm can be taken of: −120 dB

double mel_from_hz(double hz) { return 2595 * std::log10(1 + hz / 700); }
double hz_from_mel(double mel) { return 700 * (std::pow(10.0, mel / 2595) - 1); }

double top_of(const SpectrogramSettings& settings, int sample_rate) {
    return std::min(std::max(1.0, settings.top_hz), sample_rate / 2.0);
}

// Periodic windows (their first value returns one sample after the last), as spectra want them.
double window_at(SpectrumWindow window, double share) {
    const double turn = 2 * std::numbers::pi * share;
    switch (window) {
    case SpectrumWindow::hann: return 0.5 - 0.5 * std::cos(turn);
    case SpectrumWindow::hamming: return 0.54 - 0.46 * std::cos(turn);
    case SpectrumWindow::blackman: return 0.42 - 0.5 * std::cos(turn) + 0.08 * std::cos(2 * turn);
    case SpectrumWindow::gaussian: {
        const double away = (share - 0.5) / gaussian_deviation;
        return std::exp(-0.5 * away * away);
    }
    }
    return 1;
}

int allowed_size(int fft_size) {
    int size = fft_size_min;
    while (size < fft_size && size < fft_size_max) size *= 2;
    return size;
}

// Which bins a row of the picture shows: all that lie in it, or the place between two where none does.
struct RowBins {
    int first = 0, last = -1;
    double between = 0;
};

std::vector<RowBins> bins_of_rows(const SpectrogramSettings& settings, int sample_rate, int fft_size, int rows) {
    const double bins_per_hz = static_cast<double>(fft_size) / sample_rate;
    const auto bin_at = [&](double row_from_top) {
        return hz_from_height(settings, sample_rate, 1 - row_from_top / rows) * bins_per_hz;
    };
    std::vector<RowBins> bins(static_cast<std::size_t>(rows));
    for (int row = 0; row < rows; ++row) {
        RowBins& of_row = bins[static_cast<std::size_t>(row)];
        of_row.first = static_cast<int>(std::ceil(bin_at(row + 1)));
        of_row.last = std::min(static_cast<int>(std::ceil(bin_at(row))) - 1, fft_size / 2);
        of_row.between = std::clamp(bin_at(row + 0.5), 0.0, fft_size / 2.0);
    }
    return bins;
}

// sample_of for one frame after the other, silence outside of the recording.
void read_frames(const AudioClip& clip, std::int64_t first, int channel, std::span<float> out) {
    if (clip.channels > 1 && channel < 0) {
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = sample_of(clip, first + static_cast<std::int64_t>(i), channel);
        return;
    }
    const std::int64_t offset = std::max(channel, 0), count = static_cast<std::int64_t>(out.size());
    const std::int64_t from = offset < clip.channels ? std::clamp<std::int64_t>(-first, 0, count) : count;
    const std::int64_t to = std::clamp<std::int64_t>(clip.frames() - first, from, count);
    std::fill(out.begin(), out.begin() + from, 0.0F);
    const float* samples = clip.samples.data() + offset;
    for (std::int64_t i = from; i < to; ++i) {
        const float value = samples[(first + i) * clip.channels];
        out[static_cast<std::size_t>(i)] = std::isfinite(value) ? value : 0;
    }
    std::fill(out.begin() + to, out.end(), 0.0F);
}

float power_in(const RowBins& bins, std::span<const float> powers) {
    if (bins.first <= bins.last) return *std::max_element(powers.begin() + bins.first, powers.begin() + bins.last + 1);
    const auto below = static_cast<std::size_t>(bins.between);
    const auto above = std::min(below + 1, powers.size() - 1);
    const auto share = static_cast<float>(bins.between - static_cast<double>(below));
    return powers[below] * (1 - share) + powers[above] * share;
}

} // namespace

int fft_size_for(int sample_rate) { return allowed_size(static_cast<int>(std::ceil(window_s * sample_rate))); }

double hz_from_height(const SpectrogramSettings& settings, int sample_rate, double height) {
    const double top = top_of(settings, sample_rate);
    return settings.scale == FrequencyScale::mel ? hz_from_mel(mel_from_hz(top) * height) : top * height;
}

double height_from_hz(const SpectrogramSettings& settings, int sample_rate, double hz) {
    const double top = top_of(settings, sample_rate);
    return settings.scale == FrequencyScale::mel ? mel_from_hz(hz) / mel_from_hz(top) : hz / top;
}

struct Spectrum::State {
    explicit State(int size)
        : samples(static_cast<std::size_t>(size)), powers(samples.size() / 2 + 1), bins(powers.size()),
          plan(kiss_fftr_alloc(size, 0, nullptr, nullptr), [](void* memory) { kiss_fftr_free(memory); }) {}
    std::vector<float> window, samples, powers;
    std::vector<kiss_fft_cpx> bins;
    std::unique_ptr<std::remove_pointer_t<kiss_fftr_cfg>, void (*)(void*)> plan;
};

Spectrum::Spectrum(int fft_size, SpectrumWindow window) : state_(std::make_unique<State>(allowed_size(fft_size))) {
    State& s = *state_;
    double sum = 0;
    for (std::size_t i = 0; i < s.samples.size(); ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(s.samples.size());
        s.window.push_back(static_cast<float>(window_at(window, share)));
        sum += s.window.back();
    }
    for (float& weight : s.window) weight *= static_cast<float>(2 / sum); // a sine's power stands in two bins
}

Spectrum::~Spectrum() = default;

std::span<const float> Spectrum::powers(const AudioClip& clip, int channel, std::int64_t centre_frame) {
    State& s = *state_;
    read_frames(clip, centre_frame - static_cast<std::int64_t>(s.samples.size() / 2), channel, s.samples);
    for (std::size_t i = 0; i < s.samples.size(); ++i) s.samples[i] *= s.window[i];
    kiss_fftr(s.plan.get(), s.samples.data(), s.bins.data());
    for (std::size_t i = 0; i < s.bins.size(); ++i) s.powers[i] = s.bins[i].r * s.bins[i].r + s.bins[i].i * s.bins[i].i;
    s.powers.front() /= 4; // these two have no twin among the negative frequencies
    s.powers.back() /= 4;
    return s.powers;
}

std::int64_t frames_per_column(int fft_size, double frames_per_px) {
    const auto finest = std::max<std::int64_t>(allowed_size(fft_size) / columns_of_a_spectrum, finest_column);
    const auto wanted = static_cast<std::uint64_t>(std::max(frames_per_px, static_cast<double>(finest)));
    return static_cast<std::int64_t>(std::bit_floor(wanted));
}

std::vector<std::uint8_t> spectrogram_part(const AudioClip& clip, const SpectrogramSettings& settings,
                                           const SpectrogramPart& part) {
    const int size = allowed_size(settings.fft_size);
    Spectrum spectrum(size, settings.window);
    const auto rows = bins_of_rows(settings, clip.sample_rate, size, part.rows);
    const auto columns = static_cast<std::size_t>(part.columns);
    const int spectra = part.frames_per_column > size ? std::clamp(samples_of_a_wide_column / size, 1, spectra_max) : 1;
    const auto range_db = static_cast<float>(std::max(1.0, settings.range_db));
    const auto top_db = static_cast<float>(part.top_db);
    const float share_of_one = 1 / static_cast<float>(spectra);
    std::vector<float> mean;
    std::vector<std::uint8_t> levels(columns * rows.size());
    for (std::size_t column = 0; column < columns; ++column) {
        const double start = static_cast<double>(part.first_frame) +
                             static_cast<double>(column) * static_cast<double>(part.frames_per_column);
        mean.assign(static_cast<std::size_t>(size / 2 + 1), 0);
        for (int i = 0; i < spectra; ++i) {
            const double centre = start + (i + 0.5) / spectra * static_cast<double>(part.frames_per_column);
            const auto powers = spectrum.powers(clip, part.channel, static_cast<std::int64_t>(centre));
            for (std::size_t bin = 0; bin < mean.size(); ++bin) mean[bin] += powers[bin] * share_of_one;
        }
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const float db = 10 * std::log10(std::max(power_in(rows[row], mean), weakest_power));
            const float share = std::clamp((db - top_db) / range_db + 1, 0.0F, 1.0F);
            levels[row * columns + column] = static_cast<std::uint8_t>(share * 255 + 0.5F);
        }
    }
    return levels;
}

} // namespace biaokao
