#include "engine/media/spectrogram.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

using namespace biaokao;
using doctest::Approx;

namespace {

constexpr int rate = 16'000;

AudioClip tone(double hz, double amplitude, std::int64_t frames = rate, int channels = 1) {
    AudioClip clip{rate, channels, {}};
    for (std::int64_t i = 0; i < frames; ++i)
        for (int channel = 0; channel < channels; ++channel)
            clip.samples.push_back(
                static_cast<float>(amplitude * std::sin(2 * std::numbers::pi * hz * static_cast<double>(i) / rate)));
    return clip;
}

std::size_t strongest(std::span<const float> powers) {
    return static_cast<std::size_t>(std::ranges::max_element(powers) - powers.begin());
}

} // namespace

TEST_CASE("spectrum: a tone in the middle of a bin peaks there with its own power, whatever the window") {
    const AudioClip clip = tone(32 * rate / 512.0, 0.5); // bin 32 of 512: 1000 Hz
    for (const auto window :
         {SpectrumWindow::hann, SpectrumWindow::hamming, SpectrumWindow::blackman, SpectrumWindow::gaussian}) {
        Spectrum spectrum(512, window);
        const auto powers = spectrum.powers(clip, all_channels, 8'000);
        REQUIRE(powers.size() == 257);
        CHECK(strongest(powers) == 32);
        CHECK(powers[32] == Approx(0.25).epsilon(0.01)); // a sine of full scale has 1
        CHECK(powers[40] < 1e-3);
        CHECK(powers[100] < 1e-6);
    }
}

TEST_CASE("spectrum: the energy of all bins is the tone's times the window's bandwidth, 1.5 bins for Hann") {
    Spectrum spectrum(1'024, SpectrumWindow::hann);
    for (const double hz : {1'000.0, 1'234.5, 3'999.0}) {
        const auto powers = spectrum.powers(tone(hz, 0.8), all_channels, 8'000);
        const double sum = std::accumulate(powers.begin(), powers.end(), 0.0);
        CHECK(sum == Approx(1.5 * 0.64).epsilon(0.01));
    }
}

TEST_CASE("spectrum: a constant counts once, though its bin has no twin") {
    AudioClip clip{rate, 1, std::vector<float>(rate, 0.5F)};
    Spectrum spectrum(256, SpectrumWindow::hann);
    CHECK(spectrum.powers(clip, all_channels, 8'000)[0] == Approx(0.25).epsilon(0.01));
}

TEST_CASE("spectrum: silence has none, and beyond the ends of a recording there is silence") {
    Spectrum spectrum(512, SpectrumWindow::hann);
    for (const float power : spectrum.powers(AudioClip{rate, 1, std::vector<float>(100)}, all_channels, 50))
        CHECK(power == 0);
    const AudioClip clip = tone(1'000, 1, 4'000);
    const double inside = spectrum.powers(clip, all_channels, 2'000)[32];
    const double at_the_start = spectrum.powers(clip, all_channels, 0)[32];
    const double before = spectrum.powers(clip, all_channels, -300)[32];
    const double after = spectrum.powers(clip, all_channels, 4'300)[32];
    CHECK(inside == Approx(1).epsilon(0.01));
    CHECK(at_the_start == Approx(0.25).epsilon(0.05)); // half of the window, half of the amplitude
    CHECK(before == 0);
    CHECK(after == 0);
}

TEST_CASE("spectrum: channels apart and together, and what is no number is silence") {
    AudioClip clip = tone(1'000, 1, 4'000, 2);
    for (std::size_t i = 1; i < clip.samples.size(); i += 2) clip.samples[i] = 0; // the right one is silent
    Spectrum spectrum(512, SpectrumWindow::hann);
    CHECK(spectrum.powers(clip, 0, 2'000)[32] == Approx(1).epsilon(0.01));
    CHECK(spectrum.powers(clip, 1, 2'000)[32] == 0);
    CHECK(spectrum.powers(clip, all_channels, 2'000)[32] == Approx(0.25).epsilon(0.01));
    clip.samples.assign(clip.samples.size(), std::nanf(""));
    CHECK(spectrum.powers(clip, 0, 2'000)[32] == 0);
}

TEST_CASE("fft_size_for: the power of two that holds 25 ms") {
    CHECK(fft_size_for(4'000) == 128);
    CHECK(fft_size_for(16'000) == 512);
    CHECK(fft_size_for(44'100) == 2'048);
    CHECK(fft_size_for(192'000) == 8'192);
}

TEST_CASE("frequency axis: both scales end at the top, mel gives low frequencies more room, and both can be undone") {
    for (const auto scale : {FrequencyScale::linear, FrequencyScale::mel}) {
        const SpectrogramSettings settings{.scale = scale, .top_hz = 8'000};
        CHECK(hz_from_height(settings, 48'000, 0) == Approx(0));
        CHECK(hz_from_height(settings, 48'000, 1) == Approx(8'000));
        CHECK(hz_from_height(settings, 11'025, 1) == Approx(5'512.5)); // never above half the rate
        CHECK(height_from_hz(settings, 48'000, hz_from_height(settings, 48'000, 0.3)) == Approx(0.3));
    }
    CHECK(height_from_hz({.scale = FrequencyScale::mel}, 16'000, 1'000) == Approx(0.3521).epsilon(0.001));
    CHECK(height_from_hz({.scale = FrequencyScale::linear}, 16'000, 1'000) == Approx(0.125));
}

TEST_CASE("spectrogram_part: a tone is one dark row at its frequency, in every column it sounds") {
    AudioClip clip = tone(2'000, 0.5, 2 * rate);
    std::fill(clip.samples.begin() + rate, clip.samples.end(), 0.0F); // one second of tone, one of silence
    for (const auto scale : {FrequencyScale::linear, FrequencyScale::mel}) {
        const SpectrogramSettings settings{.scale = scale};
        const SpectrogramPart part{.frames_per_column = 500, .columns = 64, .rows = 100, .top_db = -6.02};
        const auto levels = spectrogram_part(clip, settings, part);
        REQUIRE(levels.size() == 64 * 100);
        const auto row = static_cast<std::size_t>((1 - height_from_hz(settings, rate, 2'000)) * 100);
        const auto level = [&](std::size_t of_row, std::size_t column) { return levels[of_row * 64 + column]; };
        for (std::size_t column = 2; column < 30; ++column) {
            CHECK(std::max(level(row, column), level(row - 1, column)) >= 253);
            CHECK(level(row - 20, column) < 60);
            CHECK(level(row + 20, column) < 60);
        }
        for (std::size_t of_row = 0; of_row < 100; ++of_row) CHECK(level(of_row, 40) == 0);
    }
}

TEST_CASE("spectrogram_part: a column wider than its window is the mean of several spectra") {
    AudioClip clip = tone(2'000, 1, 4 * rate);
    std::fill(clip.samples.begin(), clip.samples.begin() + 2 * rate, 0.0F); // silent in the first half
    const SpectrogramPart part{.frames_per_column = 4 * rate, .columns = 1, .rows = 8};
    const auto levels = spectrogram_part(clip, {.range_db = 100}, part);
    // Half of the power: −3 dB of 100, though the middle of the column is neither tone nor silence.
    CHECK(*std::ranges::max_element(levels) == Approx(255 * 0.97).epsilon(0.01));
}

TEST_CASE("spectrogram_part: strange settings neither crash nor run away") {
    const AudioClip clip = tone(1'000, 1, 100);
    for (const int size : {-5, 0, 3, 100, 1 << 30})
        for (const double range_db : {-1.0, 0.0, std::nan("")})
            for (const double top_hz : {-1.0, 0.0, 1e9})
                CHECK(spectrogram_part(clip, {.fft_size = size, .range_db = range_db, .top_hz = top_hz},
                                       {.first_frame = -1'000, .frames_per_column = 10, .columns = 8, .rows = 8})
                          .size() == 64);
}

TEST_CASE("frames_per_column: one to two columns for a pixel, and none that looks like its neighbour") {
    CHECK(frames_per_column(512, 100) == 64);
    CHECK(frames_per_column(512, 64) == 64);
    CHECK(frames_per_column(512, 63.9) == 32);
    CHECK(frames_per_column(512, 0.03) == 16);
    CHECK(frames_per_column(128, 1) == 16);
    CHECK(frames_per_column(2'048, 1) == 64);
    CHECK(frames_per_column(8'192, 100) == 256);
    CHECK(frames_per_column(8'192, 50'000) == 32'768);
}
