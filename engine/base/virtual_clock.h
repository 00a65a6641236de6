// A clock that stands still until it is told to go on: demonstrations off screen, and tests.
#pragma once

#include "engine/base/clock.h"

namespace biaokao {

class VirtualClock final : public Clock {
public:
    [[nodiscard]] ClockSample now() const override { return sample; }
    void pass(std::int64_t ms) {
        sample.boot_ms += ms;
        sample.wall_ms += ms;
    }

    ClockSample sample{
        .boot_ms = 3'600'000, .wall_ms = 1'767'232'800'000, .boot_id = "virtual"}; // 2026-01-01 02:00 UTC
};

} // namespace biaokao
