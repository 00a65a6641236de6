#include <doctest/doctest.h>

#include "tasks/types/text_labels/arcs.h"

using namespace biaokao;
using namespace biaokao::spans;

namespace {

Object with(Shape shape, const char* label = "LOC", const char* item = "d1") {
    Object object;
    object.item = item;
    object.label = label;
    object.shape = std::move(shape);
    return object;
}

Object span(std::int64_t start, std::int64_t end, const char* item = "d1") {
    return with(Span{start, end}, "LOC", item);
}

Object relation(const char* from, const char* to, const char* label = "near") {
    return with(Relation{from, to}, label);
}

// Each character 10 wide and text 20 high, lanes of 8.
Page page_of(std::string text, float width) {
    return Page(std::make_shared<Document>(std::move(text)), [](std::string_view) { return 10.0f; },
                {.width = width, .text_height = 20, .row_height = 5, .lane_height = 8});
}

Arc arc(TextRange from, TextRange to) {
    Arc made;
    made.from = from;
    made.to = to;
    return made;
}

} // namespace

TEST_CASE("arcs_of: a relation whose ends are no two spans of the document is no arc") {
    Answer answer;
    answer.objects = {{"o1", span(0, 2)},           {"o2", span(4, 6)},
                      {"o3", span(0, 2, "d2")},     {"o4", span(90, 99)}, // behind the end
                      {"r1", relation("o1", "o2")}, {"r2", relation("o1", "o1")},
                      {"r3", relation("o1", "o3")}, {"r4", relation("o1", "gone")},
                      {"r5", relation("r1", "o2")}, {"r6", relation("o4", "o2")}};
    const auto arcs = arcs_of("d1", 10, {.answer = answer});
    REQUIRE(arcs.size() == 1);
    CHECK(arcs[0].object == "r1");
    CHECK(arcs[0].from == TextRange{0, 2});
    CHECK(arcs[0].to == TextRange{4, 6});
    CHECK(arcs_of("d2", 10, {.answer = answer}).empty());
}

TEST_CASE("arcs_of: against a reference each relation stands once, but a reversed one beside what was wanted") {
    Answer mine, reference;
    mine.objects = {{"o1", span(0, 2)},
                    {"o2", span(4, 6)},
                    {"o3", span(7, 9)},
                    {"r1", relation("o1", "o2")},
                    {"r2", relation("o2", "o3", "far")},
                    {"r3", relation("o3", "o1")}};
    reference.objects = {{"k1", span(0, 2)},           {"k2", span(4, 6)},           {"k3", span(7, 9)},
                         {"q1", relation("k1", "k2")}, {"q2", relation("k2", "k3")}, {"q3", relation("k1", "k3")}};
    const std::vector<ObjectVerdict> verdicts{{"d1", "r1", "q1", Verdict::matched},
                                              {"d1", "r2", "q2", Verdict::wrong_label},
                                              {"d1", "r3", "q3", Verdict::near_miss}};
    const auto both = arcs_of("d1", 10, {mine, &reference, verdicts});
    REQUIRE(both.size() == 4);
    CHECK(both[0].verdict == Verdict::matched);
    CHECK(both[1].needed_label == "near");
    CHECK(both[2].verdict == Verdict::near_miss);
    CHECK(both[3].from_reference);
    CHECK(both[3].reference == "q3");
    CHECK(both[3].from == TextRange{0, 2});
    CHECK(arcs_of("d1", 10, {mine, &reference, verdicts, true, false}).size() == 3);
    CHECK(arcs_of("d1", 10, {mine, &reference, verdicts, false, true}).size() == 3);
}

TEST_CASE("lay_out_arcs: inner arcs lie under outer ones, arcs apart share a lane, the direction is kept") {
    const Page page = page_of("01234567890123456789", 1000);
    const std::vector<Arc> arcs{arc({0, 2}, {17, 19}), arc({8, 10}, {4, 6}), arc({11, 12}, {14, 15})};
    const auto pieces = lay_out_arcs(page, arcs, [](const Arc&) { return 5.0f; });
    REQUIRE(pieces.size() == 3);
    CHECK(pieces[0].lane == 1);
    CHECK(pieces[1].lane == 0);
    CHECK(pieces[2].lane == 0);
    CHECK(*pieces[0].from_x < *pieces[0].to_x);
    CHECK(*pieces[1].from_x > *pieces[1].to_x);
    CHECK(pieces[1].left == *pieces[1].to_x);
    CHECK(lanes_of(page, pieces) == std::vector<int>{2});
    // Wide tags keep the two inner arcs apart too.
    const auto wide = lay_out_arcs(page, arcs, [](const Arc&) { return 80.0f; });
    CHECK(wide[1].lane != wide[2].lane);
}

TEST_CASE("lay_out_arcs: between lines an arc is two stubs to the edges of the page") {
    const Page page = page_of("0123456789", 50); // 01234 | 56789
    const std::vector<Arc> arcs{arc({1, 2}, {7, 8}), arc({8, 9}, {0, 1})};
    const auto pieces = lay_out_arcs(page, arcs, [](const Arc&) { return 4.0f; });
    REQUIRE(pieces.size() == 4);
    CHECK(pieces[0].line == 0);
    CHECK(pieces[3].line == 1);
    for (const ArcPiece& piece : pieces) {
        CAPTURE(piece.arc);
        CAPTURE(piece.line);
        CHECK(piece.from_x.has_value() != piece.to_x.has_value());
        if (piece.line == 0) CHECK(piece.right == 50);
        else CHECK(piece.left == 0);
        const bool head_here = (piece.arc == 0) == (piece.line == 0);
        CHECK(piece.from_x.has_value() == head_here);
    }
    CHECK(lanes_of(page, pieces) == std::vector<int>{2, 2});
}

TEST_CASE("lay_out_arcs: thousands of arcs over one line stay within the lanes that there are") {
    const Page page = page_of("0123456789", 1000);
    std::vector<Arc> arcs;
    for (int i = 0; i < 5000; ++i) arcs.push_back(arc({0, 1}, {8, 9}));
    const auto pieces = lay_out_arcs(page, arcs, [](const Arc&) { return 20.0f; });
    CHECK(lanes_of(page, pieces) == std::vector<int>{max_lanes});
}

TEST_CASE("page: lanes push the text down, and belong to their line") {
    Page page = page_of("0123456789", 50);
    const std::vector<int> lanes{2, 1};
    page.stack({}, {}, lanes);
    CHECK(page.lines()[0].top == 16);
    CHECK(page.start_of(0) == 0);
    CHECK(page.lines()[1].top == 44);
    CHECK(page.start_of(1) == 36);
    CHECK(page.height() == 64);
    CHECK(page.line_at(3) == 0);
    CHECK(page.line_at(37) == 1);
}
