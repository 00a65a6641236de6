// Agreement of raters beyond chance: Cohen's and Fleiss' kappa, Gwet's AC1 (metrics.md 15; formulas in
// exam-practice.md 7). 97 % agreement with a kappa of 0.3 is the prevalence effect, so every value comes with the raw
// agreement, and reports show AC1 beside kappa.
//
// Ratings are places in a list of categories, 0 … categories − 1; the callers see to that.
#pragma once

#include <optional>
#include <span>

namespace biaokao {

struct Agreement {
    std::optional<double> kappa;     // absent where chance leaves no disagreement to explain
    std::optional<double> agreement; // share of equal ratings, or mean share of equal pairs; absent without ratings
};

enum class KappaWeights { none, linear, quadratic }; // by the distance of places, not of values

// Two raters, one rating of each for every item: 1 − Σ w·O / Σ w·E.
[[nodiscard]] Agreement cohen_kappa(std::span<const int> first, std::span<const int> second, int categories,
                                    KappaWeights weights);

// The ratings of one unit after another, `raters` >= 2 of each; their order within a unit does not matter.
[[nodiscard]] Agreement fleiss_kappa(std::span<const int> ratings, std::size_t raters, int categories);
// Every category of the list counts, used or not; kappa is absent where there is only one.
[[nodiscard]] Agreement gwet_ac1(std::span<const int> ratings, std::size_t raters, int categories);

} // namespace biaokao
