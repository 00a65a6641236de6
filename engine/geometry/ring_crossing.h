// Whether a ring touches or crosses itself: the candidate's most common slip with outlines, and exact to the last bit.
#pragma once

#include "engine/geometry/sorted_ring.h"

namespace biaokao {

// True where fewer than 3 corners remain without equal neighbours, where two edges that are not neighbours have a
// common point, or where an edge runs back over its neighbour. No other ring plays a part. O(n log n) signs of
// `orientation` (which says for which coordinates they are exact). Method: M. I. Shamos and D. Hoey, Geometric
// intersection problems, 1976; it ends at the first common point, so the order of its edges can never be wrong.
[[nodiscard]] bool crosses_itself(const SortedRing& ring);

} // namespace biaokao
