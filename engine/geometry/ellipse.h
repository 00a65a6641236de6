// Ellipses as rings of corners, and what lies inside one.
#pragma once

#include "engine/geometry/shapes.h"

namespace biaokao {

// Corners on the ellipse at equal steps of its parameter, from the end of its first half axis on, clockwise on the
// screen; asserts at least 3. With a multiple of four the ends of both axes are corners, so that an ellipse that is
// written another way (turned by 180°, or by 90° with its axes exchanged) has the same corners.
[[nodiscard]] std::vector<Vec2> ring_of(const Ellipse& ellipse, std::size_t corners);
// On the ellipse counts as inside; one without a half axis holds nothing.
[[nodiscard]] bool contains(const Ellipse& ellipse, Vec2 point);

} // namespace biaokao
