// Times as people read and type them: 01:02.345 is one minute, two seconds, 345 milliseconds.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace biaokao {

// 62.345 → "01:02.345", rounded to `decimals` (0 to 6). Minutes go past 59, a time before zero gets a minus sign.
[[nodiscard]] std::string time_text(double seconds, int decimals = 3);

// "1:02.345", "01:02", "62.3" → seconds. Strict: digits only, seconds below 60 after minutes, at most six decimals,
// nothing before or after but blanks. Full-width digits and signs count, because a Chinese input method types them.
// Empty for everything else.
[[nodiscard]] std::optional<double> seconds_from_time_text(std::string_view text);

} // namespace biaokao
