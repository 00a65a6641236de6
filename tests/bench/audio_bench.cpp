// What a long recording costs (annotation-tools.md section 4): its waveform, the spectrogram of one screen, its levels.
// Three lengths of 16 kHz mono; a screen is 1,366 pixels wide.
#include <benchmark/benchmark.h>

#include <cmath>
#include <memory>

#include "engine/media/audio_levels.h"
#include "engine/media/spectrogram.h"
#include "engine/media/waveform.h"

using namespace biaokao;

namespace {

constexpr int rate = 16'000, screen_px = 1'366;

std::shared_ptr<const AudioClip> recording(std::int64_t minutes) {
    auto clip = std::make_shared<AudioClip>(AudioClip{rate, 1, {}});
    clip->samples.resize(static_cast<std::size_t>(minutes * 60 * rate));
    for (std::size_t i = 0; i < clip->samples.size(); ++i)
        clip->samples[i] = static_cast<float>((i * 2'654'435'761U) % 65'536) / 65'536 - 0.5F;
    return clip;
}

void waveform(benchmark::State& state) {
    const auto clip = recording(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(Waveform(clip).peak());
}
BENCHMARK(waveform)->Arg(1)->Arg(10)->Arg(60)->Unit(benchmark::kMillisecond);

void levels(benchmark::State& state) {
    const auto clip = recording(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(measure_levels(*clip));
}
BENCHMARK(levels)->Arg(1)->Arg(10)->Arg(60)->Unit(benchmark::kMillisecond);

// Tiles as the desk computes them, by one worker of its two.
void spectrogram(benchmark::State& state, const AudioClip& clip, double seconds, int fft_size) {
    const SpectrogramSettings settings{.fft_size = fft_size};
    const double frames = seconds * rate;
    const std::int64_t in_column = frames_per_column(fft_size, frames / screen_px);
    for (auto _ : state)
        for (std::int64_t first = 0; static_cast<double>(first) < frames; first += 256 * in_column)
            benchmark::DoNotOptimize(
                spectrogram_part(clip, settings, {.first_frame = first, .frames_per_column = in_column}));
}

void spectrogram_of_a_screen(benchmark::State& state) { // all that it shows of the whole recording
    const auto clip = recording(state.range(0));
    spectrogram(state, *clip, clip->duration_s(), static_cast<int>(state.range(1)));
}
BENCHMARK(spectrogram_of_a_screen)
    ->ArgsProduct({{1, 10, 60}, {128, 512, 1'024, 2'048, 4'096, 8'192}})
    ->Unit(benchmark::kMillisecond);

void spectrogram_zoomed_in(benchmark::State& state) { // 5 s on the screen, as one works
    const auto clip = recording(state.range(0));
    spectrogram(state, *clip, 5, static_cast<int>(state.range(1)));
}
BENCHMARK(spectrogram_zoomed_in)->ArgsProduct({{1, 10, 60}, {512, 2'048, 8'192}})->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
