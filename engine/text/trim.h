// What falls off the ends of a selection before it becomes a span.
#pragma once

#include <string_view>

#include "engine/text/text_index.h"

namespace biaokao {

enum class TrimPunctuation { no, yes };

// `range` without blanks at its ends (of every width, zero-width ones and line breaks too) and, when asked, without
// punctuation there; whole clusters only. Empty, at the start of `range`, where nothing is left.
[[nodiscard]] TextRange trim_range(std::string_view text, const TextIndex& index, TextRange range,
                                   TrimPunctuation punctuation);

} // namespace biaokao
