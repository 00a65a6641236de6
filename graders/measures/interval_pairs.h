// Which intervals of two lists have a part in common: a sweep over both in the order of their starts, because on an
// ordinary answer almost no pair does.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace biaokao {

template <class Number>
struct Interval { // half-open
    Number start{}, end{};
};

// The places of a list by the starts of their intervals. A list that is sorted already, as the callers' mostly are,
// needs no second one.
template <class Thing, class IntervalOf>
class OrderByStart {
public:
    OrderByStart(std::span<const Thing> things, const IntervalOf& interval_of) {
        const auto earlier = [&](const Thing& a, const Thing& b) {
            return interval_of(a).start < interval_of(b).start;
        };
        if (std::is_sorted(things.begin(), things.end(), earlier)) return;
        order_.resize(things.size());
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::sort(order_.begin(), order_.end(),
                  [&](std::size_t a, std::size_t b) { return earlier(things[a], things[b]); });
    }
    [[nodiscard]] std::size_t operator[](std::size_t place) const { return order_.empty() ? place : order_[place]; }

private:
    std::vector<std::size_t> order_;
};

// Calls visit(index of a reference, index of a candidate) once for each pair whose intervals overlap; touching ones do
// not.
template <class Thing, class IntervalOf, class Visit>
void for_each_overlap(std::span<const Thing> references, std::span<const Thing> candidates,
                      const IntervalOf& interval_of, const Visit& visit) {
    const OrderByStart reference_order(references, interval_of), candidate_order(candidates, interval_of);
    std::size_t begin = 0; // all candidates before it end before this reference and so before the later ones
    for (std::size_t i = 0; i < references.size(); ++i) {
        const std::size_t r = reference_order[i];
        const auto reference = interval_of(references[r]);
        while (begin < candidates.size() && interval_of(candidates[candidate_order[begin]]).end <= reference.start)
            ++begin;
        for (std::size_t k = begin; k < candidates.size(); ++k) {
            const std::size_t c = candidate_order[k];
            const auto candidate = interval_of(candidates[c]);
            if (candidate.start >= reference.end) break;
            if (candidate.end > reference.start) visit(r, c);
        }
    }
}

} // namespace biaokao
