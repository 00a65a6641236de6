// Where else in a document the text of a span stands.
#pragma once

#include <span>
#include <vector>

#include "tasks/types/text_labels/document.h"

namespace biaokao::spans {

// So many places are offered at most: one step of undo stays one line of the journal of reasonable length.
constexpr std::size_t max_same_text = 1000;

// The other places of the text at `range`, in order, none of them overlapping another: whole clusters, and whole words
// where the text begins or ends with a letter of an alphabet ("art" does not stand in "start"). Left out is what a span
// of `taken` marks with just these bounds, and, unless `overlap`, what one of them overlaps.
[[nodiscard]] std::vector<TextRange> same_text_elsewhere(const Document& document, TextRange range,
                                                         std::span<const TextRange> taken, bool overlap);

} // namespace biaokao::spans
