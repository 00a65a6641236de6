// One arc of a figure as SVG: bar, legs, arrow head at its end, tag in the middle.
#pragma once

#include <string>

#include "tasks/types/text_labels/arcs.h"

namespace biaokao::spans {

struct ArcInk {
    std::string color; // escaped
    bool dashed = false;
    std::string tag; // plain words
};

// `origin` is where the page's corner stands in the drawing, `text_top` the top of the text of the piece's line there.
[[nodiscard]] std::string arc_svg(const ArcPiece& piece, const ArcInk& ink, float origin_x, float text_top,
                                  float lane_height);

constexpr float svg_tag_width = 28; // "999✓"

} // namespace biaokao::spans
