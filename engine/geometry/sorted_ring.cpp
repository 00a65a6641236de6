#include "engine/geometry/sorted_ring.h"

#include <algorithm>

namespace biaokao {

SortedRing sort_ring(std::span<const Vec2> ring) {
    SortedRing sorted;
    sorted.corners.reserve(ring.size());
    std::unique_copy(ring.begin(), ring.end(), std::back_inserter(sorted.corners));
    while (sorted.size() > 1 && sorted.corners.back() == sorted.corners.front()) sorted.corners.pop_back();

    struct Placed {
        Vec2 corner;
        std::uint32_t place;
    };
    std::vector<Placed> placed(sorted.size());
    for (std::size_t i = 0; i < placed.size(); ++i) placed[i] = {sorted.corners[i], static_cast<std::uint32_t>(i)};
    std::sort(placed.begin(), placed.end(),
              [](const Placed& a, const Placed& b) { return swept_before(a.corner, b.corner); });
    sorted.in_order.reserve(placed.size());
    for (const Placed& one : placed) sorted.in_order.push_back(one.place);
    return sorted;
}

} // namespace biaokao
