// The lower half of the SVG figure: each segment with its times and text, the answer's beside the reference's.
#pragma once

#include <string>
#include <string_view>

#include "engine/pack/task_type.h"

namespace biaokao::audio {

struct SvgVerdict {
    std::string_view color, sign;
    bool dashed = false;
};
// How object `id` stands in the comparison; neutral without one. Colours are readable on white paper.
[[nodiscard]] SvgVerdict svg_verdict(const FigureInput& input, std::string_view id, bool is_reference);

// The label's title in the language of the figure; the id itself where the schema has no such label.
[[nodiscard]] std::string title_of_label(const FigureInput& input, const std::string& label);

// Appends the texts from `top` downwards and returns where they end.
double draw_texts(std::string& body, const FigureInput& input, double top, double width);

} // namespace biaokao::audio
