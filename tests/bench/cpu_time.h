// Time of the processor that was used here: what others do on the machine counts little.
#pragma once

#include <ctime>

namespace biaokao::bench {

[[nodiscard]] inline double seconds_on(clockid_t clock) {
    timespec time{};
    ::clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}
// Of this thread.
[[nodiscard]] inline double cpu_seconds() { return seconds_on(CLOCK_THREAD_CPUTIME_ID); }
// Of all threads: a picture drawn without a graphics card is drawn by several.
[[nodiscard]] inline double process_cpu_ms() { return 1000 * seconds_on(CLOCK_PROCESS_CPUTIME_ID); }

} // namespace biaokao::bench
