// Relations between the spans of a document, as arcs above its lines: which there are, alone or against a reference,
// and where each runs. The window and the figures of reports draw the same arcs.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "tasks/types/text_labels/marks.h"
#include "tasks/types/text_labels/page.h"

namespace biaokao::spans {

struct Arc : Marked {
    std::string from_id, to_id; // spans of the side that it is drawn for
    TextRange from, to;         // where they stand, cut to the document, never empty
};

// By id, mine first. A relation whose ends are no two spans of this item is no arc. With both sides, a reference
// relation that the candidate drew between the same ends in the same direction is not repeated.
[[nodiscard]] std::vector<Arc> arcs_of(std::string_view item, std::size_t size, const MarkSource& source);

// The part of an arc over one line: a bar with a leg down to each end that stands in this line. Towards an end in
// another line the bar runs to the edge of the page, to the right when that line is below.
struct ArcPiece {
    std::size_t arc = 0; // index
    std::size_t line = 0;
    float left = 0, right = 0; // of the bar, in the pixels of the page
    std::optional<float> from_x, to_x;
    float middle = 0, tag_width = 0; // of its label, which is kept inside the page
    int lane = 0;                    // 0 next to the text
};

// Beyond so many, arcs of one line share the top lane: no line grows without end.
constexpr int max_lanes = 12;

// Sorted by line. Bars of one lane do not touch, nor do their labels, as wide as `tag_width` says; shorter bars get the
// lower lanes.
[[nodiscard]] std::vector<ArcPiece> lay_out_arcs(const Page& page, const std::vector<Arc>& arcs,
                                                 const std::function<float(const Arc&)>& tag_width);

// How many lanes each line of the page needs; empty when there are no pieces.
[[nodiscard]] std::vector<int> lanes_of(const Page& page, const std::vector<ArcPiece>& pieces);

} // namespace biaokao::spans
