#include "engine/media/time_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace biaokao {

namespace {

constexpr std::size_t max_digits = 9; // enough for thirty years, and no number overflows

// Full-width digits, colon and stop as their plain forms; blanks at both ends dropped.
std::string plain_text(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, char>, 4> signs{
        {{"\uFF1A", ':'}, {"\uFF0E", '.'}, {"\u3002", '.'}, {"\u3000", ' '}}};
    std::string plain;
    while (!text.empty()) {
        if (const auto sign = std::ranges::find_if(signs, [&](const auto& s) { return text.starts_with(s.first); });
            sign != signs.end()) {
            plain += sign->second;
            text.remove_prefix(sign->first.size());
        } else if (text.size() >= 3 && text.starts_with("\xEF\xBC") && text[2] >= '\x90' && text[2] <= '\x99') {
            plain += static_cast<char>('0' + (text[2] - '\x90')); // U+FF10 … U+FF19
            text.remove_prefix(3);
        } else {
            plain += text.front();
            text.remove_prefix(1);
        }
    }
    const auto first = plain.find_first_not_of(' ');
    return first == std::string::npos ? std::string() : plain.substr(first, plain.find_last_not_of(' ') - first + 1);
}

bool all_digits(std::string_view text) {
    return !text.empty() && text.size() <= max_digits &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::string time_text(double seconds, int decimals) {
    const double scale = std::pow(10.0, decimals);
    const auto units = std::llround(std::abs(seconds) * scale); // rounded once, so that 59.9996 becomes 01:00.000
    const auto per_minute = std::llround(60 * scale);
    const double rest = static_cast<double>(units % per_minute) / scale;
    return fmt::format("{}{:02}:{:0{}.{}f}", seconds < 0 && units > 0 ? "-" : "", units / per_minute, rest,
                       decimals > 0 ? decimals + 3 : 2, decimals);
}

std::optional<double> seconds_from_time_text(std::string_view text) {
    const std::string plain = plain_text(text);
    std::string_view rest = plain;
    double minutes = 0;
    const auto colon = rest.find(':');
    if (colon != std::string_view::npos) {
        const std::string_view digits = rest.substr(0, colon);
        if (!all_digits(digits)) return std::nullopt;
        std::from_chars(digits.data(), digits.data() + digits.size(), minutes);
        rest.remove_prefix(colon + 1);
    }
    const auto point = rest.find('.');
    const std::string_view whole = rest.substr(0, point);
    if (!all_digits(whole) || (colon != std::string_view::npos && whole.size() > 2)) return std::nullopt;
    if (point != std::string_view::npos) {
        const std::string_view decimals = rest.substr(point + 1);
        if (!all_digits(decimals) || decimals.size() > 6) return std::nullopt;
    }
    double seconds = 0;
    std::from_chars(rest.data(), rest.data() + rest.size(), seconds);
    if (colon != std::string_view::npos && seconds >= 60) return std::nullopt;
    return minutes * 60 + seconds;
}

} // namespace biaokao
