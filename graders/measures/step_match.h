// Matching in steps: each step pairs what the former ones left, as many permitted pairs as possible and among those
// the largest sum of similarities.
#pragma once

#include <span>
#include <vector>

namespace biaokao {

struct Pair {
    int reference = 0, candidate = 0;
    double similarity = 0;
};

class StepMatcher {
public:
    StepMatcher(std::size_t references, std::size_t candidates);

    // Only permitted pairs go in: one below the limit, assigned and dropped afterwards, would block a permitted one.
    [[nodiscard]] std::vector<Pair> take(std::span<const Pair> permitted);
    [[nodiscard]] std::vector<int> free_references() const;
    [[nodiscard]] std::vector<int> free_candidates() const;

private:
    std::vector<char> reference_free_, candidate_free_;
};

} // namespace biaokao
