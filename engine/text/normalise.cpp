#include "engine/text/normalise.h"

#include <cstdlib>
#include <memory>

#include <utf8proc.h>

#include "engine/base/result.h"
#include "engine/text/utf8.h"

namespace biaokao {
namespace {

constexpr char32_t dropped = 0xFFFF'FFFF, rare = 0xFFFF'FFFE; // no code points

constexpr char32_t from_ascii(char32_t c) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return c;
    if (c >= 'A' && c <= 'Z') return c - 'A' + 'a';
    return std::u32string_view(U"$+<=>^`|~").find(c) != std::u32string_view::npos ? c : dropped; // S* stay
}

// U+3000 … U+3029: blank, punctuation and brackets go; marks such as 々, 〇 and 〒 stay.
constexpr char32_t from_cjk_symbol(char32_t c) {
    const bool stays = (c >= 0x3004 && c <= 0x3007) || c == 0x3012 || c == 0x3013 || c >= 0x3020;
    return stays ? c : dropped;
}

// What becomes of the code points that Chinese texts are made of, without asking utf8proc: another one, `dropped`, or
// `rare` for all others. Here stand only code points that combine with nothing before them; what follows may combine
// with them where it is rare.
constexpr char32_t common_mapping(char32_t c) {
    if (c >= 0x4E00 && c <= 0x9FFF) return c;
    if (c < 0x80) return from_ascii(c);
    if (c >= 0xFF01 && c <= 0xFF5E) return from_ascii(c - 0xFF01 + 0x21); // full width
    if (c >= 0x3000 && c <= 0x3029) return from_cjk_symbol(c);
    if (c >= 0x2010 && c <= 0x2027 && c != 0x2017) return dropped; // dashes, quotes, dots; U+2017 leaves a mark
    return c == 0xB7 ? dropped : rare;                             // the middle dot of names
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

// Any text, by the definition.
void append_comparable(std::u32string& out, std::u32string_view text) {
    std::string bytes;
    for (const char32_t c : text) append_code_point(bytes, c);
    utf8proc_uint8_t* mapped = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()),
                                               static_cast<utf8proc_ssize_t>(bytes.size()), &mapped, options);
    const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner(mapped, std::free);
    BIAOKAO_ASSERT(size >= 0);
    const std::string_view normal(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
    for (std::size_t byte = 0; byte < normal.size();) {
        const char32_t c = next_code_point(normal, byte);
        if (!is_dropped(c)) out += static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
    }
}

bool is_white_space(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

} // namespace

std::u32string comparable(std::u32string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        // A common code point and the rare ones behind it are mapped together: they may combine.
        std::size_t end = at + 1;
        while (end < text.size() && common_mapping(text[end]) == rare) ++end;
        const char32_t mapping = common_mapping(text[at]);
        if (end > at + 1 || mapping == rare) append_comparable(out, text.substr(at, end - at));
        else if (mapping != dropped) out += mapping;
        at = end;
    }
    return out;
}

std::u32string comparable_from_utf8(std::string_view text) { return comparable(utf32_from_utf8(text)); }

std::vector<std::u32string_view> words_of(std::u32string_view text) {
    std::vector<std::u32string_view> words;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_white_space(text[at])) continue;
        if (at > begin) words.push_back(text.substr(begin, at - begin));
        begin = at + 1;
    }
    if (text.size() > begin) words.push_back(text.substr(begin));
    return words;
}

} // namespace biaokao
