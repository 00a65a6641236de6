#include "graders/measures/polygon_iou.h"

#include <algorithm>
#include <tuple>

#include "engine/geometry/ring_crossing.h"
#include "graders/measures/polygon_sweep.h"

namespace biaokao {
namespace {

using Edge = CompiledPolygon::Edge;

// The edges that rise from this corner, the left one first.
void add_edges_from(const SortedRing& ring, std::size_t corner, std::vector<Edge>& edges) {
    const Vec2 low = ring.corners[corner];
    const std::size_t first = edges.size();
    for (const std::size_t other : {ring.before(corner), ring.after(corner)}) {
        const Vec2 high = ring.corners[other];
        if (high.y > low.y) edges.push_back({low, high, (high.x - low.x) / (high.y - low.y)});
    }
    if (edges.size() == first + 2 && edges[first].x_per_y > edges[first + 1].x_per_y)
        std::swap(edges[first], edges[first + 1]);
}

} // namespace

Result<CompiledPolygon> compile_polygon(const PolygonShape& shape) {
    std::size_t corners = 0;
    for (const PolygonRing& ring : shape) corners += ring.size();
    if (corners > polygon_corner_limit) return fail("error.polygon_too_complex", "");
    CompiledPolygon compiled;
    compiled.edges.reserve(corners);
    compiled.levels.reserve(corners);
    for (const PolygonRing& ring : shape) {
        const SortedRing sorted = sort_ring(ring);
        compiled.self_crossing = compiled.self_crossing || crosses_itself(sorted);
        for (const std::uint32_t corner : sorted.in_order) {
            compiled.levels.push_back(sorted.corners[corner].y);
            add_edges_from(sorted, corner, compiled.edges);
        }
    }
    if (shape.size() > 1) {
        std::sort(compiled.levels.begin(), compiled.levels.end());
        std::sort(compiled.edges.begin(), compiled.edges.end(), [](const Edge& a, const Edge& b) {
            return std::tie(a.low.y, a.low.x, a.x_per_y) < std::tie(b.low.y, b.low.x, b.x_per_y);
        });
    }
    compiled.levels.erase(std::unique(compiled.levels.begin(), compiled.levels.end()), compiled.levels.end());
    return compiled;
}

Result<PolygonOverlap> polygon_overlap(const CompiledPolygon& reference, const CompiledPolygon& candidate) {
    const auto areas = sweep_areas(reference, candidate);
    if (!areas) return fail("error.polygon_too_complex", "");
    PolygonOverlap overlap{
        .area_reference = areas->reference, .area_candidate = areas->candidate, .intersection = areas->common};
    overlap.together = overlap.area_reference + overlap.area_candidate - overlap.intersection;
    if (overlap.together > 0) overlap.iou = overlap.intersection / overlap.together;
    return overlap;
}

} // namespace biaokao
