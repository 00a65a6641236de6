// Draws the canvas of image_objects: boxes, handles, cross-hair, snap lines, tags. Nothing here changes anything.
#pragma once

#include <string_view>

#include "tasks/types/image_objects/view_state.h"

struct ImDrawList;

namespace biaokao::image_objects {

struct BoxLook {
    std::uint32_t color = 0xffffffff;
    float width_px = 2;
    double fill = 0; // opacity
    bool dashed = false;
    bool cased = true; // false: light, not a line
    double opacity = 1;
};
// With a dark casing, so that every colour is seen on every picture. `clip` is the canvas.
void draw_box(Ui& ui, ImDrawList& list, const Box& box_in_screen, const BoxLook& look, const Box& clip);
// A filled tag with words above the box, or inside it where there is no room above.
void draw_tag(Ui& ui, ImDrawList& list, const Box& box_in_screen, std::string_view words, std::uint32_t color,
              const Box& clip);

// The candidate's own boxes with selection, drafts and hover.
void draw_answer(CanvasFrame& canvas, ImDrawList& list);
// What the hand is about to do: cross-hair, snap lines, the box being drawn with its size.
void draw_hand(CanvasFrame& canvas, ImDrawList& list);
// "120 × 80"
[[nodiscard]] std::string size_text(const Box& box);

} // namespace biaokao::image_objects
