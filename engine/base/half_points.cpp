#include "engine/base/half_points.h"

#include <cmath>

namespace biaokao {

std::string text_from_points(HalfPoints points) {
    const bool negative = points.count < 0;
    const auto magnitude = negative ? -points.count : points.count;
    return (negative ? "-" : "") + std::to_string(magnitude / 2) + (magnitude % 2 ? ".5" : ".0");
}

std::optional<HalfPoints> half_points_from(double points) {
    const double doubled = points * 2;
    if (!(std::abs(doubled) <= 20'000) || doubled != std::floor(doubled)) return std::nullopt;
    return HalfPoints{static_cast<std::int32_t>(doubled)};
}

} // namespace biaokao
