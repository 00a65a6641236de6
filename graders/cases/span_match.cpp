// Cases of span_match: entity spans of one text, matched in four steps.
#include "graders/measures/span_match.h"

#include <tuple>

#include "graders/cases/match_cases.h"
#include "graders/cases/metric_cases.h"

namespace biaokao {
namespace {

struct SpanCase {
    double overlap_min = 0;
    std::vector<LabelledSpan> references, candidates;
};

struct SpanValues {
    SpanMatching matching;
    std::size_t type_overlap = 0, boundary = 0;
    std::optional<double> exact_f1, boundary_f1;
};

SpanCase read(const CaseParts& parts) {
    const auto make = [](std::int64_t start, std::int64_t end, std::string_view label) {
        return LabelledSpan{{start, end}, label};
    };
    SpanCase input;
    input.overlap_min = parts.params.member("overlap_min").number();
    input.references = read_labelled_intervals(parts.reference, make);
    input.candidates = read_labelled_intervals(parts.candidate, make);
    check_pairs(parts.candidate, input.references.size(), input.candidates.size());
    return input;
}

SpanValues measure(const SpanCase& input) {
    const auto key_of = [](const LabelledSpan& one) { return std::tie(one.span.start, one.span.end, one.label); };
    const auto references = in_tie_order(input.references, key_of).things;
    const auto candidates = in_tie_order(input.candidates, key_of).things;
    const SpanMatcher matcher(references, candidates);
    SpanValues values{.matching = matcher.match(input.overlap_min), .type_overlap = matcher.count_type_overlap()};
    const std::size_t exact = values.matching.exact.size();
    values.boundary = exact + values.matching.wrong_type.size();
    values.exact_f1 = f1_from_hits(exact, references.size(), candidates.size());
    values.boundary_f1 = f1_from_hits(values.boundary, references.size(), candidates.size());
    return values;
}

Json print(const SpanCase&, const SpanValues& values) {
    const SpanMatching& matching = values.matching;
    return Json::Object{{"exact", matching.exact.size()},
                        {"wrong_type", matching.wrong_type.size()},
                        {"partial", matching.partial.size()},
                        {"near_miss", matching.near_miss.size()},
                        {"missing", matching.missing_references.size()},
                        {"extra", matching.unmatched.size()},
                        {"boundary", values.boundary},
                        {"type_overlap", values.type_overlap},
                        {"exact_f1", json_or_null(values.exact_f1)},
                        {"boundary_f1", json_or_null(values.boundary_f1)}};
}

} // namespace

extern const MetricCases span_match_cases{"span_match", run_cases<read, measure, print>};

} // namespace biaokao
