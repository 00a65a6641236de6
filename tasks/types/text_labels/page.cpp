#include "tasks/types/text_labels/page.h"

#include <algorithm>

namespace biaokao::spans {

Page::Page(std::shared_ptr<const Document> document, ClusterAdvance advance, const PageMetrics& metrics)
    : document_(std::move(document)), advance_(std::move(advance)), metrics_(metrics) {
    const TextIndex& index = document_->index;
    for (const LineRange& line : break_lines(document_->text, advance_, metrics_.width))
        lines_.push_back({.range = {index.code_point_from_byte(line.begin), index.code_point_from_byte(line.end)},
                          .shown_end = index.code_point_from_byte(line.shown_end)});
    stack({}, {});
}

void Page::stack(std::span<const Mark> marks, std::span<const int> rows) {
    for (PageLine& line : lines_) line.rows = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const std::size_t last = line_of(marks[i].range.end - 1);
        for (std::size_t at = line_of(marks[i].range.start); at <= last; ++at)
            lines_[at].rows = std::max(lines_[at].rows, rows[i] + 1);
    }
    float top = 0;
    for (PageLine& line : lines_) {
        line.top = top;
        top += metrics_.text_height + static_cast<float>(line.rows) * metrics_.row_height;
    }
}

float Page::bottom_of(std::size_t line) const {
    return lines_[line].top + metrics_.text_height + static_cast<float>(lines_[line].rows) * metrics_.row_height;
}

std::size_t Page::line_of(std::size_t code_point, bool at_line_end) const {
    const auto behind =
        std::ranges::upper_bound(lines_, code_point, {}, [](const PageLine& l) { return l.range.start; });
    const auto line = static_cast<std::size_t>(std::max<std::ptrdiff_t>(behind - lines_.begin() - 1, 0));
    const bool meets = line > 0 && lines_[line].range.start == code_point && lines_[line - 1].is_soft();
    return at_line_end && meets ? line - 1 : line;
}

std::size_t Page::line_at(float y) const {
    const auto behind = std::ranges::upper_bound(lines_, y, {}, [](const PageLine& l) { return l.top; });
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(behind - lines_.begin() - 1, 0));
}

float Page::x_of(std::size_t line, std::size_t code_point) const {
    const TextIndex& index = document_->index;
    const std::size_t end = std::min(code_point, lines_[line].shown_end);
    float x = 0;
    for (std::size_t at = lines_[line].range.start; at < end;) {
        const std::size_t next = index.next_boundary(at);
        if (next > end) break; // inside a cluster: its left edge
        x += advance_(document_->cut({at, next}));
        at = next;
    }
    return x;
}

std::size_t Page::boundary_at(std::size_t line, float x) const {
    const TextIndex& index = document_->index;
    float left = 0;
    for (std::size_t at = lines_[line].range.start; at < lines_[line].shown_end;) {
        const std::size_t next = index.next_boundary(at);
        const float advance = advance_(document_->cut({at, next}));
        if (x < left + advance / 2) return at;
        left += advance;
        at = next;
    }
    return lines_[line].shown_end;
}

std::size_t Page::cluster_at(std::size_t line, float x) const {
    const TextIndex& index = document_->index;
    float left = 0;
    std::size_t last = lines_[line].range.start;
    for (std::size_t at = last; at < lines_[line].shown_end;) {
        last = at;
        const std::size_t next = index.next_boundary(at);
        left += advance_(document_->cut({at, next}));
        if (x < left) return at;
        at = next;
    }
    return last;
}

} // namespace biaokao::spans
