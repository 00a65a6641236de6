// Time as an interface. Exam time comes from a clock that counts sleep; the wall clock is only noted and compared.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace biaokao {

struct ClockSample {
    std::int64_t boot_ms = 0; // CLOCK_BOOTTIME: counts sleep, knows no time zone and no correction
    std::int64_t wall_ms = 0; // UTC since 1970
    std::string boot_id;      // changes with every start of the machine
};

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual ClockSample now() const = 0;
};

[[nodiscard]] std::unique_ptr<Clock> make_system_clock();

// 1732180000123 → "2024-11-21T09:06:40.123Z".
[[nodiscard]] std::string utc_text(std::int64_t wall_ms);
[[nodiscard]] std::int64_t wall_ms_from_utc_text(std::string_view text); // -1 when it is no such text

} // namespace biaokao
