#include "engine/media/audio_levels.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "engine/base/rng.h"
#include "tests/support/shared_data.h"
#include "tests/support/tiny_media.h"

using namespace biaokao;
using namespace biaokao::test;
using doctest::Approx;

namespace {

void append_tone(AudioClip& clip, double seconds, double hz, double amplitude) {
    const auto frames = static_cast<std::int64_t>(seconds * clip.sample_rate);
    for (std::int64_t i = 0; i < frames; ++i)
        for (int channel = 0; channel < clip.channels; ++channel)
            clip.samples.push_back(static_cast<float>(
                amplitude * std::sin(2 * std::numbers::pi * hz * static_cast<double>(i) / clip.sample_rate)));
}

double amplitude_of(double db) { return std::pow(10.0, db / 20); }

} // namespace

TEST_CASE("measure_levels: a sine has its peak, and 3 dB less of power") {
    AudioClip clip{16'000, 1, {}};
    append_tone(clip, 2, 1'000, amplitude_of(-6));
    const AudioLevels levels = measure_levels(clip);
    CHECK(*levels.peak_db == Approx(-6).epsilon(0.001));
    CHECK(*levels.rms_db == Approx(-9.01).epsilon(0.001));
    CHECK(*levels.noise_db == Approx(-9.01).epsilon(0.01)); // it never gets quieter
    CHECK(levels.clipped_samples == 0);
    CHECK(levels.silence_share == 0);
}

// EBU Tech 3341, test signals 1 to 3 (shortened): what every loudness meter must show within 0.1 LU.
TEST_CASE("measure_levels: loudness as EBU Tech 3341 demands, at any rate") {
    for (const int rate : {48'000, 44'100, 16'000}) {
        CAPTURE(rate);
        AudioClip loud{rate, 2, {}}, quiet{rate, 2, {}}, gated{rate, 2, {}};
        append_tone(loud, 2, 1'000, amplitude_of(-23));
        append_tone(quiet, 2, 1'000, amplitude_of(-33));
        append_tone(gated, 3, 1'000, amplitude_of(-36)); // this and the last are below the relative gate
        append_tone(gated, 18, 1'000, amplitude_of(-23));
        append_tone(gated, 3, 1'000, amplitude_of(-36));
        CHECK(std::abs(*measure_levels(loud).loudness_lufs - -23) < 0.1);
        CHECK(std::abs(*measure_levels(quiet).loudness_lufs - -33) < 0.1);
        if (rate == 16'000) CHECK(std::abs(*measure_levels(gated).loudness_lufs - -23) < 0.1);
    }
}

TEST_CASE("measure_levels: one channel is 3 LU less loud than two, and 400 ms are needed") {
    AudioClip mono{16'000, 1, {}}, brief{16'000, 1, {}};
    append_tone(mono, 3, 1'000, amplitude_of(-23));
    append_tone(brief, 0.39, 1'000, amplitude_of(-23));
    CHECK(*measure_levels(mono).loudness_lufs == Approx(-26.01).epsilon(0.003));
    CHECK_FALSE(measure_levels(brief).loudness_lufs.has_value());
    CHECK(measure_levels(brief).rms_db.has_value());
}

TEST_CASE("measure_levels: silence has no levels, and all of it is silence") {
    const AudioLevels levels = measure_levels({8'000, 1, std::vector<float>(8'000)});
    CHECK_FALSE(levels.peak_db.has_value());
    CHECK_FALSE(levels.rms_db.has_value());
    CHECK_FALSE(levels.loudness_lufs.has_value());
    CHECK_FALSE(levels.noise_db.has_value());
    CHECK(levels.silence_share == 1);
    CHECK_FALSE(measure_levels({8'000, 1, {}}).peak_db.has_value());
}

TEST_CASE("measure_levels: samples at full scale are clipped, one step below is not") {
    AudioClip clip{16'000, 2, std::vector<float>(32'000, 0.1F)};
    clip.samples[10] = 32'767.0F / 32'768;
    clip.samples[11] = -1;
    clip.samples[500] = 32'766.0F / 32'768;
    clip.samples[501] = 1.5F; // float files may go beyond
    CHECK(measure_levels(clip).clipped_samples == 3);
    CHECK(*measure_levels(clip).peak_db == Approx(3.52).epsilon(0.01));
}

TEST_CASE("measure_levels: a tone over noise: how much is silence, and how loud the noise is") {
    AudioClip clip{16'000, 1, {}};
    append_tone(clip, 3, 500, 0.5);
    clip.samples.resize(clip.samples.size() + 16'000); // one second of four
    const auto rng = make_seeded_rng(7);
    const double deviation = amplitude_of(-60);
    for (float& sample : clip.samples) // uniform noise of that power
        sample += static_cast<float>((static_cast<double>(rng->next() % 1'000'001) / 500'000 - 1) * deviation *
                                     std::sqrt(3.0));
    const AudioLevels levels = measure_levels(clip);
    CHECK(levels.silence_share == Approx(0.25).epsilon(0.01));
    CHECK(*levels.noise_db == Approx(-60).epsilon(0.02));
}

TEST_CASE("measure_levels: what is no number counts as silence") {
    AudioClip clip{8'000, 1, std::vector<float>(8'000, std::nanf(""))};
    clip.samples[100] = INFINITY;
    CHECK_FALSE(measure_levels(clip).peak_db.has_value());
}

TEST_CASE("probe_audio: container and bits of the file") {
    const auto wav = probe_audio(wav_bytes(0.1), "a.wav");
    REQUIRE(wav.has_value());
    CHECK(wav->format == "WAV");
    CHECK(wav->bits == 16);
    if (const auto bytes = shared_file("formats/audio/tone/1khz.mp3")) {
        const auto mp3 = probe_audio(*bytes, "1khz.mp3");
        REQUIRE(mp3.has_value());
        CHECK(mp3->format == "MP3");
        CHECK(mp3->bits == 0); // compressed with loss: there is no depth
    }
}

TEST_CASE("real recordings: a spoken sentence has the levels of one") {
    const auto bytes = shared_file("formats/audio/praatio/bobby_16bit_16khz.wav");
    if (!bytes) return;
    const auto clip = decode_audio(*bytes, "bobby");
    REQUIRE(clip.has_value());
    const AudioLevels levels = measure_levels(*clip);
    CHECK(*levels.peak_db < 0);
    CHECK(*levels.peak_db > *levels.rms_db + 6); // speech has peaks
    CHECK(*levels.rms_db > *levels.noise_db);
    CHECK(levels.clipped_samples == 0);
    CHECK(std::abs(*levels.loudness_lufs - *levels.rms_db) < 6);
}
