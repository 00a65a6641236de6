// A sample in a form to compute with: values divided by a power of two, which loses nothing, so that fourth powers of
// 1e200 do not overflow and those of 1e-200 do not vanish.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace biaokao {

using Column = std::span<const std::optional<double>>; // finite values, empty = gap

struct Sample {
    std::vector<double> values; // as given / 2^exponent
    int exponent = 0;
    bool constant = true;  // all values are equal
    double sum = 0;        // of `values`, like the next two
    double mean = 0;       // exact where constant
    double mean_error = 0; // what rounding took from the mean

    [[nodiscard]] double deviation(std::size_t i) const { return (values[i] - mean) - mean_error; }
};

[[nodiscard]] Sample make_sample(std::vector<double> values);

// `scaled` · 2^`exponent`; empty where that is beyond a double.
[[nodiscard]] std::optional<double> unscaled(double scaled, int exponent);

} // namespace biaokao
