// What hands do to a whole shape of a picture, whatever its kind: round, move, bring inside, tell whether it is too
// small.
#pragma once

#include "engine/answer/answer.h"
#include "tasks/types/image_objects/box_edit.h"

namespace biaokao::image_objects {

// Coordinates and angles in hundredths: what is stored and shown.
[[nodiscard]] Shape rounded(const Shape& shape);
// By this much, wherever that leads; a mask by whole pixels, and what leaves its picture is lost.
[[nodiscard]] Shape translated(const Shape& shape, Vec2 delta);
// Moved and cut to lie in a picture of this size: for copies and typed numbers. A turned box or an ellipse may reach
// beyond the border, its centre not.
[[nodiscard]] Shape fitted(const Shape& shape, Vec2 image_size);

enum class Extent { good, small, too_small };
// Too small: not created. Small: created with a warning (boxes and ellipses only).
[[nodiscard]] Extent extent_of(const Shape& shape);

} // namespace biaokao::image_objects
