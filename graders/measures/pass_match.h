// Matching of drawn things with references, the same for boxes and time segments (metrics.md 3 and 12): pass 1 pairs
// equal labels, pass 2 the rest with any label, pass 3 finds near misses, which earn nothing but explain the loss.
//
// Two passes, because a wrong label on a good box is one mistake, not "missing plus extra".
#pragma once

#include <span>
#include <vector>

#include "graders/measures/step_match.h"

namespace biaokao {

struct Overlap { // one pair that overlaps at all
    int reference = 0, candidate = 0;
    double similarity = 0; // IoU or tIoU
    bool same_label = false;
};

struct PassLimits {
    double match_min = 0.5; // 0 < near_min <= match_min <= 1
    double near_min = 0.1;
};

struct Matching {
    std::vector<Pair> matched;                      // pass 1
    std::vector<Pair> wrong_label;                  // pass 2
    std::vector<Pair> near_miss;                    // pass 3
    std::vector<int> missing_references, unmatched; // left over: references, candidates
    double similarity_sum = 0;                      // over passes 1 and 2
};

// In each pass as many permitted pairs as possible, among those the largest sum of similarities.
[[nodiscard]] Matching match_in_passes(int references, int candidates, std::span<const Overlap> overlaps,
                                       PassLimits limits);

} // namespace biaokao
