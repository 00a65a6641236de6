// A clock that tests move by hand.
#pragma once

#include "engine/base/clock.h"

namespace biaokao::test {

class FakeClock final : public Clock {
public:
    ClockSample sample{.boot_ms = 5'000'000, .wall_ms = 1'790'000'000'000, .boot_id = "boot-1"};

    [[nodiscard]] ClockSample now() const override { return sample; }
    void pass(std::int64_t ms) {
        sample.boot_ms += ms;
        sample.wall_ms += ms;
    }
    // The machine is off for `off_ms` and starts again: another boot, whose clock begins near zero.
    void reboot(std::int64_t off_ms) {
        pass(off_ms);
        sample.boot_ms = 1000;
        sample.boot_id += "+";
    }
};

} // namespace biaokao::test
