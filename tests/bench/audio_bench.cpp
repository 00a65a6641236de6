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

// Tiles as the desk computes them: all that a screen shows of the whole recording.
void spectrogram_of_a_screen(benchmark::State& state) {
    const auto clip = recording(state.range(0));
    const SpectrogramSettings settings{.fft_size = static_cast<int>(state.range(1))};
    std::int64_t step = 16;
    while (2 * step * screen_px <= clip->frames()) step *= 2;
    for (auto _ : state)
        for (std::int64_t first = 0; first < clip->frames(); first += 256 * step)
            benchmark::DoNotOptimize(
                spectrogram_part(*clip, settings, {.first_frame = first, .frames_per_column = step}));
}
BENCHMARK(spectrogram_of_a_screen)
    ->Args({1, 512})
    ->Args({10, 512})
    ->Args({60, 512})
    ->Args({60, 2'048})
    ->Unit(benchmark::kMillisecond);

void spectrogram_zoomed_in(benchmark::State& state) { // 5 s on the screen, as one works
    const auto clip = recording(state.range(0));
    for (auto _ : state)
        for (std::int64_t first = 0; first < 5 * rate; first += 256 * 32)
            benchmark::DoNotOptimize(spectrogram_part(*clip, {}, {.first_frame = first, .frames_per_column = 32}));
}
BENCHMARK(spectrogram_zoomed_in)->Arg(1)->Arg(10)->Arg(60)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
