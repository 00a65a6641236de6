// Entity spans in one text, one-to-one and whatever the order (metrics.md 9).
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/answer/answer.h"
#include "graders/measures/step_match.h"

namespace biaokao {

struct LabelledSpan { // code points, start < end
    Span span;
    std::string_view label;
};

// Common code points over the code points of the union. Not over the reference alone: then one span across the
// sentence would overlap everything fully.
[[nodiscard]] double span_overlap(Span a, Span b);

struct SpanMatching {             // each step works on what the former left
    std::vector<Pair> exact;      // same start, end and label
    std::vector<Pair> wrong_type; // same start and end
    std::vector<Pair> partial;    // same label, overlap >= overlap_min
    std::vector<Pair> near_miss;  // any overlap
    std::vector<int> missing_references, unmatched;
};

// All pairs of spans that overlap, found once.
class SpanMatcher {
public:
    SpanMatcher(std::span<const LabelledSpan> references, std::span<const LabelledSpan> candidates);

    [[nodiscard]] SpanMatching match(double overlap_min) const;
    // The largest number of one-to-one pairs with the same label and any overlap, over all spans anew.
    [[nodiscard]] std::size_t count_type_overlap() const;

private:
    struct Overlap {
        Pair pair;
        bool same_bounds = false, same_label = false;
    };

    std::size_t references_, candidates_;
    std::vector<Overlap> overlaps_;
};

// 2·hits / (references + candidates); absent when both are empty.
[[nodiscard]] std::optional<double> f1_from_hits(std::size_t hits, std::size_t references, std::size_t candidates);

} // namespace biaokao
