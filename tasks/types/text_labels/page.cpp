#include "tasks/types/text_labels/page.h"

#include <algorithm>

namespace biaokao::spans {

Page::Page(std::shared_ptr<const Document> document, const ClusterAdvance& advance, const PageMetrics& metrics)
    : document_(std::move(document)), metrics_(metrics) {
    const TextIndex& index = document_->index;
    for (const LineRange& line : break_lines(document_->text, advance, metrics_.width))
        lines_.push_back({.range = {index.code_point_from_byte(line.begin), index.code_point_from_byte(line.end)},
                          .shown_end = index.code_point_from_byte(line.shown_end)});
    place_clusters(advance);
    stack({}, {});
}

void Page::place_clusters(const ClusterAdvance& advance) {
    const TextIndex& index = document_->index;
    left_of_cluster_.resize(index.cluster_count());
    for (std::size_t line = 0; line < lines_.size(); ++line) {
        float x = 0;
        for (std::size_t cluster = first_cluster(line); cluster < end_cluster(line); ++cluster) {
            left_of_cluster_[cluster] = x;
            x += advance(
                document_->cut({index.code_point_from_cluster(cluster), index.code_point_from_cluster(cluster + 1)}));
        }
        lines_[line].width = x;
    }
}

std::size_t Page::first_cluster(std::size_t line) const {
    return document_->index.cluster_from_code_point(lines_[line].range.start);
}

std::size_t Page::end_cluster(std::size_t line) const {
    return document_->index.cluster_from_code_point(lines_[line].shown_end);
}

void Page::stack(std::span<const Mark> marks, std::span<const int> rows, std::span<const int> lanes) {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        lines_[i].rows = 0;
        lines_[i].lanes = lanes.empty() ? 0 : lanes[i];
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const std::size_t last = line_of(marks[i].range.end - 1);
        for (std::size_t at = line_of(marks[i].range.start); at <= last; ++at)
            lines_[at].rows = std::max(lines_[at].rows, rows[i] + 1);
    }
    float y = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        lines_[i].top = y + static_cast<float>(lines_[i].lanes) * metrics_.lane_height;
        y = bottom_of(i);
    }
}

float Page::start_of(std::size_t line) const {
    return lines_[line].top - static_cast<float>(lines_[line].lanes) * metrics_.lane_height;
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
    const auto starts = [this](const PageLine& line) {
        return line.top - static_cast<float>(line.lanes) * metrics_.lane_height;
    };
    const auto behind = std::ranges::upper_bound(lines_, y, {}, starts);
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(behind - lines_.begin() - 1, 0));
}

float Page::x_of(std::size_t line, std::size_t code_point) const {
    const PageLine& at = lines_[line];
    if (code_point >= at.shown_end) return at.width;
    if (code_point <= at.range.start) return 0;
    return left_of_cluster_[document_->index.cluster_from_code_point(code_point)];
}

std::size_t Page::boundary_at(std::size_t line, float x) const {
    const TextIndex& index = document_->index;
    const std::size_t end = end_cluster(line);
    for (std::size_t cluster = first_cluster(line); cluster < end; ++cluster) {
        const float right = cluster + 1 < end ? left_of_cluster_[cluster + 1] : lines_[line].width;
        if (x < (left_of_cluster_[cluster] + right) / 2) return index.code_point_from_cluster(cluster);
    }
    return lines_[line].shown_end;
}

std::size_t Page::cluster_at(std::size_t line, float x) const {
    const std::size_t first = first_cluster(line), end = end_cluster(line);
    const auto at = left_of_cluster_.begin();
    const auto behind =
        std::upper_bound(at + static_cast<std::ptrdiff_t>(first), at + static_cast<std::ptrdiff_t>(end), x);
    const auto found = static_cast<std::size_t>(behind - at);
    return document_->index.code_point_from_cluster(std::max(found, first + 1) - 1);
}

} // namespace biaokao::spans
