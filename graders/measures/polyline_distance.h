// How far apart two open lines are, such as lane markings (metrics.md 8): Chamfer, Hausdorff and discrete Fréchet
// distance of samples at equal steps of arc length, ends and lengths.
//
// Distances go to the nearest point on the other line, not to its nearest sample or vertex: an exact copy with other
// vertices has 0, and the middle of a long side counts.
#pragma once

#include <span>

#include "engine/geometry/vec.h"

namespace biaokao {

struct PolylineDistance {                     // all in the unit of the points, pixels
    double reference_mean = 0;                // of its samples to the candidate's line
    double candidate_mean = 0;                // of its samples to the reference's line: does it run along it?
    double chamfer = 0;                       // mean of these two
    double hausdorff = 0;                     // largest distance of a sample or vertex of one line to the other line
    double frechet = 0, frechet_reversed = 0; // discrete, on the samples; with the candidate reversed
    double ends = 0;                          // the larger distance of two ends, in the better direction
    double reference_length = 0, candidate_length = 0;
};

// `steps` >= 1 equal steps give steps + 1 samples, both ends included. A line has at least 2 points; one without length
// has all its samples in one point. Costs (steps + points) · points for the distances to the lines and steps² for
// Fréchet (Eiter and Mannila 1994), in memory linear in both. Finite points give finite values, unless a length itself
// is beyond the largest double.
[[nodiscard]] PolylineDistance polyline_distance(std::span<const Vec2> reference, std::span<const Vec2> candidate,
                                                 int steps);

} // namespace biaokao
