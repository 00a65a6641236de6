#include "tasks/types/text_labels/span_rules.h"

#include <algorithm>
#include <limits>

#include "engine/text/trim.h"
#include "tasks/types/text_labels/marks.h"

namespace biaokao::spans {

namespace {

// The bounds are compared as they stand, whatever the length of the document.
constexpr std::size_t whole_document = std::numeric_limits<std::int64_t>::max();

} // namespace

TextRange span_from_selection(const Document& document, TextRange selection, const Tools& tools, bool exactly) {
    const TextRange whole = document.index.snap_to_clusters(selection);
    if (exactly) return whole;
    return trim_range(document.text, document.index, whole,
                      tools.trim_punctuation ? TrimPunctuation::yes : TrimPunctuation::no);
}

std::optional<std::string_view> refusal(const Question& question, const Answer& answer, std::string_view item,
                                        TextRange range, std::string_view label, std::string_view except) {
    for (const auto& [id, object] : answer.objects) {
        if (object.item != item || id == except) continue;
        const TextRange other = range_of(object, whole_document);
        if (other == range && object.label == label) return "text.refused.same";
        if (question.tools.overlap == Overlap::refuse && ranges_overlap(other, range)) return "text.refused.overlap";
    }
    return std::nullopt;
}

std::vector<OverlappingSpans> doubtful_overlaps(const Question& question, const Answer& answer, std::string_view item) {
    if (question.tools.overlap != Overlap::warn) return {};
    // Bounds and ids alone: it is done after every edit, and marks are heavy.
    struct Placed {
        TextRange range;
        const std::string* id;
    };
    std::vector<Placed> spans;
    for (const auto& [id, object] : answer.objects)
        if (const TextRange range = range_of(object, whole_document); object.item == item && !range.empty())
            spans.push_back({range, &id});
    std::ranges::stable_sort(spans, [](const Placed& a, const Placed& b) {
        return a.range.start != b.range.start ? a.range.start < b.range.start : a.range.end > b.range.end;
    });
    std::vector<OverlappingSpans> found;
    const Placed* farthest = nullptr; // of the earlier ones, the one that reaches on the most
    for (const Placed& span : spans) {
        if (farthest && ranges_overlap(farthest->range, span.range)) found.push_back({*farthest->id, *span.id});
        if (!farthest || span.range.end > farthest->range.end) farthest = &span;
    }
    return found;
}

std::optional<std::string_view> relation_refusal(const Answer& answer, const Relation& relation,
                                                 std::string_view label) {
    if (relation.from == relation.to) return "text.refused.relation_ends";
    for (const auto& [id, object] : answer.objects) {
        const auto* other = std::get_if<Relation>(&object.shape);
        if (other && *other == relation && object.label == label) return "text.refused.relation_same";
    }
    return std::nullopt;
}

TextRange with_end_at(const Document& document, TextRange range, SpanEnd end, std::size_t to) {
    const TextIndex& index = document.index;
    if (end == SpanEnd::start) return {std::min(to, index.previous_boundary(range.end)), range.end};
    return {range.start, std::max(std::min(to, document.size()), index.next_boundary(range.start))};
}

TextRange with_end_moved(const Document& document, TextRange range, SpanEnd end, int direction) {
    const std::size_t from = end == SpanEnd::start ? range.start : range.end;
    const TextIndex& index = document.index;
    return with_end_at(document, range, end, direction < 0 ? index.previous_boundary(from) : index.next_boundary(from));
}

} // namespace biaokao::spans
