#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <thread>

#include "app/platform/sound_backends.h"

using namespace biaokao;

namespace {

// OpenAL Soft's null device: it plays in real time into nothing, so the streaming can be tested on any machine.
std::unique_ptr<Sound> null_device() {
    ::setenv("ALSOFT_DRIVERS", "null", 1);
    return make_device_sound();
}

std::shared_ptr<const AudioClip> one_second(int channels) {
    return std::make_shared<AudioClip>(
        AudioClip{8000, channels, std::vector<float>(static_cast<std::size_t>(8000 * channels))});
}

// Looks at the position again and again until `done`, at most two seconds.
template <class Done>
bool until(Done&& done) {
    const auto latest = std::chrono::steady_clock::now() + std::chrono::seconds(2);
    while (!done()) {
        if (std::chrono::steady_clock::now() > latest) return false;
        std::this_thread::yield();
    }
    return true;
}

} // namespace

TEST_CASE("device sound: plays from start to end, never backwards, and stays at the end, at any speed") {
    constexpr std::array speeds{1.0, 0.5, 2.0};
    for (const int channels : {1, 2, 3}) {
        const auto sound = null_device();
        const double speed = speeds[static_cast<std::size_t>(channels - 1)];
        sound->play(one_second(channels), {.start_s = 0.5, .end_s = 0.57, .speed = speed});
        REQUIRE(sound->audible());
        double last_s = 0.5;
        bool forward = true;
        CHECK(until([&] {
            const double now_s = sound->position_s();
            forward = forward && now_s >= last_s && now_s <= 0.57;
            last_s = now_s;
            return !sound->playing();
        }));
        CHECK(forward);
        CHECK(sound->position_s() == doctest::Approx(0.57));
    }
}

TEST_CASE("device sound: a loop shorter than its buffers stays inside its bounds and goes round") {
    const auto sound = null_device();
    sound->play(one_second(1), {.start_s = 0.25, .end_s = 0.28, .loop = true, .speed = 0.7});
    int rounds = 0;
    double last_s = 0.25;
    bool inside = true;
    CHECK(until([&] {
        const double now_s = sound->position_s();
        inside = inside && now_s >= 0.25 && now_s < 0.28;
        rounds += now_s < last_s;
        last_s = now_s;
        return rounds == 5;
    }));
    CHECK(inside);
    CHECK(sound->playing());
    sound->stop();
    CHECK_FALSE(sound->playing());
    CHECK(sound->position_s() == doctest::Approx(0.25));
}

TEST_CASE("device sound: pause keeps the place, and a new play replaces the old one") {
    const auto sound = null_device();
    sound->play(one_second(1), {.start_s = 0, .end_s = 1});
    CHECK(until([&] { return sound->position_s() > 0.02; }));
    sound->pause();
    const double paused_s = sound->position_s();
    CHECK(paused_s > 0.02);
    CHECK_FALSE(sound->playing());
    sound->play(one_second(1), {.start_s = 0.9, .end_s = 1});
    CHECK(sound->position_s() >= 0.9);
    sound->play(one_second(1), {.start_s = 0.4, .end_s = 0.4});
    CHECK_FALSE(sound->playing());
}
