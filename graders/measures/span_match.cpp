#include "graders/measures/span_match.h"

#include <algorithm>

#include "graders/measures/limits.h"

namespace biaokao {
namespace {

// Calls `visit(pair, same bounds, same label)` for each pair that overlaps.
template <class Visit>
void for_each_overlap(std::span<const LabelledSpan> references, std::span<const LabelledSpan> candidates,
                      const Visit& visit) {
    for (std::size_t r = 0; r < references.size(); ++r) {
        for (std::size_t c = 0; c < candidates.size(); ++c) {
            const double overlap = span_overlap(references[r].span, candidates[c].span);
            if (overlap > 0)
                visit(Pair{static_cast<int>(r), static_cast<int>(c), overlap}, references[r].span == candidates[c].span,
                      references[r].label == candidates[c].label);
        }
    }
}

} // namespace

double span_overlap(Span a, Span b) {
    const std::int64_t common = std::min(a.end, b.end) - std::max(a.start, b.start);
    if (common <= 0) return 0;
    return static_cast<double>(common) / static_cast<double>((a.end - a.start) + (b.end - b.start) - common);
}

SpanMatching match_spans(std::span<const LabelledSpan> references, std::span<const LabelledSpan> candidates,
                         double overlap_min) {
    std::vector<Pair> exact, same_bounds, partial, any;
    for_each_overlap(references, candidates, [&](const Pair& pair, bool bounds, bool label) {
        if (bounds && label) exact.push_back(pair);
        if (bounds) same_bounds.push_back(pair);
        if (label && at_least(pair.similarity, overlap_min)) partial.push_back(pair);
        any.push_back(pair);
    });
    StepMatcher steps(references.size(), candidates.size());
    SpanMatching matching;
    matching.exact = steps.take(exact);
    matching.wrong_type = steps.take(same_bounds);
    matching.partial = steps.take(partial);
    matching.near_miss = steps.take(any);
    matching.missing_references = steps.free_references();
    matching.unmatched = steps.free_candidates();
    return matching;
}

int count_type_overlap(std::span<const LabelledSpan> references, std::span<const LabelledSpan> candidates) {
    std::vector<Pair> same_label;
    for_each_overlap(references, candidates, [&](const Pair& pair, bool, bool label) {
        if (label) same_label.push_back(pair);
    });
    return static_cast<int>(StepMatcher(references.size(), candidates.size()).take(same_label).size());
}

std::optional<double> f1_from_hits(std::size_t hits, std::size_t references, std::size_t candidates) {
    if (references + candidates == 0) return std::nullopt;
    return 2.0 * static_cast<double>(hits) / static_cast<double>(references + candidates);
}

} // namespace biaokao
