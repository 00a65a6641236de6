#include "graders/measures/span_match.h"

#include <doctest/doctest.h>

#include "tests/unit/measures/metric_cases.h"

namespace biaokao {
namespace {

std::optional<std::vector<LabelledSpan>> spans_from(const Json& rows) {
    std::vector<LabelledSpan> spans;
    for (const Json& row : *rows.array()) {
        const auto start = *(*row.array())[0].integer(), end = *(*row.array())[1].integer();
        if (start < 0 || start >= end) return std::nullopt;
        spans.push_back({{start, end}, *(*row.array())[2].string()});
    }
    return spans;
}

Json optional_json(const std::optional<double>& value) { return value ? Json(*value) : Json(); }

Result<Json> span_values(const Json& params, const Json& reference, const Json& candidate) {
    const auto references = spans_from(reference), candidates = spans_from(candidate);
    if (!references || !candidates) return test::bad_form();
    const SpanMatching found = match_spans(*references, *candidates, params.find("overlap_min")->number());
    const std::size_t exact = found.exact.size(), boundary = exact + found.wrong_type.size();
    return Json(
        Json::Object{{"exact", exact},
                     {"wrong_type", found.wrong_type.size()},
                     {"partial", found.partial.size()},
                     {"near_miss", found.near_miss.size()},
                     {"missing", found.missing_references.size()},
                     {"extra", found.unmatched.size()},
                     {"boundary", boundary},
                     {"type_overlap", count_type_overlap(*references, *candidates)},
                     {"exact_f1", optional_json(f1_from_hits(exact, references->size(), candidates->size()))},
                     {"boundary_f1", optional_json(f1_from_hits(boundary, references->size(), candidates->size()))}});
}

TEST_CASE("span matching agrees with the reference cases") { test::check_metric_cases("span_match", span_values, 229); }

TEST_CASE("spans: one across the sentence does not overlap a name fully") {
    // Measured against the reference alone, the overlap was 1.
    CHECK(span_overlap({0, 20}, {4, 8}) == doctest::Approx(0.2));
}

TEST_CASE("spans: the same span given twice is two spans, one of them superfluous") {
    const std::vector<LabelledSpan> reference{{{2, 5}, "PER"}}, twice{{{2, 5}, "PER"}, {{2, 5}, "PER"}};
    const SpanMatching found = match_spans(reference, twice, 0.8);
    CHECK(found.exact.size() == 1);
    CHECK(found.unmatched.size() == 1);
}

} // namespace
} // namespace biaokao
