// One ring of a polygon with its corners in the order in which a sweep from small to large y meets them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/geometry/vec.h"

namespace biaokao {

// Comes first in the sweep: smaller y, then smaller x.
[[nodiscard]] inline bool swept_before(Vec2 a, Vec2 b) { return a.y < b.y || (a.y == b.y && a.x < b.x); }

struct SortedRing {
    std::vector<Vec2> corners;           // as drawn, without equal neighbours (the last and the first are neighbours)
    std::vector<std::uint32_t> in_order; // places in `corners`, by swept_before

    [[nodiscard]] std::size_t size() const { return corners.size(); }
    [[nodiscard]] std::size_t after(std::size_t corner) const { return corner + 1 == size() ? 0 : corner + 1; }
    [[nodiscard]] std::size_t before(std::size_t corner) const { return corner == 0 ? size() - 1 : corner - 1; }
};

[[nodiscard]] SortedRing sort_ring(std::span<const Vec2> ring);

} // namespace biaokao
