#include "engine/text/normalise.h"

#include <cstdlib>
#include <memory>

#include <utf8proc.h>

#include "engine/base/result.h"
#include "engine/text/utf8.h"

namespace biaokao {
namespace {

// ASCII and the common ideographs are what NFKC leaves alone; nothing in them combines with a neighbour either.
bool is_stable(char32_t c) { return c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF); }

std::u32string compatibility_composed(std::string_view text) {
    std::u32string decoded = utf32_from_utf8(text);
    bool stable = true;
    for (const char32_t c : decoded) stable = stable && is_stable(c);
    if (stable) return decoded;

    utf8proc_uint8_t* mapped = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    const utf8proc_ssize_t bytes = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
    const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner(mapped, std::free);
    BIAOKAO_ASSERT(bytes >= 0);
    return utf32_from_utf8({reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(bytes)});
}

bool is_dropped(char32_t c) {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF: return true;
    default: return false;
    }
}

bool is_white_space(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

} // namespace

std::u32string comparable_from_utf8(std::string_view text) {
    std::u32string out;
    for (const char32_t c : compatibility_composed(text)) {
        if (!is_dropped(c)) out += static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
    }
    return out;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        if (!is_white_space(next_code_point(text, at))) continue;
        if (here > begin) words.push_back(text.substr(begin, here - begin));
        begin = at;
    }
    if (text.size() > begin) words.push_back(text.substr(begin));
    return words;
}

} // namespace biaokao
