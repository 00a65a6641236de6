// Labels of items as numbers, in the order they come or by code point.
#pragma once

#include <span>
#include <vector>

#include "graders/measures/label.h"
#include "graders/measures/numbering.h"

namespace biaokao {

using LabelNumbers = Numbering<Label, 8>;

// The numbers of all labels of a list.
[[nodiscard]] std::vector<int> numbers_of(std::span<const Label> list, LabelNumbers& numbers);

struct OrderedLabels {
    std::vector<Label> labels; // by code point
    std::vector<int> place_of; // of each number in `labels`
};
// UTF-8 keeps the order of code points, so texts are compared by byte.
[[nodiscard]] OrderedLabels by_code_point(const LabelNumbers& numbers);

} // namespace biaokao
