#include "engine/media/text_document.h"

#include <utf8proc.h>

namespace biaokao {

Result<std::string> read_text_document(std::string_view bytes, std::string_view where) {
    const auto place = std::string(where);
    if (bytes.empty()) return fail("error.text_empty", place);
    if (bytes.size() > max_document_bytes)
        return fail("error.text_too_long", place, {{"max", std::to_string(max_document_bytes >> 20)}});
    if (bytes.starts_with("\xEF\xBB\xBF")) return fail("error.text_bom", place);
    const auto* data = reinterpret_cast<const utf8proc_uint8_t*>(bytes.data());
    for (std::size_t at = 0; at < bytes.size();) {
        utf8proc_int32_t code_point = 0;
        const auto length = utf8proc_iterate(data + at, static_cast<utf8proc_ssize_t>(bytes.size() - at), &code_point);
        if (length < 1) return fail("error.text_not_utf8", place, {{"byte", std::to_string(at)}});
        const bool is_break = code_point == '\n' || code_point == '\r' || code_point == '\t';
        if (!is_break && (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0)))
            return fail("error.text_control", place, {{"byte", std::to_string(at)}});
        at += static_cast<std::size_t>(length);
    }
    return std::string(bytes);
}

} // namespace biaokao
