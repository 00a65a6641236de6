#include "graders/measures/label_numbers.h"

#include <algorithm>
#include <numeric>

#include "engine/base/result.h"

namespace biaokao {
namespace {

constexpr int smallest_bits = 6;          // 64 slots: enough for the classes of most tasks
constexpr std::size_t slots_for_each = 8; // numbers are small, and collisions cost more than memory

} // namespace

LabelNumbers::LabelNumbers(std::span<const Label> first)
    : slots_(std::size_t{1} << smallest_bits, -1), shift_(64 - smallest_bits) {
    labels_.reserve(slots_.size() / slots_for_each);
    for (const Label& label : first) number(label);
}

int LabelNumbers::add(const Label& label) {
    BIAOKAO_ASSERT(labels_.size() < std::size_t{1} << 28);
    if ((labels_.size() + 1) * slots_for_each > slots_.size()) grow();
    slots_[slot_of(label)] = size();
    labels_.push_back(label);
    return size() - 1;
}

void LabelNumbers::grow() {
    --shift_;
    slots_.assign(slots_.size() * 2, -1);
    for (int number = 0; number < size(); ++number) slots_[slot_of(labels_[static_cast<std::size_t>(number)])] = number;
}

std::vector<int> numbers_of(std::span<const Label> list, LabelNumbers& numbers) {
    std::vector<int> result(list.size());
    std::transform(list.begin(), list.end(), result.begin(), [&](const Label& label) { return numbers.number(label); });
    return result;
}

OrderedLabels by_code_point(const LabelNumbers& numbers) {
    const std::span<const Label> labels = numbers.labels();
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
