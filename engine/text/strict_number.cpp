#include "engine/text/strict_number.h"

#include <charconv>

namespace biaokao {
namespace {

std::size_t digits_at(std::string_view text, std::size_t from) {
    std::size_t end = from;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return end - from;
}

std::optional<Number> decimal(std::string_view digits, bool negative) {
    double value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
    // Out of range says both "too large" and "too small"; without a whole part it can only be too small.
    if (read.ec == std::errc::result_out_of_range) {
        if (digits.substr(0, digits.find('.')).find_first_not_of('0') != std::string_view::npos) return std::nullopt;
        value = 0;
    }
    if (!std::isfinite(value)) return std::nullopt;
    return Number(negative ? -value : value);
}

} // namespace

std::optional<Number> strict_number(std::string_view text) {
    const bool is_signed = !text.empty() && (text[0] == '+' || text[0] == '-');
    const bool negative = is_signed && text[0] == '-';
    const std::string_view digits = text.substr(is_signed ? 1 : 0);
    const std::size_t whole_digits = digits_at(digits, 0);
    if (whole_digits == 0) return std::nullopt;
    if (whole_digits == digits.size()) {
        std::int64_t value = 0; // its lowest value has no positive counterpart, and rounds to the same double
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return read.ec == std::errc() ? Number(negative ? -value : value) : decimal(digits, negative);
    }
    if (digits[whole_digits] != '.') return std::nullopt;
    const std::size_t decimals = digits_at(digits, whole_digits + 1);
    if (decimals == 0 || whole_digits + 1 + decimals != digits.size()) return std::nullopt;
    return decimal(digits, negative);
}

} // namespace biaokao
