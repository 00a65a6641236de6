#include "engine/text/xml_escape.h"

#include "engine/text/utf8.h"

namespace biaokao {

std::string xml_escaped(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (std::size_t byte = 0; byte < text.size();) {
        const char32_t c = next_code_point(text, byte);
        const bool allowed = c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
        switch (c) {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        case '"': escaped += "&quot;"; break;
        case '\'': escaped += "&#39;"; break;
        default: append_code_point(escaped, allowed ? c : U'\uFFFD');
        }
    }
    return escaped;
}

} // namespace biaokao
