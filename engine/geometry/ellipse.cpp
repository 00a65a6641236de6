#include "engine/geometry/ellipse.h"

#include <cmath>
#include <numbers>

#include "engine/base/result.h"

namespace biaokao {

std::vector<Vec2> ring_of(const Ellipse& ellipse, std::size_t corners) {
    BIAOKAO_ASSERT(corners >= 3);
    const double angle = ellipse.degrees * std::numbers::pi / 180;
    const Vec2 along = Vec2{std::cos(angle), std::sin(angle)} * ellipse.radius_x;
    const Vec2 across = Vec2{-std::sin(angle), std::cos(angle)} * ellipse.radius_y;
    const double step = 2 * std::numbers::pi / static_cast<double>(corners);
    std::vector<Vec2> ring;
    ring.reserve(corners);
    for (std::size_t i = 0; i < corners; ++i) {
        const double at = step * static_cast<double>(i);
        ring.push_back(ellipse.centre + along * std::cos(at) + across * std::sin(at));
    }
    return ring;
}

bool contains(const Ellipse& ellipse, Vec2 point) {
    if (!(ellipse.radius_x > 0 && ellipse.radius_y > 0)) return false;
    const double angle = ellipse.degrees * std::numbers::pi / 180, cosine = std::cos(angle), sine = std::sin(angle);
    const Vec2 way = point - ellipse.centre;
    return std::hypot((way.x * cosine + way.y * sine) / ellipse.radius_x,
                      (way.y * cosine - way.x * sine) / ellipse.radius_y) <= 1;
}

} // namespace biaokao
