#include "engine/text/utf8.h"

#include <algorithm>

namespace biaokao {
namespace {

constexpr char32_t replacement = 0xFFFD;

// The length of the valid sequence that begins at `byte`, or 0. RFC 3629, section 4.
std::size_t sequence_length(std::string_view text, std::size_t byte) {
    const auto at = [&](std::size_t i) -> unsigned {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    const auto is_tail = [&](std::size_t i) { return (at(i) & 0xC0) == 0x80; };
    const unsigned lead = at(byte), second = at(byte + 1);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return is_tail(byte + 1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool overlong = lead == 0xE0 && second < 0xA0, surrogate = lead == 0xED && second > 0x9F;
        return !overlong && !surrogate && is_tail(byte + 1) && is_tail(byte + 2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool overlong = lead == 0xF0 && second < 0x90, too_high = lead == 0xF4 && second > 0x8F;
        return !overlong && !too_high && is_tail(byte + 1) && is_tail(byte + 2) && is_tail(byte + 3) ? 4 : 0;
    }
    return 0;
}

std::size_t step(std::string_view text, std::size_t byte) {
    return std::max<std::size_t>(1, sequence_length(text, byte));
}

} // namespace

bool is_utf8(std::string_view text) {
    for (std::size_t byte = 0; byte < text.size();) {
        const std::size_t length = sequence_length(text, byte);
        if (length == 0) return false;
        byte += length;
    }
    return true;
}

std::size_t code_point_count(std::string_view text) { return code_point_from_byte(text, text.size()); }

std::size_t byte_from_code_point(std::string_view text, std::size_t index) {
    std::size_t byte = 0;
    for (; index > 0 && byte < text.size(); --index) byte += step(text, byte);
    return byte;
}

std::size_t code_point_from_byte(std::string_view text, std::size_t byte) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size() && at < byte; at += step(text, at)) ++count;
    return count;
}

std::vector<std::size_t> code_point_offsets(std::string_view text) {
    std::vector<std::size_t> offsets;
    for (std::size_t byte = 0; byte < text.size(); byte += step(text, byte)) offsets.push_back(byte);
    offsets.push_back(text.size());
    return offsets;
}

std::string_view code_points_between(std::string_view text, std::size_t start, std::size_t end) {
    if (end <= start) return {};
    const std::size_t begin = byte_from_code_point(text, start);
    return text.substr(begin, byte_from_code_point(text.substr(begin), end - start));
}

char32_t next_code_point(std::string_view text, std::size_t& byte) {
    const std::size_t length = sequence_length(text, byte);
    if (length == 0) {
        ++byte;
        return replacement;
    }
    const auto lead = static_cast<unsigned char>(text[byte]);
    char32_t value = length == 1 ? lead : lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) value = value << 6 | (static_cast<unsigned char>(text[byte + i]) & 0x3Fu);
    byte += length;
    return value;
}

std::u32string utf32_from_utf8(std::string_view text) {
    std::u32string result;
    for (std::size_t byte = 0; byte < text.size();) result += next_code_point(text, byte);
    return result;
}

void append_code_point(std::string& text, char32_t code_point) {
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = replacement;
    const auto put = [&](char32_t bits) { text += static_cast<char>(bits); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0 | code_point >> 6);
        put(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        put(0xE0 | code_point >> 12);
        put(0x80 | (code_point >> 6 & 0x3F));
        put(0x80 | (code_point & 0x3F));
    } else {
        put(0xF0 | code_point >> 18);
        put(0x80 | (code_point >> 12 & 0x3F));
        put(0x80 | (code_point >> 6 & 0x3F));
        put(0x80 | (code_point & 0x3F));
    }
}

} // namespace biaokao
