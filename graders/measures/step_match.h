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
    // A pair that an earlier step permitted need not come again: that step left no such pair with both sides free.
    [[nodiscard]] std::vector<Pair> take(std::span<const Pair> permitted);
    [[nodiscard]] std::vector<int> free_references() const;
    [[nodiscard]] std::vector<int> free_candidates() const;

private:
    struct Side {
        std::vector<char> taken;
        std::vector<int> choices; // permitted pairs of this step that are open on both sides

        [[nodiscard]] std::vector<int> free() const;
    };

    [[nodiscard]] bool is_open(const Pair& pair) const;
    [[nodiscard]] bool is_uncontested(const Pair& pair) const;
    void assign_contested(std::span<const Pair> permitted, std::vector<Pair>& taken) const;

    Side references_, candidates_;
};

} // namespace biaokao
