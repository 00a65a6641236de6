// Looks for words in a document, round its ends.
#pragma once

#include <optional>
#include <string_view>

#include "tasks/types/text_labels/document.h"

namespace biaokao::spans {

// The next place behind `from` (direction > 0: starts at or after it; < 0: starts before it) where `words` stand byte
// for byte, from the other end of the document when there is none. Nothing for no words.
[[nodiscard]] std::optional<TextRange> find_text(const Document& document, std::string_view words, std::size_t from,
                                                 int direction);

} // namespace biaokao::spans
