// Cases of kappa: two raters (cohen), or units with an equal number of ratings each (fleiss, gwet_ac1).
#include "graders/measures/kappa.h"

#include <array>

#include "graders/cases/label_cases.h"
#include "graders/cases/metric_cases.h"

namespace biaokao {
namespace {

constexpr std::array<std::string_view, 3> kinds{"cohen", "fleiss", "gwet_ac1"};
constexpr std::array<std::string_view, 3> weight_names{"none", "linear", "quadratic"};
constexpr std::array weight_kinds{KappaWeights::none, KappaWeights::linear, KappaWeights::quadratic};

struct KappaCase {
    std::string_view kind;
    KappaWeights weights = KappaWeights::none;
    std::vector<Label> categories;
    std::vector<Label> first, second; // cohen
    std::vector<Label> by_unit;       // else: the ratings of one unit after another
    std::size_t raters = 2;
};

std::vector<Label> read_ratings(const CaseNode& list, const LabelNumbers& categories) {
    std::vector<Label> ratings;
    ratings.reserve(list.elements().size());
    for (const Json& one : list.elements()) {
        ratings.push_back(read_label(list.at(one)));
        require_allowed(ratings.back(), list.at(one), categories);
    }
    return ratings;
}

void read_units(const CaseNode& units, const LabelNumbers& categories, KappaCase& input) {
    bool first = true;
    for (const Json& one : units.elements()) {
        const std::vector<Label> ratings = read_ratings(units.at(one), categories);
        if (std::exchange(first, false)) input.raters = ratings.size();
        if (ratings.size() != input.raters || ratings.size() < 2) units.at(one).refuse("error.case_ratings");
        input.by_unit.insert(input.by_unit.end(), ratings.begin(), ratings.end());
    }
}

KappaCase read(const CaseParts& parts) {
    KappaCase input{.kind = kinds[parts.params.member("kind").choice(kinds)]};
    input.weights = weight_kinds[parts.params.member("weights").choice(weight_names)];
    const LabelNumbers categories = read_label_list(parts.params.member("categories"), read_label);
    input.categories.assign(categories.keys().begin(), categories.keys().end());
    const CaseNode candidate = parts.candidate.member("ratings");
    if (input.kind != "cohen") {
        read_units(candidate, categories, input);
        return input;
    }
    input.first = read_ratings(parts.reference.member("ratings"), categories);
    input.second = read_ratings(candidate, categories);
    if (input.first.size() != input.second.size()) candidate.refuse("error.case_lengths_differ");
    return input;
}

Agreement measure(const KappaCase& input) {
    LabelNumbers numbers(input.categories);
    const int categories = numbers.size();
    if (input.kind == "cohen")
        return cohen_kappa(numbers_of(input.first, numbers), numbers_of(input.second, numbers), categories,
                           input.weights);
    const std::vector<int> ratings = numbers_of(input.by_unit, numbers);
    return input.kind == "fleiss" ? fleiss_kappa(ratings, input.raters, categories)
                                  : gwet_ac1(ratings, input.raters, categories);
}

Json print(const KappaCase&, const Agreement& values) {
    return Json::Object{{"kappa", json_or_null(values.kappa)}, {"agreement", json_or_null(values.agreement)}};
}

} // namespace

extern const MetricCases kappa_cases{"kappa", run_cases<read, measure, print>};

} // namespace biaokao
