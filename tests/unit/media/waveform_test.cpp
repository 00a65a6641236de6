#include "engine/media/waveform.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <doctest/doctest.h>

using namespace biaokao;

namespace {

// Any odd shape will do, as long as neighbouring samples differ; made by a small generator so that it never changes.
std::shared_ptr<const AudioClip> noise(std::int64_t frames, int channels = 1) {
    auto clip = std::make_shared<AudioClip>();
    clip->sample_rate = 16'000;
    clip->channels = channels;
    std::uint32_t state = 12'345;
    for (std::int64_t i = 0; i < frames * channels; ++i) {
        state = state * 1'664'525U + 1'013'904'223U;
        clip->samples.push_back(static_cast<float>(state >> 8) / static_cast<float>(1 << 23) - 1.0F);
    }
    return clip;
}

WaveColumn brute_force(const Waveform& wave, std::int64_t begin, std::int64_t end) {
    begin = std::max<std::int64_t>(begin, 0);
    end = std::min(end, wave.frames());
    if (begin >= end) return {};
    WaveColumn column{wave.sample(begin), wave.sample(begin)};
    for (std::int64_t i = begin; i < end; ++i) {
        column.low = std::min(column.low, wave.sample(i));
        column.high = std::max(column.high, wave.sample(i));
    }
    return column;
}

} // namespace

TEST_CASE("waveform: every range has exactly the lowest and highest of its samples") {
    for (const std::int64_t frames : {1, 15, 16, 17, 63, 64, 65, 255, 257, 1'000, 4'099}) {
        const Waveform wave(noise(frames));
        for (std::int64_t begin = -3; begin <= frames; begin += 1 + frames / 23)
            for (std::int64_t end = begin; end <= frames + 3; end += 1 + frames / 29) {
                CAPTURE(frames);
                CAPTURE(begin);
                CAPTURE(end);
                REQUIRE(wave.range(begin, end) == brute_force(wave, begin, end));
            }
    }
}

TEST_CASE("waveform: columns cover the visible range without a gap, whatever the zoom") {
    const Waveform wave(noise(5'000));
    for (const double per_column : {0.01, 0.5, 1.0, 3.7, 16.0, 61.3, 900.0}) {
        std::array<WaveColumn, 40> columns;
        wave.columns(100.25, per_column, columns);
        WaveColumn all = columns[0];
        for (const WaveColumn& column : columns) {
            CHECK(column.low <= column.high);
            all = {std::min(all.low, column.low), std::max(all.high, column.high)};
        }
        const auto end = static_cast<std::int64_t>(std::floor(100.25 + 40 * per_column));
        CHECK(all == brute_force(wave, 100, std::max<std::int64_t>(end, 101)));
    }
}

TEST_CASE("waveform: outside the recording there is silence, and a frame is never invented") {
    const Waveform wave(noise(100));
    CHECK(wave.range(-50, 0) == WaveColumn{});
    CHECK(wave.range(100, 900) == WaveColumn{});
    CHECK(wave.range(60, 50) == WaveColumn{});
    CHECK(wave.range(-10, 5) == wave.range(0, 5));
    CHECK(wave.sample(-1) == 0.0F);
    CHECK(wave.sample(100) == 0.0F);
}

TEST_CASE("waveform: channels are averaged, so that opposite ones cancel") {
    auto clip = std::make_shared<AudioClip>();
    clip->sample_rate = 8'000;
    clip->channels = 2;
    clip->samples = {0.5F, -0.5F, 1.0F, 0.5F};
    const Waveform wave(clip);
    CHECK(wave.sample(0) == 0.0F);
    CHECK(wave.sample(1) == 0.75F);
    CHECK(wave.peak() == 0.75F);
    CHECK(wave.range(0, 2) == WaveColumn{0.0F, 0.75F});
}

TEST_CASE("waveform: what is no number counts as silence") {
    // A WAV file of floats may hold anything; one NaN used to swallow its whole block, as every comparison with it
    // fails.
    auto clip = std::make_shared<AudioClip>();
    clip->sample_rate = 8'000;
    clip->channels = 1;
    clip->samples = {std::numeric_limits<float>::quiet_NaN(), 0.25F, std::numeric_limits<float>::infinity(), -0.5F};
    const Waveform wave(clip);
    CHECK(wave.range(0, 4) == WaveColumn{-0.5F, 0.25F});
    CHECK(wave.range(0, 1) == WaveColumn{});
    CHECK(wave.peak() == 0.5F);
}

TEST_CASE("waveform: one channel alone, if that is asked for") {
    auto clip = std::make_shared<AudioClip>();
    clip->sample_rate = 8'000;
    clip->channels = 2;
    clip->samples = {0.5F, -0.25F, 1.0F, 0.125F};
    const Waveform right(clip, 1), none(clip, 2);
    CHECK(right.range(0, 2) == WaveColumn{-0.25F, 0.125F});
    CHECK(right.peak() == 0.25F);
    CHECK(none.range(0, 2) == WaveColumn{});
}

TEST_CASE("waveform: the nearest change of sign, within a radius, the earlier one of two") {
    auto clip = std::make_shared<AudioClip>();
    clip->sample_rate = 8'000;
    clip->channels = 1;
    clip->samples = {1, 1, -1, -1, -1, 1, 1, 1, 1, 1};
    const Waveform wave(clip);
    CHECK(wave.zero_crossing_near(1, 5) == 2);
    CHECK(wave.zero_crossing_near(4, 5) == 5);
    CHECK(wave.zero_crossing_near(9, 4) == 5);
    CHECK_FALSE(wave.zero_crossing_near(9, 3).has_value());
    CHECK_FALSE(wave.zero_crossing_near(-100, 5).has_value());
    clip->samples.assign(10, 0); // silence crosses nothing
    CHECK_FALSE(wave.zero_crossing_near(5, 5).has_value());
}

TEST_CASE("waveform: an empty recording is drawn as silence") {
    const Waveform wave(noise(0));
    CHECK(wave.range(0, 10) == WaveColumn{});
    CHECK(wave.peak() == 0.0F);
}
