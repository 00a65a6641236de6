// What reaches the ear at another speed: as long as it must be, at the pitch that it had, in its place, and in a loop
// round and round without a sample too many.
#include <doctest/doctest.h>

#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include "app/platform/headless.h"
#include "app/platform/paced_sound.h"

using namespace biaokao;
using doctest::Approx;

namespace {

constexpr int rate = 16'000;

std::shared_ptr<AudioClip> tone(double seconds, int channels = 1, double hz = 440) {
    auto clip = std::make_shared<AudioClip>(AudioClip{rate, channels, {}});
    for (int i = 0; i < static_cast<int>(seconds * rate); ++i)
        for (int channel = 0; channel < channels; ++channel)
            clip->samples.push_back(static_cast<float>(0.5 * std::sin(2 * std::numbers::pi * hz * i / rate)));
    return clip;
}

// In blocks of odd sizes, as a device would ask.
std::vector<float> read_all(PacedSound& sound, std::size_t most = 1'000'000) {
    std::vector<float> all, block(777 * static_cast<std::size_t>(sound.channels()));
    while (all.size() < most) {
        const std::size_t frames = sound.read(block);
        all.insert(all.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(frames) * sound.channels());
        if (frames * static_cast<std::size_t>(sound.channels()) < block.size()) break;
    }
    return all;
}

// Upward zero crossings a second in the middle half.
double pitch_hz(const std::vector<float>& samples) {
    const std::size_t first = samples.size() / 4, last = 3 * samples.size() / 4;
    int crossings = 0;
    for (std::size_t i = first + 1; i < last; ++i) crossings += samples[i - 1] < 0 && samples[i] >= 0;
    return crossings * static_cast<double>(rate) / static_cast<double>(last - first);
}

std::size_t first_loud(const std::vector<float>& samples) {
    std::size_t i = 0;
    while (i < samples.size() && std::abs(samples[i]) < 0.25F) ++i;
    return i;
}

constexpr double strays_at_most_s = 0.010;
constexpr std::size_t click_every = 3'701; // frames

// How far the clicks are from where the position says, at most.
double click_strays_s(const PacedSound& sound, const std::vector<float>& heard) {
    double most_s = 0;
    std::size_t last = 0, found = 0;
    for (std::size_t i = 0; i < heard.size(); ++i) {
        if (std::abs(heard[i]) < 0.25F) continue;
        if (i > last + 400) { // a new one
            constexpr double period_s = static_cast<double>(click_every) / rate;
            const double at_s = sound.position_s(static_cast<std::int64_t>(i));
            most_s = std::max(most_s, std::abs(at_s - std::round(at_s / period_s) * period_s));
            ++found;
        }
        last = i;
    }
    CHECK(found > 6);
    return most_s;
}

// The same for noise, 3 ms of it looked for around where it should be. Where two steps are mixed it is like neither.
double noise_strays_s(const PacedSound& sound, const std::vector<float>& heard, const std::vector<float>& recorded) {
    constexpr std::int64_t length = 48, around = 480;
    double most_s = 0;
    int found = 0;
    for (std::size_t i = 1'000; i + 1'000 < heard.size(); i += 977) {
        const auto expected = static_cast<std::int64_t>(sound.position_s(static_cast<std::int64_t>(i)) * rate);
        double best = 0.9;
        std::int64_t at = 0;
        for (std::int64_t shift = -std::min(around, expected); shift <= around; ++shift) {
            double product = 0, own = 0, other = 0;
            for (std::int64_t j = 0; j < length; ++j) {
                const double a = heard[i + static_cast<std::size_t>(j)];
                const double b = recorded[static_cast<std::size_t>(expected + shift + j)];
                product += a * b, own += a * a, other += b * b;
            }
            if (const double alike = product / std::sqrt(own * other); alike > best) best = alike, at = shift;
        }
        if (best <= 0.9) continue;
        most_s = std::max(most_s, std::abs(static_cast<double>(at)) / rate);
        ++found;
    }
    CHECK(found > 15);
    return most_s;
}

} // namespace

TEST_CASE("paced sound: at speed 1 the very samples of the range") {
    const auto clip = tone(1, 2);
    PacedSound sound(clip, {.start_s = 0.25, .end_s = 0.5});
    const auto heard = read_all(sound);
    REQUIRE(heard.size() == 2 * 4'000);
    CHECK(std::equal(heard.begin(), heard.end(), clip->samples.begin() + 2 * 4'000));
}

TEST_CASE("paced sound: length and position follow the speed, the pitch does not") {
    for (int tenths = 5; tenths <= 20; ++tenths) {
        const double speed = tenths / 10.0;
        CAPTURE(speed);
        PacedSound sound(tone(4), {.start_s = 0.5, .end_s = 3.5, .speed = speed});
        CHECK(sound.position_s(0) == 0.5);
        CHECK(sound.position_s(8'000) == Approx(0.5 + 0.5 * speed));
        const auto heard = read_all(sound);
        CHECK(heard.size() == static_cast<std::size_t>(std::llround(3 * rate / speed)));
        CHECK(sound.position_s(static_cast<std::int64_t>(heard.size())) == Approx(3.5).epsilon(1e-4));
        CHECK(pitch_hz(heard) == Approx(440).epsilon(0.01));
    }
}

TEST_CASE("paced sound: what begins in the recording is heard where the position says") {
    auto clip = tone(8);
    std::fill(clip->samples.begin(), clip->samples.begin() + 5 * rate, 0.0F); // silent for five seconds
    for (int tenths = 5; tenths <= 20; ++tenths) {
        const double speed = tenths / 10.0;
        CAPTURE(speed);
        PacedSound sound(clip, {.start_s = 1, .end_s = 8, .speed = speed});
        const auto heard = read_all(sound);
        const double onset_s = sound.position_s(static_cast<std::int64_t>(first_loud(heard)));
        CHECK(std::abs(onset_s - 5) < strays_at_most_s);
    }
}

TEST_CASE("paced sound: clicks and noise are heard where the position says, all along the recording") {
    // Up to 28 ms beside it at double speed, 18 ms at half speed, when the stretcher's own delays were not taken back.
    const auto clicks = std::make_shared<AudioClip>(AudioClip{rate, 1, std::vector<float>(4 * rate)});
    const auto noise = std::make_shared<AudioClip>(AudioClip{rate, 1, std::vector<float>(4 * rate)});
    std::minstd_rand random(5);
    for (float& sample : noise->samples) sample = static_cast<float>(random() % 2'001) / 1'000 - 1;
    for (std::size_t i = 0; i < clicks->samples.size(); ++i)
        if (i % click_every < 16) clicks->samples[i] = i % 2 == 0 ? 0.5F : -0.5F;
    for (const double speed : {0.5, 0.8, 1.3, 1.7, 2.0}) {
        CAPTURE(speed);
        PacedSound clicking(clicks, {.start_s = 0, .end_s = 4, .speed = speed});
        CHECK(click_strays_s(clicking, read_all(clicking)) < strays_at_most_s);
        PacedSound hissing(noise, {.start_s = 0, .end_s = 4, .speed = speed});
        CHECK(noise_strays_s(hissing, read_all(hissing), noise->samples) < strays_at_most_s);
    }
}

TEST_CASE("paced sound: a loop never leaves its range, at any speed, and comes round to the frame") {
    auto clip = tone(2);
    for (std::size_t i = 0; i < clip->samples.size(); ++i) // loud outside of 0.5 … 1 s: an overshoot would be heard
        if (i < 8'000 || i >= 16'000) clip->samples[i] = 1;
    for (const double speed : {0.5, 0.9, 1.0, 1.6, 2.0}) {
        CAPTURE(speed);
        PacedSound sound(clip, {.start_s = 0.5, .end_s = 1, .loop = true, .speed = speed});
        const std::int64_t round = sound.frames_in_first_round();
        CHECK(round == std::llround(8'000 / speed));
        const auto heard = read_all(sound, static_cast<std::size_t>(5 * round));
        bool inside = true;
        for (const float sample : heard) inside = inside && std::abs(sample) < 0.75F;
        CHECK(inside);
        for (std::int64_t i = 0; i < 5 * round; i += 331) {
            const double at_s = sound.position_s(i);
            CHECK(at_s >= 0.5);
            CHECK(at_s < 1);
            CHECK(at_s == sound.position_s(i + round));
        }
        // Each round is the one before it, to the sample.
        CHECK(std::equal(heard.begin() + round, heard.begin() + 2 * round, heard.begin() + 2 * round));
    }
}

TEST_CASE("paced sound: a loop may begin in its middle, and goes on at its start") {
    PacedSound sound(tone(2), {.start_s = 0.5, .end_s = 1, .loop = true, .speed = 0.5, .from_s = 0.9});
    CHECK(sound.position_s(0) == Approx(0.9));
    CHECK(sound.frames_in_first_round() == 3'200);
    CHECK(sound.position_s(3'200) == Approx(0.5));
    CHECK(sound.position_s(3'200 + 16'000) == Approx(0.5));
}

TEST_CASE("paced sound: strange ranges and speeds end, and stay inside the recording") {
    for (const double speed : {-1.0, 0.0, 0.5, 1.0, 100.0, std::nan("")}) {
        for (const double start_s : {-5.0, 0.0, 0.999, 1.0, 99.0, std::nan("")}) {
            for (const double end_s : {-1.0, 0.001, 1.0, 1e300, std::nan("")}) {
                PacedSound sound(tone(1), {.start_s = start_s, .end_s = end_s, .speed = speed, .from_s = 0.3});
                const auto heard = read_all(sound);
                CHECK(static_cast<std::int64_t>(heard.size()) == sound.frames_in_first_round());
                CHECK(heard.size() <= 2 * rate);
                const double last_s = sound.position_s(static_cast<std::int64_t>(heard.size()));
                CHECK(last_s >= 0);
                CHECK(last_s <= 1);
            }
        }
    }
}

TEST_CASE("virtual sound: at half speed the position goes half as fast, in a loop as well") {
    auto made = make_headless_platform({.render = false});
    REQUIRE(made.has_value());
    HeadlessPlatform& platform = **made;
    Sound& sound = platform.sound();
    sound.play(tone(4), {.start_s = 1, .end_s = 3, .speed = 0.5});
    platform.advance(1'000);
    CHECK(sound.position_s() == Approx(1.5));
    platform.advance(2'999);
    CHECK(sound.playing());
    platform.advance(1);
    CHECK_FALSE(sound.playing());
    CHECK(sound.position_s() == Approx(3));
    sound.play(tone(4), {.start_s = 1, .end_s = 3, .loop = true, .speed = 2});
    platform.advance(1'500); // a round and a half
    CHECK(sound.position_s() == Approx(2));
}
