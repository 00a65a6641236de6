// Cases of segment_match: labelled stretches of one recording, matched in passes, and the errors of their ends.
#include "graders/measures/segment_match.h"

#include <tuple>

#include "graders/cases/match_cases.h"
#include "graders/cases/metric_cases.h"

namespace biaokao {
namespace {

struct SegmentCase {
    PassLimits limits;
    std::int64_t tolerance_ms = 0;
    std::vector<LabelledSegment> references, candidates;
};

struct SegmentValues {
    Matching matching;
    BoundaryErrors errors;
};

SegmentCase read(const CaseParts& parts) {
    const auto make = [](std::int64_t start, std::int64_t end, std::string_view label) {
        return LabelledSegment{{start, end}, label};
    };
    SegmentCase input;
    input.limits = read_pass_limits(parts.params, "tiou_min");
    input.tolerance_ms = parts.params.member("tolerance_ms").whole(-largest_offset, largest_offset);
    input.references = read_labelled_intervals(parts.reference, make);
    input.candidates = read_labelled_intervals(parts.candidate, make);
    check_pairs(parts.candidate, input.references.size(), input.candidates.size());
    return input;
}

SegmentValues measure(const SegmentCase& input) {
    const auto key_of = [](const LabelledSegment& one) {
        return std::tie(one.time.start_ms, one.time.end_ms, one.label);
    };
    const auto references = in_tie_order(input.references, key_of), candidates = in_tie_order(input.candidates, key_of);
    SegmentValues values;
    values.matching = match_segments(references.things, candidates.things, input.limits);
    values.errors = boundary_errors(references.things, candidates.things, values.matching.matched, input.tolerance_ms);
    restore_indices(values.matching, references.given, candidates.given);
    return values;
}

Json print(const SegmentCase&, const SegmentValues& values) {
    Json out(Json::Object{});
    set_counts(out, values.matching);
    out.set("tiou_sum", values.matching.similarity_sum);
    out.set("within_tolerance", values.errors.within_tolerance);
    out.set("mean_boundary_error_ms", json_or_null(values.errors.mean_ms));
    out.set("max_boundary_error_ms", json_or_null(values.errors.largest_ms));
    return out;
}

} // namespace

extern const MetricCases segment_match_cases{"segment_match", run_cases<read, measure, print>};

} // namespace biaokao
