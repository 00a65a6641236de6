// A document laid out for a width: where each line and character stands, and what stands at a point. Over the text of
// a line are lanes for arcs, under it is one row for each level of marks. All lengths in the pixels of the advance
// function, from the top left.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "engine/text/line_breaker.h"
#include "tasks/types/text_labels/document.h"
#include "tasks/types/text_labels/marks.h"

namespace biaokao::spans {

struct PageMetrics {
    float width = 0;
    float text_height = 0; // of the text of a line
    float row_height = 0;  // of one row of marks under it
    float lane_height = 0; // of one lane of arcs over it
    friend bool operator==(const PageMetrics&, const PageMetrics&) = default;
};

struct PageLine {
    TextRange range;           // code points; the line break is its last
    std::size_t shown_end = 0; // before the line break
    float width = 0;           // up to shown_end
    float top = 0;             // of the text
    int lanes = 0, rows = 0;
    // Ended by the width alone: its end is also the start of the next line.
    [[nodiscard]] bool is_soft() const { return shown_end == range.end; }
};

class Page {
public:
    Page(std::shared_ptr<const Document> document, const ClusterAdvance& advance, const PageMetrics& metrics);

    // Makes room under each line for the rows of its marks (rows_of in marks.h), and over it for so many lanes (by
    // line; empty: none).
    void stack(std::span<const Mark> marks, std::span<const int> rows, std::span<const int> lanes = {});

    [[nodiscard]] const Document& document() const { return *document_; }
    [[nodiscard]] const PageMetrics& metrics() const { return metrics_; }
    [[nodiscard]] const std::vector<PageLine>& lines() const { return lines_; }
    [[nodiscard]] float height() const { return bottom_of(lines_.size() - 1); }
    [[nodiscard]] float start_of(std::size_t line) const;  // above its lanes
    [[nodiscard]] float bottom_of(std::size_t line) const; // below its rows

    // The line that `code_point` stands in; `at_line_end`: of two lines that meet there, the one that ends.
    [[nodiscard]] std::size_t line_of(std::size_t code_point, bool at_line_end = false) const;
    [[nodiscard]] std::size_t line_at(float y) const; // the nearest one
    // The left edge of a character of this line; the right end of the line for anything behind it.
    [[nodiscard]] float x_of(std::size_t line, std::size_t code_point) const;
    // The cluster boundary nearest to `x`: where a caret goes.
    [[nodiscard]] std::size_t boundary_at(std::size_t line, float x) const;
    // The start of the cluster under `x`; of the last one of the line behind its end.
    [[nodiscard]] std::size_t cluster_at(std::size_t line, float x) const;

private:
    [[nodiscard]] std::size_t first_cluster(std::size_t line) const;
    [[nodiscard]] std::size_t end_cluster(std::size_t line) const; // behind the last one shown
    void place_clusters(const ClusterAdvance& advance);

    std::shared_ptr<const Document> document_;
    PageMetrics metrics_;
    std::vector<float> left_of_cluster_; // in its line; kept, because marks and arcs ask for thousands of them
    std::vector<PageLine> lines_;
};

} // namespace biaokao::spans
