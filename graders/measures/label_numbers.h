// Numbers labels from 0 in the order they come, so that measures count in tables instead of comparing texts.
#pragma once

#include <span>
#include <vector>

#include "graders/measures/label.h"

namespace biaokao {

class LabelNumbers {
public:
    explicit LabelNumbers(std::span<const Label> first = {});

    // The number of a label; one not met before gets the next.
    int number(const Label& label) {
        const int found = slots_[slot_of(label)];
        return found >= 0 ? found : add(label);
    }
    [[nodiscard]] int find(const Label& label) const { return slots_[slot_of(label)]; } // -1: not met
    [[nodiscard]] std::span<const Label> labels() const { return labels_; }             // by number
    [[nodiscard]] int size() const { return static_cast<int>(labels_.size()); }

private:
    // Where the label lies or belongs: while another holds the slot, the next one is tried.
    [[nodiscard]] std::size_t slot_of(const Label& label) const {
        std::size_t at = label.hash() >> shift_;
        while (slots_[at] >= 0 && !(labels_[static_cast<std::size_t>(slots_[at])] == label))
            at = (at + 1) & (slots_.size() - 1);
        return at;
    }
    int add(const Label& label);
    void grow();

    std::vector<int> slots_; // numbers or -1; a power of two, at most an eighth taken
    int shift_ = 0;          // the high bits of a hash choose the slot
    std::vector<Label> labels_;
};

// The numbers of all labels of a list.
[[nodiscard]] std::vector<int> numbers_of(std::span<const Label> list, LabelNumbers& numbers);

struct OrderedLabels {
    std::vector<Label> labels; // by code point
    std::vector<int> place_of; // of each number in `labels`
};
// UTF-8 keeps the order of code points, so texts are compared by byte.
[[nodiscard]] OrderedLabels by_code_point(const LabelNumbers& numbers);

} // namespace biaokao
