// The frame that turns with a shape: a turned box itself, the box around an ellipse. Whatever hands do to the one
// (rotated_edit.h) they do to the other.
#pragma once

#include <optional>

#include "engine/answer/answer.h"
#include "tasks/types/image_objects/rotated_edit.h"

namespace biaokao::image_objects {

// Empty for shapes that do not turn.
[[nodiscard]] std::optional<RotatedBox> turning_frame(const Shape& shape);
// The shape in another frame; one that does not turn stays as it is.
[[nodiscard]] Shape in_frame(const Shape& shape, const RotatedBox& frame);
// The ellipse that touches all four sides.
[[nodiscard]] Ellipse ellipse_in(const RotatedBox& frame);

} // namespace biaokao::image_objects
