// Krippendorff's alpha: agreement of any number of raters, with gaps, at four levels of measurement (metrics.md 16;
// formulas in exam-practice.md 7, after Krippendorff 2011).
#pragma once

#include <optional>
#include <span>

namespace biaokao {

struct KrippendorffAlpha {
    int pairable = 0; // ratings in units with two or more; all others drop out
    // Absent where fewer than two different values are left; ratio also where one of them is negative.
    std::optional<double> nominal, ordinal, interval, ratio;
};

// Row after row: ratings[rater · units + unit], finite, absent where the rater gave none. Values that differ in the
// last digit (0.1 + 0.2 and 0.3) are different categories.
[[nodiscard]] KrippendorffAlpha krippendorff_alpha(std::span<const std::optional<double>> ratings, std::size_t raters,
                                                   std::size_t units);

} // namespace biaokao
