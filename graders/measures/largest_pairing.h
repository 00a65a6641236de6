// One-to-one pairing of two sides with as many pairs as possible, where a pair is either permitted or not (Hopcroft and
// Karp 1973, O(pairs · √side)). Where pairs also differ in worth, see assignment.h.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace biaokao {

constexpr std::uint32_t no_partner = UINT32_MAX;

// The permitted partners of each left one, grouped: those of `left` are partners[first[left]] … [first[left + 1]).
struct PermittedPairs {
    std::vector<std::size_t> first{0};
    std::vector<std::uint32_t> partners; // on the right

    [[nodiscard]] std::size_t left_count() const { return first.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t left) const {
        return std::span(partners).subspan(first[left], first[left + 1] - first[left]);
    }
    void close_left() { first.push_back(partners.size()); } // after the partners of one more left one
};

struct Pairing {
    std::vector<std::uint32_t> right_of_left; // no_partner: stays alone
    std::size_t pairs = 0;
};

// Partners are below `right_count`. Which of several largest pairings comes out depends on the order given.
[[nodiscard]] Pairing largest_pairing(const PermittedPairs& permitted, std::size_t right_count);

} // namespace biaokao
