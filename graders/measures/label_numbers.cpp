#include "graders/measures/label_numbers.h"

#include <algorithm>
#include <numeric>

namespace biaokao {

std::vector<int> numbers_of(std::span<const Label> list, LabelNumbers& numbers) {
    std::vector<int> result(list.size());
    std::transform(list.begin(), list.end(), result.begin(), [&](const Label& label) { return numbers.number(label); });
    return result;
}

OrderedLabels by_code_point(const LabelNumbers& numbers) {
    const std::span<const Label> labels = numbers.keys();
    std::vector<int> order(labels.size());
    std::iota(order.begin(), order.end(), 0);
    const auto text = [&](int number) { return labels[static_cast<std::size_t>(number)].text(); };
    std::sort(order.begin(), order.end(), [&](int a, int b) { return text(a) < text(b); });

    OrderedLabels ordered{.place_of = std::vector<int>(labels.size())};
    for (const int number : order) {
        ordered.place_of[static_cast<std::size_t>(number)] = static_cast<int>(ordered.labels.size());
        ordered.labels.push_back(labels[static_cast<std::size_t>(number)]);
    }
    return ordered;
}

} // namespace biaokao
