// How far a shape reaches in its picture, for whoever draws it or asks where it lies.
#pragma once

#include <optional>

#include "engine/answer/answer.h"

namespace biaokao {

// Boxes, outlines, points and masks do; spans, segments and relations do not.
[[nodiscard]] bool stands_in_picture(const Shape& shape);

// Empty for what stands in no picture (spans, segments, relations). A mask reaches as far as its set pixels do. Of key
// points those that are labelled count, where there are any.
[[nodiscard]] std::optional<Box> bounds_of(const Shape& shape);

// Upper left, upper right, lower right, lower left, before the box was turned.
[[nodiscard]] std::vector<Vec2> corners_of(const RotatedBox& box);

} // namespace biaokao
