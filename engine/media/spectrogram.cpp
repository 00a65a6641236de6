// The only file that knows KISS FFT.
#include "engine/media/spectrogram.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <kiss_fftr.h>

namespace biaokao {

namespace {

constexpr double window_s = 0.025;
constexpr int spectra_of_a_wide_column = 4;
constexpr double gaussian_deviation = 0.2; // of the window: −27 dB at its ends, as narrow as Hann in frequency
constexpr double weakest_power = 1e-12;    // what a logarithm can be taken of: −120 dB

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
    std::vector<float> window, samples, powers;
    std::vector<kiss_fft_cpx> bins;
    std::unique_ptr<std::remove_pointer_t<kiss_fftr_cfg>, void (*)(void*)> plan{nullptr,
                                                                                [](void* p) { kiss_fftr_free(p); }};
};

Spectrum::Spectrum(int fft_size, SpectrumWindow window) : state_(std::make_unique<State>()) {
    const int size = allowed_size(fft_size);
    State& s = *state_;
    s.plan.reset(kiss_fftr_alloc(size, 0, nullptr, nullptr));
    s.samples.resize(static_cast<std::size_t>(size));
    s.bins.resize(static_cast<std::size_t>(size / 2 + 1));
    s.powers.resize(s.bins.size());
    double sum = 0;
    for (int i = 0; i < size; ++i) {
        s.window.push_back(static_cast<float>(window_at(window, static_cast<double>(i) / size)));
        sum += s.window.back();
    }
    for (float& weight : s.window) weight *= static_cast<float>(2 / sum); // a sine's power stands in two bins
}

Spectrum::~Spectrum() = default;

std::span<const float> Spectrum::powers(const AudioClip& clip, int channel, std::int64_t centre_frame) {
    State& s = *state_;
    const auto first = centre_frame - static_cast<std::int64_t>(s.samples.size() / 2);
    for (std::size_t i = 0; i < s.samples.size(); ++i)
        s.samples[i] = sample_of(clip, first + static_cast<std::int64_t>(i), channel) * s.window[i];
    kiss_fftr(s.plan.get(), s.samples.data(), s.bins.data());
    for (std::size_t i = 0; i < s.bins.size(); ++i) s.powers[i] = s.bins[i].r * s.bins[i].r + s.bins[i].i * s.bins[i].i;
    s.powers.front() /= 4; // these two have no twin among the negative frequencies
    s.powers.back() /= 4;
    return s.powers;
}

std::vector<std::uint8_t> spectrogram_part(const AudioClip& clip, const SpectrogramSettings& settings,
                                           const SpectrogramPart& part) {
    const int size = allowed_size(settings.fft_size);
    Spectrum spectrum(size, settings.window);
    const auto rows = bins_of_rows(settings, clip.sample_rate, size, part.rows);
    const auto columns = static_cast<std::size_t>(part.columns);
    const int spectra = part.frames_per_column > size ? spectra_of_a_wide_column : 1;
    const double range_db = std::max(1.0, settings.range_db);
    std::vector<float> mean;
    std::vector<std::uint8_t> levels(columns * rows.size());
    for (std::size_t column = 0; column < columns; ++column) {
        const double start = static_cast<double>(part.first_frame) +
                             static_cast<double>(column) * static_cast<double>(part.frames_per_column);
        mean.assign(static_cast<std::size_t>(size / 2 + 1), 0);
        for (int i = 0; i < spectra; ++i) {
            const double centre = start + (i + 0.5) / spectra * static_cast<double>(part.frames_per_column);
            const auto powers = spectrum.powers(clip, part.channel, static_cast<std::int64_t>(centre));
            for (std::size_t bin = 0; bin < mean.size(); ++bin) mean[bin] += powers[bin] / static_cast<float>(spectra);
        }
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const double db = 10 * std::log10(std::max<double>(power_in(rows[row], mean), weakest_power));
            const double share = std::clamp((db - part.top_db) / range_db + 1, 0.0, 1.0);
            levels[row * columns + column] = static_cast<std::uint8_t>(std::lround(share * 255));
        }
    }
    return levels;
}

} // namespace biaokao
