#include "graders/measures/kappa.h"

#include <cstdlib>
#include <vector>

#include "engine/base/result.h"

namespace biaokao {
namespace {

// How often each category was chosen. Counts are whole, and sums of them stay exact in a double up to 2^53.
using Counts = std::vector<double>;

Counts count_choices(std::span<const int> ratings, int categories) {
    std::vector<int> counts(static_cast<std::size_t>(categories));
    for (const int rating : ratings) ++counts[static_cast<std::size_t>(rating)];
    return {counts.begin(), counts.end()};
}

double sum_of_distances(std::span<const int> first, std::span<const int> second, KappaWeights weights) {
    double sum = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const double distance = std::abs(first[i] - second[i]);
        switch (weights) {
        case KappaWeights::none: sum += distance > 0 ? 1 : 0; break;
        case KappaWeights::linear: sum += distance; break;
        case KappaWeights::quadratic: sum += distance * distance; break;
        }
    }
    return sum;
}

double mean_place(const Counts& counts, double n) {
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) sum += static_cast<double>(i) * counts[i];
    return sum / n;
}

double squared_distances(const Counts& counts, double from) {
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double distance = static_cast<double>(i) - from;
        sum += counts[i] * distance * distance;
    }
    return sum;
}

// Σ w(i, j)·first_i·second_j without visiting the pairs, whose number a hostile list of categories would blow up.
// Every term is at least 0 and the sum is 0 exactly where both raters chose one and the same category throughout.
double expected_distances(const Counts& first, const Counts& second, double n, KappaWeights weights) {
    double sum = 0;
    switch (weights) {
    case KappaWeights::none:
        for (std::size_t i = 0; i < first.size(); ++i) sum += first[i] * (n - second[i]);
        return sum;
    case KappaWeights::linear: { // |i − j| = number of steps between places that separate i from j
        double first_below = 0, second_below = 0;
        for (std::size_t i = 0; i < first.size(); ++i) {
            first_below += first[i];
            second_below += second[i];
            sum += first_below * (n - second_below) + (n - first_below) * second_below;
        }
        return sum;
    }
    case KappaWeights::quadratic: { // spread of both around their means, and the distance of the means
        const double first_mean = mean_place(first, n), second_mean = mean_place(second, n);
        const double apart = first_mean - second_mean;
        return n * (squared_distances(first, first_mean) + squared_distances(second, second_mean) + n * apart * apart);
    }
    }
    return sum;
}

struct UnitCounts {
    double units = 0, equal_pairs = 0; // ordered pairs of equal ratings within units
    Counts chosen;
};

UnitCounts count_units(std::span<const int> ratings, std::size_t raters, int categories) {
    BIAOKAO_ASSERT(raters >= 2 && ratings.size() % raters == 0);
    UnitCounts counts{.chosen = Counts(static_cast<std::size_t>(categories))};
    std::vector<double> in_unit(counts.chosen.size());
    for (; !ratings.empty(); ratings = ratings.subspan(raters)) {
        ++counts.units;
        for (const int rating : ratings.first(raters)) {
            counts.equal_pairs += 2 * in_unit[static_cast<std::size_t>(rating)]++;
            ++counts.chosen[static_cast<std::size_t>(rating)];
        }
        for (const int rating : ratings.first(raters)) in_unit[static_cast<std::size_t>(rating)] = 0;
    }
    return counts;
}

// Σ p·(1 − p) over the categories: 0 exactly where only one was chosen.
double diversity(const Counts& chosen, double n) {
    double sum = 0;
    for (const double count : chosen) sum += count * (n - count);
    return sum / (n * n);
}

} // namespace

Agreement cohen_kappa(std::span<const int> first, std::span<const int> second, int categories, KappaWeights weights) {
    BIAOKAO_ASSERT(first.size() == second.size());
    if (first.empty()) return {};
    const Counts of_first = count_choices(first, categories), of_second = count_choices(second, categories);
    int equal = 0;
    for (std::size_t i = 0; i < first.size(); ++i) equal += first[i] == second[i] ? 1 : 0;
    const auto n = static_cast<double>(first.size());
    Agreement result{.agreement = equal / n};
    const double expected = expected_distances(of_first, of_second, n, weights);
    if (expected > 0) result.kappa = 1 - n * sum_of_distances(first, second, weights) / expected;
    return result;
}

Agreement fleiss_kappa(std::span<const int> ratings, std::size_t raters, int categories) {
    if (ratings.empty()) return {};
    const UnitCounts counts = count_units(ratings, raters, categories);
    const auto n = static_cast<double>(ratings.size());
    const double agreement = counts.equal_pairs / (n * static_cast<double>(raters - 1));
    const double by_chance = diversity(counts.chosen, n); // 1 − Pe
    if (by_chance == 0) return {.agreement = agreement};
    return {.kappa = 1 - (1 - agreement) / by_chance, .agreement = agreement};
}

Agreement gwet_ac1(std::span<const int> ratings, std::size_t raters, int categories) {
    if (ratings.empty()) return {};
    const UnitCounts counts = count_units(ratings, raters, categories);
    const auto n = static_cast<double>(ratings.size());
    const double agreement = counts.equal_pairs / (n * static_cast<double>(raters - 1));
    if (categories == 1) return {.agreement = agreement};
    const double by_chance = diversity(counts.chosen, n) / (categories - 1); // Pe, at most 1/2
    return {.kappa = (agreement - by_chance) / (1 - by_chance), .agreement = agreement};
}

} // namespace biaokao
