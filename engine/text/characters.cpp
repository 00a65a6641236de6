#include "engine/text/characters.h"

#include <string_view>

#include <utf8proc.h>

namespace biaokao {
namespace {

bool is_between(char32_t code_point, char32_t first, char32_t last) {
    return code_point >= first && code_point <= last;
}

bool is_han(char32_t c) {
    return is_between(c, 0x4E00, 0x9FFF) || is_between(c, 0x3400, 0x4DBF) || is_between(c, 0xF900, 0xFAFF) ||
           is_between(c, 0x20000, 0x3FFFF) || c == 0x3005 || c == 0x3007; // 々 and 〇
}

bool is_kana(char32_t c) {
    return is_between(c, 0x3041, 0x3096) || is_between(c, 0x309D, 0x309F) || is_between(c, 0x30A1, 0x30FA) ||
           is_between(c, 0x30FC, 0x30FF) || is_between(c, 0x31F0, 0x31FF) || is_between(c, 0xFF66, 0xFF9F);
}

bool is_hangul(char32_t c) {
    return is_between(c, 0xAC00, 0xD7A3) || is_between(c, 0x1100, 0x11FF) || is_between(c, 0x3130, 0x318F);
}

} // namespace

bool is_line_break(char32_t c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }

bool is_zero_width(char32_t c) {
    // Soft hyphen; blank, joiners and direction marks; word joiner; variation selectors; byte order mark.
    return c == 0xAD || is_between(c, 0x200B, 0x200F) || is_between(c, 0x2060, 0x2064) ||
           is_between(c, 0xFE00, 0xFE0F) || c == 0xFEFF;
}

bool is_blank(char32_t c) {
    if (is_line_break(c) || c == '\t' || c == ' ') return true;
    if (c < 0x80 || is_han(c)) return false;
    if (is_zero_width(c)) return true;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category == UTF8PROC_CATEGORY_ZS;
}

bool is_edge_punctuation(char32_t c) {
    if (std::u32string_view(U"%‰#@&*/\\_％＃＠＆＊／＼＿").find(c) != std::u32string_view::npos) return false;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
}

ScriptClass script_class(char32_t c) {
    if (is_line_break(c)) return ScriptClass::line_break;
    if (is_han(c)) return ScriptClass::han;
    if (is_kana(c)) return ScriptClass::kana;
    if (is_hangul(c)) return ScriptClass::hangul;
    if (is_blank(c)) return ScriptClass::blank;
    if (c == '_') return ScriptClass::word;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO) return ScriptClass::word;
    if (category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO) return ScriptClass::punctuation;
    return ScriptClass::symbol;
}

} // namespace biaokao
