// The best matching found by trying everything, for comparison: as many pairs as possible, then the largest sum.
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace biaokao::test {

struct PlainBest {
    int pairs = 0;
    double sum = 0;
};

// `values[row][column]`; NaN forbids the pair. Up to about eight rows.
inline PlainBest best_matching(const std::vector<std::vector<double>>& values) {
    const auto better = [](PlainBest a, PlainBest b) { return a.pairs != b.pairs ? a.pairs > b.pairs : a.sum > b.sum; };
    std::vector<char> taken(values.empty() ? 0 : values[0].size());
    const auto best_from = [&](const auto& self, std::size_t row) -> PlainBest {
        if (row == values.size()) return {};
        PlainBest best = self(self, row + 1); // the row stays free
        for (std::size_t column = 0; column < taken.size(); ++column) {
            if (taken[column] || std::isnan(values[row][column])) continue;
            taken[column] = 1;
            PlainBest with = self(self, row + 1);
            taken[column] = 0;
            with = {with.pairs + 1, with.sum + values[row][column]};
            if (better(with, best)) best = with;
        }
        return best;
    };
    return best_from(best_from, 0);
}

constexpr double no_pair = std::numeric_limits<double>::quiet_NaN();

} // namespace biaokao::test
