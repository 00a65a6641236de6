// Times as people read them, in the machine's zone; only UTC is ever stored.
#pragma once

#include <cstdint>
#include <string>

namespace biaokao {

[[nodiscard]] std::string local_date_time(std::int64_t wall_ms); // "2026-11-21 17:03:12 CST"
[[nodiscard]] std::string local_time(std::int64_t wall_ms);      // "17:03:12"
[[nodiscard]] std::string clock_text(std::int64_t ms);           // remaining or lost time: "1:02:03", "02:03"

} // namespace biaokao
