#include "engine/text/grapheme.h"

#include <utf8proc.h>

#include "engine/text/utf8.h"

namespace biaokao {
namespace {

// Neither side can belong to a longer cluster: most of every document, and not worth a table look-up.
bool never_joins(char32_t code_point) {
    return (code_point >= 0x20 && code_point < 0x7F) || (code_point >= 0x3040 && code_point <= 0x3096) ||
           (code_point >= 0x4E00 && code_point <= 0x9FFF) || (code_point >= 0xFF00 && code_point <= 0xFF60);
}

} // namespace

std::size_t grapheme_end(std::string_view text, std::size_t byte) {
    char32_t before = next_code_point(text, byte);
    utf8proc_int32_t state = 0;
    while (byte < text.size()) {
        std::size_t behind = byte;
        const char32_t after = next_code_point(text, behind);
        if (never_joins(before) && never_joins(after)) break;
        if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before),
                                             static_cast<utf8proc_int32_t>(after), &state))
            break;
        before = after;
        byte = behind;
    }
    return byte;
}

} // namespace biaokao
