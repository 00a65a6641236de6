#include <doctest/doctest.h>

#include "tasks/types/text_labels/span_rules.h"

using namespace biaokao;
using namespace biaokao::spans;

namespace {

Object span(std::int64_t start, std::int64_t end, const char* label) {
    Object object;
    object.item = "d1";
    object.label = label;
    object.shape = Span{start, end};
    return object;
}

} // namespace

TEST_CASE("span_from_selection: blanks fall off, punctuation only where the tools say so, nothing when Alt is held") {
    const Document document(" 北京， "); // 0 blank, 1–3 北京, 3 ，, 4 blank
    Tools tools;
    CHECK(span_from_selection(document, {0, 5}, tools, false) == TextRange{1, 4});
    tools.trim_punctuation = true;
    CHECK(span_from_selection(document, {0, 5}, tools, false) == TextRange{1, 3});
    CHECK(span_from_selection(document, {0, 5}, tools, true) == TextRange{0, 5});
    CHECK(span_from_selection(document, {3, 5}, tools, false).empty());
    const Document emoji("👩‍🔬");
    CHECK(span_from_selection(emoji, {1, 2}, tools, true) == TextRange{0, 3});
}

TEST_CASE("refusal: overlaps only where the task forbids them, exact doubles always, touching never") {
    Question question;
    Answer answer;
    answer.objects = {{"o1", span(2, 5, "LOC")}};
    for (const bool allowed : {true, false}) {
        CAPTURE(allowed);
        question.tools.overlap = allowed ? Overlap::allow : Overlap::refuse;
        CHECK_FALSE(refusal(question, answer, "d1", {0, 2}, "LOC").has_value());
        CHECK_FALSE(refusal(question, answer, "d1", {5, 6}, "LOC").has_value());
        CHECK_FALSE(refusal(question, answer, "d2", {2, 5}, "LOC").has_value());
        CHECK_FALSE(refusal(question, answer, "d1", {1, 6}, "LOC", "o1").has_value());
        CHECK(refusal(question, answer, "d1", {2, 5}, "LOC") == "text.refused.same");
        CHECK(refusal(question, answer, "d1", {4, 6}, "LOC").has_value() == !allowed);
        CHECK(refusal(question, answer, "d1", {3, 4}, "PER").has_value() == !allowed);
        CHECK(refusal(question, answer, "d1", {2, 5}, "PER").has_value() == !allowed);
    }
}

TEST_CASE("relation_refusal: not from a span to itself, not the same one twice; the other way round is another one") {
    Answer answer;
    Object relation;
    relation.item = "d1";
    relation.label = "near";
    relation.shape = Relation{"o1", "o2"};
    answer.objects = {{"o1", span(0, 1, "LOC")}, {"o2", span(2, 3, "LOC")}, {"o3", relation}};
    CHECK(relation_refusal(answer, {"o1", "o1"}, "near") == "text.refused.relation_ends");
    CHECK(relation_refusal(answer, {"o1", "o2"}, "near") == "text.refused.relation_same");
    CHECK_FALSE(relation_refusal(answer, {"o1", "o2"}, "far").has_value());
    CHECK_FALSE(relation_refusal(answer, {"o2", "o1"}, "near").has_value());
}

TEST_CASE("with_end_moved: an end goes cluster by cluster, never past the other one or the text") {
    const Document document("a👩‍🔬bc"); // boundaries 0 1 4 5 6
    CHECK(with_end_moved(document, {0, 1}, SpanEnd::end, +1) == TextRange{0, 4});
    CHECK(with_end_moved(document, {0, 4}, SpanEnd::end, -1) == TextRange{0, 1});
    CHECK(with_end_moved(document, {0, 1}, SpanEnd::end, -1) == TextRange{0, 1});
    CHECK(with_end_moved(document, {5, 6}, SpanEnd::end, +1) == TextRange{5, 6});
    CHECK(with_end_moved(document, {1, 5}, SpanEnd::start, -1) == TextRange{0, 5});
    CHECK(with_end_moved(document, {1, 5}, SpanEnd::start, +1) == TextRange{4, 5});
    CHECK(with_end_moved(document, {4, 5}, SpanEnd::start, +1) == TextRange{4, 5});
    CHECK(with_end_moved(document, {0, 5}, SpanEnd::start, -1) == TextRange{0, 5});
    CHECK(with_end_at(document, {1, 5}, SpanEnd::start, 99) == TextRange{4, 5});
    CHECK(with_end_at(document, {1, 5}, SpanEnd::end, 0) == TextRange{1, 4});
}

TEST_CASE("doubtful_overlaps: every span that overlaps another one stands in a pair, and only where the task warns") {
    Question question;
    Answer answer;
    answer.objects = {{"o1", span(0, 10, "PER")},  {"o2", span(2, 4, "LOC")},   {"o3", span(3, 6, "LOC")},
                      {"o4", span(10, 12, "LOC")}, {"o5", span(20, 22, "PER")}, {"o6", span(20, 22, "LOC")}};
    answer.objects.emplace("o7", span(0, 30, "PER")).first->second.item = "d2";
    CHECK(doubtful_overlaps(question, answer, "d1").empty());
    question.tools.overlap = Overlap::refuse;
    CHECK(doubtful_overlaps(question, answer, "d1").empty());
    question.tools.overlap = Overlap::warn;
    const std::vector<OverlappingSpans> pairs{{"o1", "o2"}, {"o1", "o3"}, {"o5", "o6"}};
    CHECK(doubtful_overlaps(question, answer, "d1") == pairs); // o4 only touches o1
    CHECK(doubtful_overlaps(question, answer, "d2").empty());
}

TEST_CASE("refusal: where the task warns of overlaps they are allowed") {
    Question question;
    question.tools.overlap = Overlap::warn;
    Answer answer;
    answer.objects = {{"o1", span(2, 5, "LOC")}};
    CHECK_FALSE(refusal(question, answer, "d1", {3, 6}, "PER").has_value());
}
