#include "tasks/types/text_labels/caret.h"

#include <algorithm>

#include "engine/text/words.h"

namespace biaokao::spans {
namespace {

// To the line `lines` below (above when negative), at the same distance from the left; past the first or last line to
// the start or end of the text.
void move_lines(Caret& caret, const Page& page, std::ptrdiff_t lines, bool extend) {
    const std::size_t line = page.line_of(caret.at, caret.at_line_end);
    const float goal = caret.goal_x.value_or(page.x_of(line, caret.at));
    const auto last = static_cast<std::ptrdiff_t>(page.lines().size()) - 1;
    const std::ptrdiff_t wanted = static_cast<std::ptrdiff_t>(line) + lines;
    const auto target = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, last));
    if (target == line) {
        caret.put(lines < 0 ? 0 : page.document().size(), extend);
    } else {
        const std::size_t boundary = page.boundary_at(target, goal);
        caret.put(boundary, extend, boundary == page.lines()[target].range.end);
    }
    caret.goal_x = goal;
}

void move_pages(Caret& caret, const Page& page, float distance, bool extend) {
    const std::size_t line = page.line_of(caret.at, caret.at_line_end);
    const auto target = static_cast<std::ptrdiff_t>(page.line_at(page.lines()[line].top + distance));
    const std::ptrdiff_t lines = target - static_cast<std::ptrdiff_t>(line);
    // A line higher than the view is passed all the same.
    move_lines(caret, page, lines != 0 ? lines : distance < 0 ? -1 : 1, extend);
}

} // namespace

void Caret::put(std::size_t boundary, bool extend, bool line_end) {
    at = boundary;
    if (!extend) anchor = boundary;
    at_line_end = line_end;
    goal_x.reset();
}

void move_caret(Caret& caret, const Page& page, CaretMove move, bool extend, float view_height) {
    const Document& document = page.document();
    const auto [low, high] = std::minmax(caret.at, caret.anchor);
    const bool collapse = caret.selects() && !extend; // an arrow first leaves the selection at its side
    const PageLine& line = page.lines()[page.line_of(caret.at, caret.at_line_end)];
    switch (move) {
    case CaretMove::left: return caret.put(collapse ? low : document.index.previous_boundary(caret.at), extend);
    case CaretMove::right: return caret.put(collapse ? high : document.index.next_boundary(caret.at), extend);
    case CaretMove::word_left: return caret.put(previous_word_start(document.text, document.index, caret.at), extend);
    case CaretMove::word_right: return caret.put(next_word_start(document.text, document.index, caret.at), extend);
    case CaretMove::line_start: return caret.put(line.range.start, extend);
    case CaretMove::line_end:
        return caret.put(line.shown_end, extend, line.is_soft() && line.range.end < document.size());
    case CaretMove::text_start: return caret.put(0, extend);
    case CaretMove::text_end: return caret.put(document.size(), extend);
    case CaretMove::up: return move_lines(caret, page, -1, extend);
    case CaretMove::down: return move_lines(caret, page, +1, extend);
    case CaretMove::page_up: return move_pages(caret, page, -view_height, extend);
    case CaretMove::page_down: return move_pages(caret, page, +view_height, extend);
    }
}

TextRange selected_range(const Document& document, const Caret& caret, Granularity granularity) {
    const auto [low, high] = std::minmax(caret.at, caret.anchor);
    if (low == high) return {low, low};
    const std::size_t last = document.index.previous_boundary(high);
    switch (granularity) {
    case Granularity::grapheme: return document.index.snap_to_clusters({low, high});
    case Granularity::word:
        return {word_at(document.text, document.index, low).start, word_at(document.text, document.index, last).end};
    case Granularity::sentence:
        return {std::min(low, sentence_at(document.text, document.index, low).start),
                std::max(high, sentence_at(document.text, document.index, last).end)};
    }
    return {low, high};
}

} // namespace biaokao::spans
