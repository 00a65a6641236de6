// Polygons of one or more rings: areas, common area and intersection over union under the even-odd rule (metrics.md 5).
#pragma once

#include <span>
#include <vector>

#include "engine/base/result.h"
#include "engine/geometry/vec.h"

namespace biaokao {

// Closed by itself. Which corner is first, which way round and whether the first is repeated at the end do not matter.
using PolygonRing = std::vector<Vec2>;
// A point is inside where a ray from it crosses the edges of all rings an odd number of times: a ring in a ring is a
// hole, and what two rings cover both is outside. No ring: an empty shape.
using PolygonShape = std::vector<PolygonRing>;

// More corners than any outline drawn by hand; what is drawn at random beyond it could hold a program up for minutes.
constexpr std::size_t polygon_corner_limit = 100'000;

// A shape made ready to be measured against many others.
struct CompiledPolygon {
    struct Edge {
        Vec2 low, high; // low.y < high.y: level edges add nothing to an area
        double x_per_y = 0;
    };
    std::vector<Edge> edges;    // by low.y, then low.x, then x_per_y
    std::vector<double> levels; // the y of all corners, each once, rising
    bool self_crossing = false; // of some ring: see crosses_itself
};

// Coordinates are finite. Fails with error.polygon_too_complex above polygon_corner_limit.
[[nodiscard]] Result<CompiledPolygon> compile_polygon(const PolygonShape& shape);

struct PolygonOverlap {
    double area_reference = 0, area_candidate = 0, intersection = 0, together = 0; // together: of the union
    double iou = 0;                                                                // 0 where the union has no area
};

// Rounding costs about 1e-15 of the area of the box around both shapes, however their edges lie on one another. Fails
// with error.polygon_too_complex beyond SweepLimits.
[[nodiscard]] Result<PolygonOverlap> polygon_overlap(const CompiledPolygon& reference,
                                                     const CompiledPolygon& candidate);

} // namespace biaokao
