#include "graders/measures/span_match.h"

#include <algorithm>

#include "graders/measures/interval_pairs.h"
#include "graders/measures/limits.h"

namespace biaokao {

double span_overlap(Span a, Span b) {
    const std::int64_t common = std::min(a.end, b.end) - std::max(a.start, b.start);
    if (common <= 0) return 0;
    return static_cast<double>(common) / static_cast<double>((a.end - a.start) + (b.end - b.start) - common);
}

SpanMatcher::SpanMatcher(std::span<const LabelledSpan> references, std::span<const LabelledSpan> candidates)
    : references_(references.size()), candidates_(candidates.size()) {
    overlaps_.reserve(references_ + candidates_);
    const auto bounds_of = [](const LabelledSpan& one) { return Interval<std::int64_t>{one.span.start, one.span.end}; };
    for_each_overlap(references, candidates, bounds_of, [&](std::size_t r, std::size_t c) {
        const Pair pair{static_cast<int>(r), static_cast<int>(c), span_overlap(references[r].span, candidates[c].span)};
        overlaps_.push_back(
            {pair, references[r].span == candidates[c].span, references[r].label == candidates[c].label});
    });
}

SpanMatching SpanMatcher::match(double overlap_min) const {
    StepMatcher steps(references_, candidates_);
    std::vector<Pair> permitted;
    const auto take = [&](const auto& permits) {
        permitted.clear();
        for (const Overlap& one : overlaps_) {
            if (permits(one)) permitted.push_back(one.pair);
        }
        return steps.take(permitted);
    };
    permitted.reserve(overlaps_.size());
    SpanMatching matching;
    matching.exact = take([](const Overlap& one) { return one.same_bounds && one.same_label; });
    matching.wrong_type = take([](const Overlap& one) { return one.same_bounds && !one.same_label; });
    matching.partial =
        take([&](const Overlap& one) { return one.same_label && at_least(one.pair.similarity, overlap_min); });
    matching.near_miss = take([](const Overlap&) { return true; });
    matching.missing_references = steps.free_references();
    matching.unmatched = steps.free_candidates();
    return matching;
}

std::size_t SpanMatcher::count_type_overlap() const {
    std::vector<Pair> same_label;
    same_label.reserve(overlaps_.size());
    for (const Overlap& one : overlaps_) {
        if (one.same_label) same_label.push_back(one.pair);
    }
    return StepMatcher(references_, candidates_).take(same_label).size();
}

std::optional<double> f1_from_hits(std::size_t hits, std::size_t references, std::size_t candidates) {
    if (references + candidates == 0) return std::nullopt;
    return 2.0 * static_cast<double>(hits) / static_cast<double>(references + candidates);
}

} // namespace biaokao
