// Draws the canvas of image_objects: shapes, grips, cross-hair, snap lines, tags. Nothing here changes anything.
#pragma once

#include <string>

#include "tasks/types/image_objects/view_state.h"

struct ImDrawList;

namespace biaokao::image_objects {

// The candidate's own shapes with selection, drafts and hover.
void draw_answer(CanvasFrame& canvas, ImDrawList& list);
// What the hand is about to do: cross-hair, snap lines, the shape being drawn with its size.
void draw_hand(CanvasFrame& canvas, ImDrawList& list);
// "120 × 80": of a turned box its own sides, of an ellipse both axes, of other shapes how far they reach.
[[nodiscard]] std::string size_text(const Shape& shape);
// "15°", "5 points", "960 px²"; nothing for a box.
[[nodiscard]] std::string detail_text(const Ui& ui, const Shape& shape);

} // namespace biaokao::image_objects
