#include "graders/measures/classification.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

using Labels = std::vector<int>;

Labels random_labels(std::mt19937& random, std::size_t count, int labels, bool gaps) {
    Labels list(count);
    for (int& label : list)
        label = static_cast<int>(random() % static_cast<unsigned>(labels + (gaps ? 1 : 0))) - (gaps ? 1 : 0);
    return list;
}

LabelSets sets_of(const std::vector<Labels>& items) {
    LabelSets sets;
    for (const Labels& item : items) {
        sets.labels.insert(sets.labels.end(), item.begin(), item.end());
        sets.ends.push_back(sets.labels.size());
    }
    return sets;
}

void check_scores(const Scores& scores, double precision, double recall, double f1) {
    CHECK(scores.precision == doctest::Approx(precision));
    CHECK(scores.recall == doctest::Approx(recall));
    CHECK(scores.f1 == doctest::Approx(f1));
}

TEST_CASE("macro F1 is the mean of F1, not F1 of the means") {
    const SingleLabelScores scores = score_single_labels(Labels{0, 0, 0, 1}, Labels{0, 0, 1, 1}, 2);
    check_scores(scores.averages.macro, 0.75, 5.0 / 6, (0.8 + 2.0 / 3) / 2); // F1 of the means is 0.789
}

TEST_CASE("MCC with one class is 0, without items undefined") {
    CHECK(score_single_labels(Labels{0, 0, 0}, Labels{0, 0, 0}, 1).mcc == 0.0);
    CHECK(score_single_labels(Labels{0, 1, 2, 0}, Labels{0, 0, 0, 0}, 3).mcc == 0.0);
    CHECK(score_single_labels(Labels{0, 1}, Labels{-1, -1}, 2).mcc == 0.0);
    const SingleLabelScores nothing = score_single_labels({}, {}, 0);
    CHECK_FALSE(nothing.mcc.has_value());
    CHECK_FALSE(nothing.accuracy.has_value());
    CHECK_FALSE(nothing.balanced_accuracy.has_value());
    check_scores(nothing.averages.macro, 0, 0, 0);
}

TEST_CASE("no answer lowers recall, stands in no column and is a class of its own in MCC") {
    const SingleLabelScores scores = score_single_labels(Labels{0, 1, 1}, Labels{0, -1, 1}, 2);
    check_scores(scores.averages.per_label[1].scores, 1, 0.5, 2.0 / 3);
    check_scores(scores.averages.micro, 1, 2.0 / 3, 0.8);
    CHECK(scores.confusion.cells.size() == 2);
    CHECK(scores.confusion.without_column == 1);
    CHECK(*scores.mcc == doctest::Approx(0.612372435696));
    // The same answers with a third class in place of the gap.
    CHECK(*scores.mcc == doctest::Approx(*score_single_labels(Labels{0, 1, 1}, Labels{0, 2, 1}, 3).mcc));
}

TEST_CASE("balanced accuracy leaves out labels that the reference never has; macro does not") {
    const SingleLabelScores scores = score_single_labels(Labels{0, 0}, Labels{0, 1}, 2);
    CHECK(scores.balanced_accuracy == 0.5);
    CHECK(scores.averages.macro.recall == 0.25);
}

TEST_CASE("empty equals empty is right as a set and 0 in Jaccard") {
    const LabelSets sets = sets_of({{}, {0}});
    const MultiLabelScores scores = score_label_sets(sets, sets, 2);
    CHECK(scores.subset_accuracy == 1.0);
    CHECK(scores.equal == std::vector<char>{1, 1});
    CHECK(scores.jaccard == 0.5);
    CHECK(scores.hamming_loss == 0.0);
    check_scores(*scores.samples, 0.5, 0.5, 0.5);
    check_scores(scores.averages.macro, 0.5, 0.5, 0.5);
}

TEST_CASE("means over items are undefined without items, means over labels are not") {
    const MultiLabelScores scores = score_label_sets({}, {}, 2);
    CHECK_FALSE(scores.subset_accuracy.has_value());
    CHECK_FALSE(scores.hamming_loss.has_value());
    CHECK_FALSE(scores.jaccard.has_value());
    CHECK_FALSE(scores.samples.has_value());
    check_scores(scores.averages.micro, 0, 0, 0);
    CHECK(score_label_sets(sets_of({{}}), sets_of({{}}), 0).hamming_loss == 0.0); // 0/0 is 0 here
}

// MCC as the correlation of the two indicator matrices, which needs neither confusion nor margins.
double plain_correlation(const Labels& a, const Labels& b, int labels) {
    const auto covariance = [&](const Labels& x, const Labels& y) {
        double sum = 0;
        for (int label = -1; label < labels; ++label) {
            const double n = static_cast<double>(x.size());
            const double x_mean = static_cast<double>(std::count(x.begin(), x.end(), label)) / n;
            const double y_mean = static_cast<double>(std::count(y.begin(), y.end(), label)) / n;
            for (std::size_t i = 0; i < x.size(); ++i)
                sum += ((x[i] == label ? 1 : 0) - x_mean) * ((y[i] == label ? 1 : 0) - y_mean);
        }
        return sum;
    };
    return covariance(a, b) / std::sqrt(covariance(a, a) * covariance(b, b));
}

TEST_CASE("single labels: what a plain count says") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const int labels = 2 + static_cast<int>(random() % 5);
        const Labels reference = random_labels(random, 5 + random() % 40, labels, false);
        Labels candidate = random_labels(random, reference.size(), labels, seed % 2 == 0);
        for (std::size_t i = 0; i < reference.size(); i += 2) candidate[i] = reference[i];
        const SingleLabelScores scores = score_single_labels(reference, candidate, labels);
        int in_cells = 0;
        for (const CrossCell& cell : scores.confusion.cells) {
            int count = 0;
            for (std::size_t i = 0; i < reference.size(); ++i)
                count += reference[i] == cell.row && candidate[i] == cell.column ? 1 : 0;
            CHECK(cell.count == count);
            in_cells += count;
        }
        CHECK(in_cells + scores.confusion.without_column == scores.items);
        CHECK(std::is_sorted(scores.confusion.cells.begin(), scores.confusion.cells.end(),
                             [](const CrossCell& a, const CrossCell& b) {
                                 return std::pair(a.row, a.column) < std::pair(b.row, b.column);
                             }));
        double macro = 0;
        for (int label = 0; label < labels; ++label) {
            double both = 0, sizes = 0;
            for (std::size_t i = 0; i < reference.size(); ++i) {
                both += reference[i] == label && candidate[i] == label ? 1 : 0;
                sizes += (reference[i] == label ? 1 : 0) + (candidate[i] == label ? 1 : 0);
            }
            macro += sizes > 0 ? 2 * both / sizes / labels : 0;
        }
        CHECK(scores.averages.macro.f1 == doctest::Approx(macro));
        const double correlation = plain_correlation(reference, candidate, labels);
        if (std::isfinite(correlation)) CHECK(*scores.mcc == doctest::Approx(correlation).epsilon(1e-9));
        const SingleLabelScores own = score_single_labels(reference, reference, labels);
        CHECK(own.accuracy == 1.0);
        CHECK(own.averages.micro.f1 == 1.0);
    }
}

TEST_CASE("single labels: values do not depend on the order of items, MCC and F1 not on which side is which") {
    for (unsigned seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        Labels reference = random_labels(random, 40, 4, false), candidate = random_labels(random, 40, 4, false);
        const SingleLabelScores before = score_single_labels(reference, candidate, 4);
        const SingleLabelScores turned = score_single_labels(candidate, reference, 4);
        CHECK(*turned.mcc == doctest::Approx(*before.mcc));
        CHECK(turned.averages.macro.f1 == doctest::Approx(before.averages.macro.f1));
        CHECK(turned.averages.macro.precision == doctest::Approx(before.averages.macro.recall));
        std::reverse(reference.begin(), reference.end());
        std::reverse(candidate.begin(), candidate.end());
        const SingleLabelScores after = score_single_labels(reference, candidate, 4);
        CHECK(after.mcc == before.mcc);
        CHECK(after.averages.weighted.f1 == before.averages.weighted.f1);
    }
}

TEST_CASE("sets of labels: what sets say, whatever the order of labels within an item") {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const int labels = 1 + static_cast<int>(random() % 6);
        std::vector<Labels> reference(20), candidate(20);
        double equal = 0, wrong = 0, jaccard = 0;
        for (std::size_t item = 0; item < reference.size(); ++item) {
            int common = 0, either = 0;
            for (int label = 0; label < labels; ++label) {
                const bool wanted = random() % 3 == 0, given = random() % 4 == 0 ? !wanted : wanted;
                if (wanted) reference[item].push_back(label);
                if (given) candidate[item].insert(candidate[item].begin(), label);
                common += wanted && given ? 1 : 0;
                either += wanted || given ? 1 : 0;
            }
            equal += common == either ? 1 : 0;
            wrong += either - common;
            jaccard += either > 0 ? static_cast<double>(common) / either : 0;
        }
        const MultiLabelScores scores = score_label_sets(sets_of(reference), sets_of(candidate), labels);
        CHECK(*scores.subset_accuracy == doctest::Approx(equal / 20));
        CHECK(*scores.hamming_loss == doctest::Approx(wrong / 20 / labels));
        CHECK(*scores.jaccard == doctest::Approx(jaccard / 20));
    }
}

TEST_CASE("ten thousand different labels cost no table of their pairs") {
    Labels many(10'000);
    for (std::size_t i = 0; i < many.size(); ++i) many[i] = static_cast<int>(i);
    const SingleLabelScores scores = score_single_labels(many, many, 10'000);
    CHECK(scores.confusion.cells.size() == 10'000);
    CHECK(*scores.mcc == doctest::Approx(1));
}

} // namespace
} // namespace biaokao
