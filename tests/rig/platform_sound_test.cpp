#include <doctest/doctest.h>

#include "app/platform/headless.h"

using namespace biaokao;

namespace {

std::shared_ptr<const AudioClip> ten_seconds() {
    return std::make_shared<AudioClip>(AudioClip{8000, 1, std::vector<float>(80'000)});
}

std::unique_ptr<HeadlessPlatform> silent_platform() {
    auto made = make_headless_platform({.render = false});
    REQUIRE(made.has_value());
    return std::move(*made);
}

} // namespace

TEST_CASE("virtual sound: the position follows the virtual clock and stops at the end") {
    auto platform = silent_platform();
    Sound& sound = platform->sound();
    CHECK_FALSE(sound.audible());
    CHECK_FALSE(sound.playing());
    sound.play(ten_seconds(), {.start_s = 2, .end_s = 5});
    CHECK(sound.playing());
    CHECK(sound.position_s() == doctest::Approx(2));
    platform->advance(1250);
    CHECK(sound.position_s() == doctest::Approx(3.25));
    platform->advance(1750);
    CHECK_FALSE(sound.playing());
    CHECK(sound.position_s() == doctest::Approx(5));
}

TEST_CASE("virtual sound: a loop goes on at its start") {
    auto platform = silent_platform();
    Sound& sound = platform->sound();
    sound.play(ten_seconds(), {.start_s = 2, .end_s = 5, .loop = true});
    platform->advance(7500);
    CHECK(sound.playing());
    CHECK(sound.position_s() == doctest::Approx(3.5));
}

TEST_CASE("virtual sound: pause keeps the position, stop goes back, an end behind the recording is cut") {
    auto platform = silent_platform();
    Sound& sound = platform->sound();
    sound.play(ten_seconds(), {.start_s = 9, .end_s = 60});
    platform->advance(500);
    sound.pause();
    platform->advance(5000);
    CHECK_FALSE(sound.playing());
    CHECK(sound.position_s() == doctest::Approx(9.5));
    sound.play(ten_seconds(), {.start_s = 9, .end_s = 60});
    platform->advance(1000);
    CHECK_FALSE(sound.playing());
    CHECK(sound.position_s() == doctest::Approx(10));
    sound.stop();
    CHECK(sound.position_s() == doctest::Approx(9));
}

TEST_CASE("virtual sound: nothing to play is not playing") {
    auto platform = silent_platform();
    platform->sound().play(ten_seconds(), {.start_s = 5, .end_s = 5, .loop = true});
    CHECK_FALSE(platform->sound().playing());
    CHECK(platform->sound().position_s() == doctest::Approx(5));
}
