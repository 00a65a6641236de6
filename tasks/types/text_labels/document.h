// The text of one item, byte for byte as the pack gives it.
#pragma once

#include <string>

#include "engine/pack/pack.h"
#include "engine/text/text_index.h"

namespace biaokao::spans {

// The inline text, or the item's file. May be called from workers. Fails as the pack's files or read_text_document do.
[[nodiscard]] Result<std::string> document_text(const Pack& pack, const ItemSpec& item);

// A text with its offsets, never changed once it stands.
struct Document {
    explicit Document(std::string words) : text(std::move(words)), index(text) {}
    std::string text;
    TextIndex index;

    [[nodiscard]] std::size_t size() const { return index.code_point_count(); }
    [[nodiscard]] std::string_view cut(TextRange range) const { return index.cut(text, range); }
};

} // namespace biaokao::spans
