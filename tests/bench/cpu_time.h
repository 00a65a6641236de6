// Time of the processor that this thread has used: what others do on the machine counts little.
#pragma once

#include <ctime>

namespace biaokao::bench {

[[nodiscard]] inline double cpu_seconds() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

} // namespace biaokao::bench
