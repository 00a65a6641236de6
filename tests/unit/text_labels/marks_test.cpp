#include <doctest/doctest.h>

#include "tasks/types/text_labels/marks.h"

using namespace biaokao;
using namespace biaokao::spans;

namespace {

Object span(std::int64_t start, std::int64_t end, const char* label = "LOC", const char* item = "d1") {
    Object object;
    object.item = item;
    object.label = label;
    object.shape = Span{start, end};
    return object;
}

std::vector<TextRange> ranges_of(const std::vector<Mark>& marks) {
    std::vector<TextRange> ranges;
    for (const Mark& mark : marks) ranges.push_back(mark.range);
    return ranges;
}

} // namespace

TEST_CASE("marks_of: reading order, the longer first; other items, empty spans and what lies outside are left out") {
    Answer answer;
    answer.objects = {{"o1", span(4, 6)},  {"o2", span(0, 2)},   {"o3", span(0, 5)}, {"o4", span(0, 9, "LOC", "d2")},
                      {"o5", span(8, 99)}, {"o6", span(20, 30)}, {"o7", span(3, 3)}, {"o8", span(-5, 1)}};
    const auto marks = marks_of("d1", 10, {.answer = answer});
    CHECK(ranges_of(marks) == std::vector<TextRange>{{0, 5}, {0, 2}, {0, 1}, {4, 6}, {8, 10}});
    CHECK(marks[0].object == "o3");
    CHECK_FALSE(marks[0].verdict.has_value());
}

TEST_CASE("rows_of: marks that overlap are stacked, neighbours share a row") {
    struct Row {
        const char* what;
        Objects objects;
        std::vector<int> rows;
    };
    const Row rows[] = {
        {"apart", {{"o1", span(0, 2)}, {"o2", span(3, 4)}}, {0, 0}},
        {"touching", {{"o1", span(0, 2)}, {"o2", span(2, 4)}}, {0, 0}},
        {"overlapping", {{"o1", span(0, 3)}, {"o2", span(2, 4)}}, {0, 1}},
        {"nested", {{"o1", span(0, 9)}, {"o2", span(1, 3)}, {"o3", span(4, 6)}}, {0, 1, 1}},
        {"equal", {{"o1", span(0, 3)}, {"o2", span(0, 3)}, {"o3", span(0, 3)}}, {0, 1, 2}},
        {"a free row is used again", {{"o1", span(0, 4)}, {"o2", span(1, 9)}, {"o3", span(4, 6)}}, {0, 1, 0}}};
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Answer answer;
        answer.objects = row.objects;
        CHECK(rows_of(marks_of("d1", 10, {.answer = answer})) == row.rows);
    }
}

TEST_CASE("marks_of: against a reference each span stands once, with its verdict and the label that was needed") {
    Answer mine, reference;
    mine.objects = {
        {"o1", span(0, 2, "PER")}, {"o2", span(3, 5, "LOC")}, {"o3", span(6, 8, "LOC")}, {"o4", span(8, 9)}};
    reference.objects = {
        {"r1", span(0, 2, "PER")}, {"r2", span(3, 5, "ORG")}, {"r3", span(6, 9, "LOC")}, {"r4", span(9, 10)}};
    const std::vector<ObjectVerdict> verdicts{
        {"d1", "o1", "r1", Verdict::matched},   {"d1", "o2", "r2", Verdict::wrong_label},
        {"d1", "o3", "r3", Verdict::near_miss}, {"d1", "", "r4", Verdict::missing},
        {"d1", "o4", "", Verdict::extra},       {"d2", "o1", "r1", Verdict::extra}}; // another item: must not be taken
    const auto both = marks_of("d1", 10, {mine, &reference, verdicts});
    REQUIRE(both.size() == 6);
    CHECK(both[0].verdict == Verdict::matched);
    CHECK(both[0].reference == "r1");
    CHECK(both[1].verdict == Verdict::wrong_label);
    CHECK(both[1].label == "LOC");
    CHECK(both[1].needed_label == "ORG");
    CHECK(both[2].reference == "r3"); // the near miss: the longer one is the reference's
    CHECK(both[2].from_reference);
    CHECK(both[3].object == "o3");
    CHECK_FALSE(both[3].from_reference);
    CHECK(both[4].verdict == Verdict::extra);
    CHECK(both[5].verdict == Verdict::missing);
    CHECK(both[5].from_reference);

    const auto only_mine = marks_of("d1", 10, {mine, &reference, verdicts, true, false});
    CHECK(only_mine.size() == 4);
    const auto only_reference = marks_of("d1", 10, {mine, &reference, verdicts, false, true});
    REQUIRE(only_reference.size() == 4);
    for (const Mark& mark : only_reference) CHECK(mark.from_reference);
}
