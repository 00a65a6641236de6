#include "engine/text/break_class.h"

#include <string_view>

#include "engine/text/characters.h"

namespace biaokao {
namespace {

bool is_one_of(char32_t code_point, std::u32string_view set) { return set.find(code_point) != set.npos; }

BreakClass ascii_class(char32_t c) {
    if (c >= '0' && c <= '9') return BreakClass::digit;
    if (is_one_of(c, U" \t")) return BreakClass::blank;
    if (is_one_of(c, U"([{")) return BreakClass::open_narrow;
    if (is_one_of(c, U".,;:!?)]}%")) return BreakClass::close_narrow;
    if (is_one_of(c, U"\"'")) return BreakClass::quote;
    if (is_one_of(c, U"-/")) return BreakClass::hyphen;
    return BreakClass::word;
}

} // namespace

BreakClass break_class(char32_t c) {
    if (is_line_break(c)) return BreakClass::line_break;
    if (c < 0x80) return ascii_class(c);
    if (c >= 0x4E00 && c <= 0x9FFF) return c == U'々' ? BreakClass::close_wide : BreakClass::wide;
    if (is_one_of(c, U"\u00A0\u202F\u2060\uFEFF\u200D")) return BreakClass::glue;
    if (c == U'’') return BreakClass::close_narrow;
    if (is_one_of(c, U"—―")) return BreakClass::dash;
    if (is_one_of(c, U"（《〈「『【〔〖［｛〘〚“‘〝￥＄￡¥£€№")) return BreakClass::open_wide;
    if (is_one_of(c, U"。，、；：？！）》〉」』】〕〗］｝〙〛”〞…⋯．·・‧～％‰℃°々〻ー゛゜ヽヾゝゞ"
                     U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ︰﹐﹑﹒﹔﹕﹖﹗"))
        return BreakClass::close_wide;
    if (is_blank(c)) return BreakClass::blank;
    // Full-width forms, symbols and emoji break like Chinese characters (class ID of UAX #14).
    switch (script_class(c)) {
    case ScriptClass::han:
    case ScriptClass::kana:
    case ScriptClass::hangul: return BreakClass::wide;
    case ScriptClass::symbol: return c >= 0x2190 ? BreakClass::wide : BreakClass::word;
    case ScriptClass::word:
    case ScriptClass::punctuation:
        return (c >= 0x3000 && c <= 0x33FF) || (c >= 0xFF00 && c <= 0xFFEF) ? BreakClass::wide : BreakClass::word;
    case ScriptClass::blank:
    case ScriptClass::line_break: break;
    }
    return BreakClass::blank;
}

} // namespace biaokao
