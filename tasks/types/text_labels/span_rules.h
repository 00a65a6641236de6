// What may become a span or a relation, and how far the ends of a span may be moved.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/answer/answer.h"
#include "engine/pack/question.h"
#include "tasks/types/text_labels/document.h"

namespace biaokao::spans {

enum class SpanEnd { start, end };

// What of a selection becomes a span: whole clusters, without blanks at the ends, and without punctuation there when
// the tools say so; `exactly`: as selected, clusters apart. Empty when nothing is left.
[[nodiscard]] TextRange span_from_selection(const Document& document, TextRange selection, const Tools& tools,
                                            bool exactly);

// Why a span must not stand there: a locale key, or nothing. `except` is the object that is being changed.
// "text.refused.overlap" where the task forbids overlaps, "text.refused.same" for a second one with bounds and label.
[[nodiscard]] std::optional<std::string_view> refusal(const Question& question, const Answer& answer,
                                                      std::string_view item, TextRange range, std::string_view label,
                                                      std::string_view except = {});

// Spans that overlap where the task only warns of it: each that lies over an earlier one, with the id of that. Every
// span that overlaps another one stands in some pair. Nothing where the task allows or refuses overlaps.
struct OverlappingSpans {
    std::string earlier, later;
    friend bool operator==(const OverlappingSpans&, const OverlappingSpans&) = default;
};
[[nodiscard]] std::vector<OverlappingSpans> doubtful_overlaps(const Question& question, const Answer& answer,
                                                              std::string_view item);

// Why a relation must not be made: "text.refused.relation_ends" between a span and itself, "text.refused.relation_same"
// for a second one with ends, direction and label; or nothing.
[[nodiscard]] std::optional<std::string_view> relation_refusal(const Answer& answer, const Relation& relation,
                                                               std::string_view label);

// `range` with one end at the cluster boundary `to`, at least one cluster long and inside the document.
[[nodiscard]] TextRange with_end_at(const Document& document, TextRange range, SpanEnd end, std::size_t to);
// `range` with one end one cluster further left (-1) or right (+1).
[[nodiscard]] TextRange with_end_moved(const Document& document, TextRange range, SpanEnd end, int direction);

} // namespace biaokao::spans
