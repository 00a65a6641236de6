// Cases of classification: one label for each item, or a set of labels.
#include "graders/measures/classification.h"

#include <array>

#include "graders/cases/label_cases.h"
#include "graders/cases/metric_cases.h"

namespace biaokao {
namespace {

constexpr std::array<std::string_view, 2> kinds{"single", "multi"};
// The confusion is printed with all its cells, whose number grows with the square of the labels.
constexpr int most_labels_of_a_confusion = 1000;

struct LabelLists { // of all items one after another, as LabelSets
    std::vector<Label> labels;
    std::vector<std::size_t> ends;
};

struct ClassificationCase {
    bool multi = false;
    std::optional<std::vector<Label>> labels; // absent: all that occur, by code point
    std::vector<Label> reference;             // single
    std::vector<std::optional<Label>> candidate;
    LabelLists reference_sets, candidate_sets; // multi
};

struct ClassificationValues {
    std::vector<Label> labels;
    SingleLabelScores single;
    MultiLabelScores multi;
};

void read_single(const CaseParts& parts, std::optional<LabelNumbers> allowed, ClassificationCase& input) {
    LabelNumbers all = allowed.value_or(LabelNumbers());
    const auto take = [&](const Label& label, const CaseNode& value) {
        if (allowed) require_allowed(label, value, *allowed);
        all.number(label);
        return label;
    };
    for (const Json& one : parts.reference.elements()) {
        const CaseNode value = parts.reference.at(one);
        input.reference.push_back(take(read_reference_label(value), value));
    }
    for (const Json& one : parts.candidate.elements()) {
        const CaseNode value = parts.candidate.at(one);
        if (value.is_null()) input.candidate.emplace_back();
        else input.candidate.emplace_back(take(read_text_label(value), value));
    }
    if (all.size() > most_labels_of_a_confusion)
        parts.reference.refuse("error.case_too_many", {{"count", std::to_string(most_labels_of_a_confusion)}});
}

LabelLists read_sets(const CaseNode& side, const LabelNumbers& allowed) {
    LabelLists lists;
    std::vector<std::size_t> last_item(static_cast<std::size_t>(allowed.size()));
    for (const Json& item : side.elements()) {
        const CaseNode set = side.at(item);
        for (const Json& one : set.elements()) {
            const CaseNode value = set.at(one);
            const Label label = read_text_label(value);
            require_allowed(label, value, allowed);
            if (value.faulty()) return lists;
            std::size_t& last = last_item[static_cast<std::size_t>(allowed.find(label))];
            if (last == lists.ends.size() + 1)
                value.refuse("error.case_twice", {{"value", literal_value(value.text())}});
            last = lists.ends.size() + 1;
            lists.labels.push_back(label);
        }
        lists.ends.push_back(lists.labels.size());
    }
    return lists;
}

ClassificationCase read(const CaseParts& parts) {
    ClassificationCase input{.multi = kinds[parts.params.member("kind").choice(kinds)] == "multi"};
    const CaseNode given = parts.params.member("labels");
    std::optional<LabelNumbers> allowed;
    if (input.multi || !given.is_null()) {
        allowed = read_label_list(given, read_text_label);
        input.labels.emplace(allowed->keys().begin(), allowed->keys().end());
    }
    if (parts.reference.elements().size() != parts.candidate.elements().size())
        parts.candidate.refuse("error.case_lengths_differ");
    if (input.multi) {
        input.reference_sets = read_sets(parts.reference, *allowed);
        input.candidate_sets = read_sets(parts.candidate, *allowed);
    } else {
        read_single(parts, std::move(allowed), input);
    }
    return input;
}

void measure_single(const ClassificationCase& input, ClassificationValues& values) {
    LabelNumbers numbers(input.labels ? std::span<const Label>(*input.labels) : std::span<const Label>());
    std::vector<int> reference = numbers_of(input.reference, numbers), candidate;
    candidate.reserve(input.candidate.size());
    for (const auto& answer : input.candidate) candidate.push_back(answer ? numbers.number(*answer) : -1);
    if (input.labels) {
        values.labels = *input.labels;
    } else {
        OrderedLabels ordered = by_code_point(numbers);
        for (std::vector<int>* side : {&reference, &candidate}) {
            for (int& number : *side) number = number < 0 ? -1 : ordered.place_of[static_cast<std::size_t>(number)];
        }
        values.labels = std::move(ordered.labels);
    }
    values.single = score_single_labels(reference, candidate, numbers.size());
}

LabelSets number_sets(const LabelLists& lists, LabelNumbers& numbers) {
    return {numbers_of(lists.labels, numbers), lists.ends};
}

ClassificationValues measure(const ClassificationCase& input) {
    ClassificationValues values;
    if (!input.multi) {
        measure_single(input, values);
        return values;
    }
    LabelNumbers numbers(*input.labels);
    values.multi = score_label_sets(number_sets(input.reference_sets, numbers),
                                    number_sets(input.candidate_sets, numbers), numbers.size());
    return values;
}

Json json_scores(const Scores& scores) { return Json::Array{scores.precision, scores.recall, scores.f1}; }

void set_averages(Json& out, const AveragedScores& averages) {
    out.set("micro", json_scores(averages.micro));
    out.set("macro", json_scores(averages.macro));
    out.set("weighted", json_scores(averages.weighted));
}

Json json_confusion(const CrossTable& table) {
    const std::size_t labels = table.row_sizes.size();
    Json::Array rows(labels, Json::Array(labels, Json(0)));
    for (const CrossCell& cell : table.cells)
        (*rows[static_cast<std::size_t>(cell.row)].array())[static_cast<std::size_t>(cell.column)] = cell.count;
    return rows;
}

void print_single(Json& out, const ClassificationValues& values) {
    const SingleLabelScores& scores = values.single;
    Json::Array labels, per_label;
    for (const Label& label : values.labels) labels.push_back(label.text());
    for (const auto& [of_label, support] : scores.averages.per_label)
        per_label.push_back(Json::Array{of_label.precision, of_label.recall, of_label.f1, support});
    out.set("n", scores.items);
    out.set("correct", scores.correct);
    out.set("accuracy", json_or_null(scores.accuracy));
    out.set("balanced_accuracy", json_or_null(scores.balanced_accuracy));
    out.set("mcc", json_or_null(scores.mcc));
    out.set("labels", std::move(labels));
    out.set("confusion", json_confusion(scores.confusion));
    out.set("per_label", std::move(per_label));
    set_averages(out, scores.averages);
}

void print_multi(Json& out, const MultiLabelScores& scores) {
    out.set("n", scores.items);
    out.set("subset_accuracy", json_or_null(scores.subset_accuracy));
    out.set("hamming_loss", json_or_null(scores.hamming_loss));
    out.set("jaccard", json_or_null(scores.jaccard));
    set_averages(out, scores.averages);
    out.set("samples", scores.samples ? json_scores(*scores.samples) : Json(Json::Array(3)));
}

Json print(const ClassificationCase& input, const ClassificationValues& values) {
    Json out(Json::Object{});
    if (input.multi) print_multi(out, values.multi);
    else print_single(out, values);
    return out;
}

} // namespace

extern const MetricCases classification_cases{"classification", run_cases<read, measure, print>};

} // namespace biaokao
