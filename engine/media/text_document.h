// A document to label: its bytes are its text, so that every span counts the same code points everywhere.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace biaokao {

constexpr std::size_t max_document_bytes = 4u << 20;

// Strict UTF-8 without a byte order mark; tab and line breaks are the only control characters; nothing is normalised.
// "error.text_bom", "error.text_not_utf8", "error.text_control" (all with the byte), "error.text_empty",
// "error.text_too_long", at `where`.
[[nodiscard]] Result<std::string> read_text_document(std::string_view bytes, std::string_view where);

} // namespace biaokao
