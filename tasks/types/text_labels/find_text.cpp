#include "tasks/types/text_labels/find_text.h"

namespace biaokao::spans {

std::optional<TextRange> find_text(const Document& document, std::string_view words, std::size_t from, int direction) {
    const std::string_view text = document.text;
    if (words.empty()) return std::nullopt;
    const std::size_t byte = document.index.byte_from_code_point(from);
    std::size_t found = std::string_view::npos;
    if (direction > 0) {
        found = text.find(words, byte);
        if (found == text.npos) found = text.find(words);
    } else {
        if (byte > 0) found = text.rfind(words, byte - 1);
        if (found == text.npos) found = text.rfind(words);
    }
    if (found == text.npos) return std::nullopt;
    return TextRange{document.index.code_point_from_byte(found),
                     document.index.code_point_from_byte(found + words.size())};
}

} // namespace biaokao::spans
