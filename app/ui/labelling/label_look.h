// How a label looks: the colour that the pack gives it, or, when the person asks for it, one of eight that are told
// apart with any kind of colour vision, and a hatch, so that colour is never all there is.
#pragma once

#include <cstdint>
#include <vector>

#include "app/ui/ui.h"
#include "engine/geometry/vec.h"
#include "engine/pack/question.h"

struct ImDrawList;

namespace biaokao {

struct LabelLook {
    std::uint32_t color = 0;
    int hatch = 0; // 0: plain; 1 … 6: direction and distance of the lines
};

// By its place in the label schema; `without` is the colour of what has no label, or one that is not in the schema.
[[nodiscard]] LabelLook label_look(const Ui& ui, const LabelSchema& schema, std::string_view label,
                                   std::uint32_t without);

// The lines of a hatch in an area of this size on the screen: all points with x · across.x + y · across.y = k · gap.
struct HatchLines {
    Vec2 across;
    double gap = 0;
};
[[nodiscard]] std::vector<HatchLines> hatch_lines(const Ui& ui, int hatch, Vec2 size_in_screen);

// Fills the part of `box_in_screen` that is inside `clip` with the lines of this hatch.
void draw_hatch(const Ui& ui, ImDrawList& list, const Box& box_in_screen, const Box& clip, int hatch,
                std::uint32_t color);

} // namespace biaokao
