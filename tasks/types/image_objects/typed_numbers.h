// A shape, or one point of it, as numbers to be typed: the way without dragging.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/answer/answer.h"

namespace biaokao::image_objects {

struct TypedNumber {
    std::string_view id, sign; // of the field; what is written before it
    double value = 0, low = 0, high = 0;
};
// Box: x, y, width, height. Turned box: centre, width, height, degrees. Ellipse: centre, half
// axes, degrees. Of lines, polygons and key points the point
// with this index: x, y; nothing without one.
[[nodiscard]] std::vector<TypedNumber> numbers_of(const Shape& shape, std::optional<std::size_t> point,
                                                  Vec2 image_size);
// The shape with these numbers in the same order, brought into the picture and rounded.
[[nodiscard]] Shape with_numbers(const Shape& shape, std::optional<std::size_t> point, std::span<const double> numbers,
                                 Vec2 image_size);

} // namespace biaokao::image_objects
