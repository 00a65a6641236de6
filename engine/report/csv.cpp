#include "engine/report/csv.h"

#include "engine/text/utf8.h"

namespace biaokao {
namespace {

bool starts_formula(char32_t c) {
    switch (c) {
    case U'=':
    case U'+':
    case U'-':
    case U'@':
    case U'\t':
    case U'\r':
    case U'\n':
    case U'\uFF1D':
    case U'\uFF0B':
    case U'\uFF0D':
    case U'\uFF20': return true;
    default: return false;
    }
}

// Blanks and characters without width, which a spreadsheet may skip before it looks for a sign.
bool is_invisible(char32_t c) {
    return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x180E || (c >= 0x2000 && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF;
}

} // namespace

std::string disarmed(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (starts_formula(c)) return "'" + std::string(text);
        if (!is_invisible(c)) break;
    }
    return std::string(text);
}

std::string csv_text(std::string_view text) {
    std::string safe = disarmed(text);
    if (safe.find_first_of(",\"\r\n\t;") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char c : safe) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

} // namespace biaokao
