#include "engine/base/clock.h"

#include <charconv>
#include <chrono>
#include <fstream>

#include <fmt/format.h>
#include <time.h>

#include "engine/base/result.h"

namespace biaokao {
namespace {

std::int64_t milliseconds_of(clockid_t id) {
    timespec now{};
    BIAOKAO_ASSERT(clock_gettime(id, &now) == 0);
    return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

class SystemClock final : public Clock {
public:
    SystemClock() {
        std::ifstream file("/proc/sys/kernel/random/boot_id");
        std::getline(file, boot_id_);
    }
    ClockSample now() const override {
        return {.boot_ms = milliseconds_of(CLOCK_BOOTTIME),
                .wall_ms = milliseconds_of(CLOCK_REALTIME),
                .boot_id = boot_id_};
    }

private:
    std::string boot_id_;
};

// Digits only, all of them; -1 otherwise.
int number_in(std::string_view digits) {
    int value = -1;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = problem == std::errc() && end == digits.data() + digits.size() && digits.front() != '-';
    return whole ? value : -1;
}

} // namespace

std::unique_ptr<Clock> make_system_clock() { return std::make_unique<SystemClock>(); }

std::string utc_text(std::int64_t wall_ms) {
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(wall_ms)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count(), clock.subseconds().count());
}

std::int64_t wall_ms_from_utc_text(std::string_view text) {
    using namespace std::chrono;
    constexpr std::string_view form = "0000-00-00T00:00:00.000Z";
    if (text.size() != form.size()) return -1;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] != '0' && form[i] != text[i]) return -1;
    }
    const auto part = [&](std::size_t at, std::size_t length) { return number_in(text.substr(at, length)); };
    const int hour = part(11, 2), minute = part(14, 2), second = part(17, 2), thousandth = part(20, 3);
    const int y = part(0, 4), m = part(5, 2), d = part(8, 2);
    if (y < 1970 || m < 0 || d < 0 || hour < 0 || minute < 0 || second < 0 || thousandth < 0) return -1;
    const year_month_day date(year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d)));
    if (!date.ok() || hour > 23 || minute > 59 || second > 59) return -1;
    const auto time = sys_days(date) + hours(hour) + minutes(minute) + seconds(second) + milliseconds(thousandth);
    return duration_cast<milliseconds>(time.time_since_epoch()).count();
}

} // namespace biaokao
