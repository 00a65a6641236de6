// On which side of a line a point lies, without rounding: one wrong sign and a clean outline counts as crossing itself.
#pragma once

#include <cmath>

#include "engine/geometry/vec.h"

namespace biaokao {

// As below, for the few points that lie so near to the line that plain arithmetic cannot tell.
[[nodiscard]] int orientation_of_near_points(Vec2 a, Vec2 b, Vec2 c);

// The sign of (b − a) × (c − a): 1, −1, or 0 where the three points lie on one line. Upwards from a to b with y
// upwards, 1 means that c lies to the left. Exact while no product of two coordinates falls below 1e-290 without being
// 0, or overflows. Method: error bound "A" of J. R. Shewchuk, Adaptive precision floating-point arithmetic, 1997.
[[nodiscard]] inline int orientation(Vec2 a, Vec2 b, Vec2 c) {
    const double left = (b.x - a.x) * (c.y - a.y), right = (b.y - a.y) * (c.x - a.x);
    const double difference = left - right;
    constexpr double epsilon = 0x1p-53;
    const double bound = (3 + 16 * epsilon) * epsilon * (std::abs(left) + std::abs(right));
    if (difference > bound) return 1;
    if (difference < -bound) return -1;
    return orientation_of_near_points(a, b, c);
}

} // namespace biaokao
