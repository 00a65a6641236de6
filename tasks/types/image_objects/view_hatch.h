// The hatch of a label inside a closed shape of whatever kind: the second sign beside its colour
// (app/ui/labelling/label_look.h).
#pragma once

#include "app/ui/labelling/label_look.h"
#include "engine/answer/answer.h"
#include "tasks/types/image_objects/image_zoom.h"

namespace biaokao::image_objects {

// Nothing for hatch 0, for lines and points, and for a shape that is too small to show one. Only what is inside `clip`
// is drawn.
void draw_hatch_in(const Ui& ui, ImDrawList& list, const ImageZoom& zoom, const Shape& shape, const Box& clip,
                   int hatch, std::uint32_t color);

} // namespace biaokao::image_objects
