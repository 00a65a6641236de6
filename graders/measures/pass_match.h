// Matching of drawn things with references, the same for boxes and time segments (metrics.md 3 and 12): pass 1 pairs
// equal labels, pass 2 the rest with any label, pass 3 finds near misses, which earn nothing but explain the loss.
//
// Two passes, because a wrong label on a good box is one mistake, not "missing plus extra".
#pragma once

#include <string_view>
#include <vector>

#include "graders/measures/step_match.h"

namespace biaokao {

constexpr double near_overlap_min = 0.1; // below, two things have nothing to do with each other

struct PassLimits {
    double match_min = 0.5; // 0 < near_min <= match_min <= 1
    double near_min = near_overlap_min;
};

struct Matching {
    std::vector<Pair> matched;                      // pass 1
    std::vector<Pair> wrong_label;                  // pass 2
    std::vector<Pair> near_miss;                    // pass 3
    std::vector<int> missing_references, unmatched; // left over: references, candidates
    double similarity_sum = 0;                      // over passes 1 and 2
};

class PassMatcher {
public:
    explicit PassMatcher(PassLimits limits) : limits_(limits) {}

    // A pair that overlaps at all, each once; below every limit it is dropped.
    void add(std::size_t reference, std::size_t candidate, double similarity, std::string_view reference_label,
             std::string_view candidate_label);
    // In each pass as many permitted pairs as possible, among those the largest sum of similarities.
    [[nodiscard]] Matching match(std::size_t references, std::size_t candidates) const;

private:
    PassLimits limits_;
    std::vector<Pair> same_label_, same_place_, near_; // by the first pass that permits them
};

} // namespace biaokao
