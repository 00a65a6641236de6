#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/media/audio.h"
#include "tests/support/shared_data.h"
#include "tests/support/tiny_media.h"

using namespace biaokao;
using namespace biaokao::test;

TEST_CASE("decode_audio: a WAV gives its samples, rate, channels and length") {
    const auto clip = decode_audio(wav_bytes(0.25, 8'000, 2), "a.wav");
    REQUIRE(clip.has_value());
    CHECK(clip->sample_rate == 8'000);
    CHECK(clip->channels == 2);
    CHECK(clip->frames() == 2'000);
    CHECK(clip->duration_s() == 0.25);
    const auto [low, high] = std::minmax_element(clip->samples.begin(), clip->samples.end());
    CHECK(*high == doctest::Approx(8'000.0 / 32'768).epsilon(0.01));
    CHECK(*low == doctest::Approx(-8'000.0 / 32'768).epsilon(0.01));
    const auto mono = mono_samples(*clip);
    REQUIRE(mono.size() == 2'000);
    CHECK(mono[3] == clip->samples[6]); // both channels carry the same tone
}

TEST_CASE("probe_audio: facts without decoding, and named errors for what is no recording") {
    const auto facts = probe_audio(wav_bytes(1.5, 16'000), "a.wav");
    REQUIRE(facts.has_value());
    CHECK(facts->duration_s() == 1.5);
    CHECK(facts->sample_rate == 16'000);
    for (const std::string bytes : {"", "RIFF", "not sound"}) {
        const auto error = probe_audio(bytes, "media/a.wav");
        REQUIRE_FALSE(error.has_value());
        CHECK(error.error().code == "error.audio_unreadable");
        CHECK(error.error().where == "media/a.wav");
    }
    CHECK(probe_audio(wav_bytes(0), "a.wav").error().code == "error.audio_empty");
    CHECK(probe_audio(wav_bytes(0.1, 2'000), "a.wav").error().code == "error.audio_format");
    CHECK(probe_audio(wav_bytes(0.1, 16'000, 9), "a.wav").error().code == "error.audio_format");
}

TEST_CASE("decode_audio: a file cut anywhere gives what is there or a named error, never more") {
    const std::string wav = wav_bytes(0.02, 16'000);
    for (std::size_t size = 0; size < wav.size(); size += 5) {
        const auto clip = decode_audio(wav.substr(0, size), "cut.wav");
        if (clip) CHECK(clip->samples.size() * 2 + 44 <= size + 1);
    }
    std::string lying = wav; // the header claims a thousand times the data
    lying[42] = '\x10';
    const auto clip = decode_audio(lying, "lying.wav");
    REQUIRE(clip.has_value());
    CHECK(clip->frames() == 320);
}

TEST_CASE("real recordings: frames, rates and lengths as their owners publish them") {
    if (const auto bytes = shared_file("formats/audio/praatio/bobby_16bit_16khz.wav")) {
        const auto clip = decode_audio(*bytes, "bobby");
        REQUIRE(clip.has_value());
        CHECK(clip->frames() == 19'114);
        CHECK(clip->duration_s() == doctest::Approx(1.194625));
    }
    if (const auto bytes = shared_file("formats/audio/praatio/bobby_16bit_16khz_2ch.wav")) {
        const auto clip = decode_audio(*bytes, "bobby 2");
        REQUIRE(clip.has_value());
        CHECK(clip->channels == 2);
        CHECK(clip->frames() == 19'114);
    }
    if (const auto bytes = shared_file("formats/audio/praatio/mary.wav")) {
        const auto clip = decode_audio(*bytes, "mary");
        REQUIRE(clip.has_value());
        CHECK(clip->frames() == 89'745);
        CHECK(clip->sample_rate == 48'000);
    }
    if (const auto bytes = shared_file("formats/audio/tone/1khz.mp3")) {
        const auto clip = decode_audio(*bytes, "1khz");
        REQUIRE(clip.has_value());
        CHECK(clip->sample_rate == 44'100);
        CHECK(clip->duration_s() == doctest::Approx(5.04).epsilon(0.01));
        const auto mono = mono_samples(*clip);
        int crossings = 0; // 1 kHz crosses zero upwards a thousand times a second
        for (std::size_t i = 44'101; i < 2 * 44'100; ++i) crossings += mono[i - 1] < 0 && mono[i] >= 0;
        CHECK(crossings == doctest::Approx(1000).epsilon(0.01));
    }
}
