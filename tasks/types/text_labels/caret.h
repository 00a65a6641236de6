// The caret of a document and the selection that it drags behind it, as in every editor.
#pragma once

#include <cstddef>
#include <optional>

#include "tasks/types/text_labels/page.h"

namespace biaokao::spans {

enum class Granularity { grapheme, word, sentence };

struct Caret {
    std::size_t at = 0;          // a cluster boundary
    std::size_t anchor = 0;      // where the selection began; == at: nothing is selected
    bool at_line_end = false;    // of two lines that meet at a soft break, it stands in the first
    std::optional<float> goal_x; // where Up and Down try to stay

    [[nodiscard]] bool selects() const { return at != anchor; }
    void put(std::size_t boundary, bool extend, bool line_end = false);
};

enum class CaretMove {
    left,
    right,
    word_left,
    word_right,
    line_start,
    line_end,
    text_start,
    text_end,
    up,
    down,
    page_up,
    page_down
};
// `extend` keeps the anchor. `view_height` is the height of the visible part, for pages.
void move_caret(Caret& caret, const Page& page, CaretMove move, bool extend, float view_height);

// What is selected, widened to whole clusters, words or sentences.
[[nodiscard]] TextRange selected_range(const Document& document, const Caret& caret, Granularity granularity);

} // namespace biaokao::spans
