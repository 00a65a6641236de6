// Labels of items against their references: accuracy, confusion, precision, recall and F1 (metrics.md 14).
//
// 0/0 is 0 in this measure, as scikit-learn has it with zero_division = 0. Labels come as numbers 0 … labels − 1
// (LabelNumbers); an item without an answer is wrong, lowers recall and appears in no column.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "graders/measures/cross_table.h"

namespace biaokao {

struct Scores {
    double precision = 0, recall = 0, f1 = 0;
};

struct LabelScores {
    Scores scores;
    int support = 0; // items or places where the reference has the label
};

// Means over labels: of the labels' own values, so macro F1 is the mean of F1 and not F1 of the means.
struct AveragedScores {
    std::vector<LabelScores> per_label;
    Scores micro, macro, weighted; // all labels as one; each label alike; by support
};

struct SingleLabelScores {
    int items = 0, correct = 0;
    std::optional<double> accuracy;          // absent without items, as the next two
    std::optional<double> balanced_accuracy; // mean recall over the labels that the reference has
    std::optional<double> mcc;               // Gorodkin's; no answer is a class of its own; 0 with one class
    CrossTable confusion;                    // rows = reference, columns = candidate
    AveragedScores averages;
};
// candidate[i] is −1 where item i has no answer.
[[nodiscard]] SingleLabelScores score_single_labels(std::span<const int> reference, std::span<const int> candidate,
                                                    int labels);

// The labels of all items one after another; item i has those before ends[i] that are not of the items before it.
struct LabelSets {
    std::vector<int> labels; // none twice in one item
    std::vector<std::size_t> ends;

    [[nodiscard]] std::span<const int> of(std::size_t item) const {
        const std::size_t start = item == 0 ? 0 : ends[item - 1];
        return std::span(labels).subspan(start, ends[item] - start);
    }
};

struct MultiLabelScores {
    int items = 0;
    std::vector<char> equal; // of each item: the same labels; no label on both sides is equal too
    std::optional<double>
        subset_accuracy;                // share of equal items; absent without items, as all that follow but averages
    std::optional<double> hamming_loss; // share of wrong decisions, one for each item and label
    std::optional<double> jaccard;      // mean over items of common / union; 0 where both are empty
    std::optional<Scores> samples;      // means over items
    AveragedScores averages;
};
[[nodiscard]] MultiLabelScores score_label_sets(const LabelSets& reference, const LabelSets& candidate, int labels);

} // namespace biaokao
