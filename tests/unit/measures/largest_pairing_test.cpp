#include "graders/measures/largest_pairing.h"

#include <algorithm>
#include <random>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

PermittedPairs permitted_from(const std::vector<std::vector<std::uint32_t>>& lists) {
    PermittedPairs permitted;
    for (const auto& list : lists) {
        permitted.partners.insert(permitted.partners.end(), list.begin(), list.end());
        permitted.close_left();
    }
    return permitted;
}

// Tries everything.
std::size_t plain_largest(const PermittedPairs& permitted, std::size_t left, std::uint32_t taken) {
    if (left == permitted.left_count()) return 0;
    std::size_t best = plain_largest(permitted, left + 1, taken);
    for (const std::uint32_t right : permitted.of(left)) {
        const std::uint32_t bit = 1U << right;
        if (!(taken & bit)) best = std::max(best, 1 + plain_largest(permitted, left + 1, taken | bit));
    }
    return best;
}

TEST_CASE("largest pairing: a first choice is given up where that makes room") {
    CHECK(largest_pairing(permitted_from({{0, 1}, {0}}), 2).right_of_left == std::vector<std::uint32_t>{1, 0});
    CHECK(largest_pairing(permitted_from({{0, 1}, {0, 2}, {0}}), 3).pairs == 3);
}

TEST_CASE("largest pairing: one side empty, nobody permitted") {
    CHECK(largest_pairing(permitted_from({}), 3).pairs == 0);
    CHECK(largest_pairing(permitted_from({{}, {}}), 0).pairs == 0);
}

TEST_CASE("largest pairing: a chain of 20,000 is undone from end to end without recursion") {
    constexpr std::uint32_t size = 20'000;
    PermittedPairs permitted;
    for (std::uint32_t left = 0; left < size; ++left) {
        permitted.partners.push_back(left); // taken first, so that the last one pushes all others on
        if (left + 1 < size) permitted.partners.push_back(left + 1);
        else permitted.partners.back() = 0;
        permitted.close_left();
    }
    CHECK(largest_pairing(permitted, size).pairs == size);
}

TEST_CASE("largest pairing: as many pairs as trying everything finds, each permitted and nobody twice") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random(seed);
        const auto left = 1 + random() % 7, right = 1 + random() % 7, density = 1 + random() % 4;
        std::vector<std::vector<std::uint32_t>> lists(left);
        for (auto& list : lists) {
            for (std::uint32_t one = 0; one < right; ++one) {
                if (random() % 5 < density) list.push_back(one);
            }
            std::shuffle(list.begin(), list.end(), random);
        }
        const PermittedPairs permitted = permitted_from(lists);
        const Pairing found = largest_pairing(permitted, right);
        CHECK(found.pairs == plain_largest(permitted, 0, 0));
        std::vector<int> uses(right);
        std::size_t pairs = 0;
        for (std::size_t i = 0; i < left; ++i) {
            const std::uint32_t partner = found.right_of_left[i];
            if (partner == no_partner) continue;
            ++pairs;
            CHECK(++uses[partner] == 1);
            CHECK(std::count(lists[i].begin(), lists[i].end(), partner) == 1);
        }
        CHECK(pairs == found.pairs);
    }
}

} // namespace
} // namespace biaokao
