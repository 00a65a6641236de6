#include "app/local_time.h"

#include <cstdio>
#include <ctime>

namespace biaokao {
namespace {

std::string formatted(std::int64_t wall_ms, const char* format) {
    const std::time_t seconds = wall_ms / 1000;
    std::tm parts{};
    localtime_r(&seconds, &parts);
    char text[64];
    return {text, std::strftime(text, sizeof text, format, &parts)};
}

} // namespace

std::string local_date_time(std::int64_t wall_ms) { return formatted(wall_ms, "%Y-%m-%d %H:%M:%S %Z"); }
std::string local_time(std::int64_t wall_ms) { return formatted(wall_ms, "%H:%M:%S"); }

std::string clock_text(std::int64_t ms) {
    const auto seconds = static_cast<long>((ms + 999) / 1000); // 00:00 is shown when nothing is left, not before
    char text[32];
    if (seconds >= 3600)
        std::snprintf(text, sizeof text, "%ld:%02ld:%02ld", seconds / 3600, seconds / 60 % 60, seconds % 60);
    else std::snprintf(text, sizeof text, "%02ld:%02ld", seconds / 60, seconds % 60);
    return text;
}

} // namespace biaokao
