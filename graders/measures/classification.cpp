#include "graders/measures/classification.h"

#include <cmath>
#include <cstdint>

#include "engine/base/result.h"

namespace biaokao {
namespace {

double ratio(double part, double whole) { return whole == 0 ? 0 : part / whole; }

Scores scores_of(double hits, double support, double predicted) {
    return {ratio(hits, predicted), ratio(hits, support), ratio(2 * hits, support + predicted)};
}

void add(Scores& sum, const Scores& scores, double weight) {
    sum.precision += weight * scores.precision;
    sum.recall += weight * scores.recall;
    sum.f1 += weight * scores.f1;
}

Scores divided(const Scores& sum, double by) {
    return {ratio(sum.precision, by), ratio(sum.recall, by), ratio(sum.f1, by)};
}

// Of each label: how often both sides have it, the reference has it, the candidate has it.
AveragedScores average(std::span<const int> hits, std::span<const int> support, std::span<const int> predicted) {
    AveragedScores result;
    result.per_label.reserve(hits.size());
    double all_hits = 0, all_support = 0, all_predicted = 0;
    for (std::size_t label = 0; label < hits.size(); ++label) {
        const Scores scores = scores_of(hits[label], support[label], predicted[label]);
        result.per_label.push_back({scores, support[label]});
        add(result.macro, scores, 1);
        add(result.weighted, scores, support[label]);
        all_hits += hits[label];
        all_support += support[label];
        all_predicted += predicted[label];
    }
    result.micro = scores_of(all_hits, all_support, all_predicted);
    result.macro = divided(result.macro, static_cast<double>(hits.size()));
    result.weighted = divided(result.weighted, all_support);
    return result;
}

double mean_recall(const AveragedScores& averages) {
    double sum = 0, labels = 0;
    for (const LabelScores& label : averages.per_label) {
        sum += label.scores.recall;
        labels += label.support > 0 ? 1 : 0;
    }
    return ratio(sum, labels);
}

// Gorodkin 2004 for several classes, from whole numbers throughout: one class on a side is exactly 0 below the root.
double matthews_correlation(const CrossTable& confusion, int correct) {
    const std::int64_t n = confusion.items;
    std::int64_t chance = 0, reference_spread = 0;
    std::int64_t candidate_spread = std::int64_t{confusion.without_column} * (n - confusion.without_column);
    for (std::size_t label = 0; label < confusion.row_sizes.size(); ++label) {
        const std::int64_t in_reference = confusion.row_sizes[label], in_candidate = confusion.column_sizes[label];
        chance += in_reference * in_candidate;
        reference_spread += in_reference * (n - in_reference);
        candidate_spread += in_candidate * (n - in_candidate);
    }
    if (reference_spread == 0 || candidate_spread == 0) return 0;
    const double root =
        std::sqrt(static_cast<double>(reference_spread)) * std::sqrt(static_cast<double>(candidate_spread));
    return static_cast<double>(correct * n - chance) / root;
}

} // namespace

SingleLabelScores score_single_labels(std::span<const int> reference, std::span<const int> candidate, int labels) {
    SingleLabelScores result{.items = static_cast<int>(reference.size()),
                             .confusion = cross_table(reference, candidate, labels, labels)};
    std::vector<int> hits(static_cast<std::size_t>(labels));
    for (const CrossCell& cell : result.confusion.cells) {
        if (cell.row != cell.column) continue;
        hits[static_cast<std::size_t>(cell.row)] = cell.count;
        result.correct += cell.count;
    }
    result.averages = average(hits, result.confusion.row_sizes, result.confusion.column_sizes);
    if (reference.empty()) return result;
    result.accuracy = static_cast<double>(result.correct) / result.items;
    result.balanced_accuracy = mean_recall(result.averages);
    result.mcc = matthews_correlation(result.confusion, result.correct);
    return result;
}

MultiLabelScores score_label_sets(const LabelSets& reference, const LabelSets& candidate, int labels) {
    BIAOKAO_ASSERT(reference.ends.size() == candidate.ends.size());
    MultiLabelScores result{.items = static_cast<int>(reference.ends.size())};
    std::vector<int> hits(static_cast<std::size_t>(labels)), support(hits.size()), predicted(hits.size());
    std::vector<char> wanted(hits.size());
    double equal = 0, wrong = 0, jaccard = 0;
    Scores samples;
    for (std::size_t item = 0; item < reference.ends.size(); ++item) {
        const std::span<const int> of_reference = reference.of(item), of_candidate = candidate.of(item);
        for (const int label : of_reference) {
            wanted[static_cast<std::size_t>(label)] = 1;
            ++support[static_cast<std::size_t>(label)];
        }
        double common = 0;
        for (const int label : of_candidate) {
            const auto at = static_cast<std::size_t>(label);
            ++predicted[at];
            hits[at] += wanted[at];
            common += wanted[at];
        }
        for (const int label : of_reference) wanted[static_cast<std::size_t>(label)] = 0;
        const auto sizes = static_cast<double>(of_reference.size() + of_candidate.size());
        result.equal.push_back(sizes == 2 * common);
        equal += result.equal.back();
        wrong += sizes - 2 * common;
        jaccard += ratio(common, sizes - common);
        add(samples,
            scores_of(common, static_cast<double>(of_reference.size()), static_cast<double>(of_candidate.size())), 1);
    }
    result.averages = average(hits, support, predicted);
    if (result.items == 0) return result;
    result.subset_accuracy = equal / result.items;
    result.hamming_loss = ratio(wrong, static_cast<double>(result.items) * labels);
    result.jaccard = jaccard / result.items;
    result.samples = divided(samples, result.items);
    return result;
}

} // namespace biaokao
