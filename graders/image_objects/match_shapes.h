// The one matching that all checks of a question share.
#pragma once

#include "graders/image_objects/shape_key.h"

namespace biaokao::image_objects {

// In each picture, shapes of one kind with one another, in passes (graders/measures/pass_match.h). An area with at
// least half of its bounding box inside an ignore region counts against nobody; lines and key points have no area.
[[nodiscard]] ObjectMatching match_shapes(const ShapeKey& key, const Answer& answer);

} // namespace biaokao::image_objects
