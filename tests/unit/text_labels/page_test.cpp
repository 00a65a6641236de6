#include <doctest/doctest.h>

#include "tasks/types/text_labels/caret.h"

using namespace biaokao;
using namespace biaokao::spans;

namespace {

// ASCII is 10 wide, everything else 20; text 20 high, a row of marks 5.
Page page_of(std::string text, float width) {
    return Page(std::make_shared<Document>(std::move(text)),
                [](std::string_view cluster) { return cluster.size() == 1 ? 10.0f : 20.0f; },
                {.width = width, .text_height = 20, .row_height = 5});
}

Mark mark(std::size_t start, std::size_t end) {
    Mark made;
    made.range = {start, end};
    return made;
}

Caret after(const Page& page, std::size_t at, CaretMove move, bool extend = false) {
    Caret caret;
    caret.put(at, false);
    move_caret(caret, page, move, extend, 40);
    return caret;
}

} // namespace

TEST_CASE("page: lines stand one under the other, with room for the rows of their marks") {
    Page page = page_of("一二三四五六七", 60); // 一二三 | 四五六 | 七
    REQUIRE(page.lines().size() == 3);
    CHECK(page.height() == 60);
    const std::vector<Mark> marks{mark(1, 4), mark(2, 3)};
    const std::vector<int> rows{0, 1};
    page.stack(marks, rows);
    CHECK(page.lines()[0].rows == 2);
    CHECK(page.lines()[1].rows == 1);
    CHECK(page.lines()[1].top == 30);
    CHECK(page.lines()[2].top == 55);
    CHECK(page.height() == 75);
    CHECK(page.line_at(-5) == 0);
    CHECK(page.line_at(29) == 0);
    CHECK(page.line_at(30) == 1);
    CHECK(page.line_at(999) == 2);
    page.stack({}, {});
    CHECK(page.height() == 60);
}

TEST_CASE("page: points and characters find each other") {
    const Page page = page_of("a一👩‍🔬b\nc", 500); // boundaries 0 1 2 5 6 7 8
    CHECK(page.x_of(0, 2) == 30);
    CHECK(page.x_of(0, 4) == 30); // inside the emoji: its left edge
    CHECK(page.x_of(0, 5) == 50);
    CHECK(page.x_of(0, 99) == 60);
    CHECK(page.boundary_at(0, 4) == 0);
    CHECK(page.boundary_at(0, 6) == 1);
    CHECK(page.boundary_at(0, 41) == 5);  // right half of the emoji
    CHECK(page.boundary_at(0, 999) == 6); // before the line break
    CHECK(page.cluster_at(0, 41) == 2);
    CHECK(page.cluster_at(0, 999) == 5);
    CHECK(page.line_of(6) == 0);
    CHECK(page.line_of(7) == 1);
    CHECK(page.line_of(8) == 1);
}

TEST_CASE("page: at a soft break the caret may stand on either line, at a hard one it cannot") {
    const Page soft = page_of("一二三四", 40);
    CHECK(soft.line_of(2) == 1);
    CHECK(soft.line_of(2, true) == 0);
    CHECK(soft.line_of(0, true) == 0);
    const Page hard = page_of("一\n二", 400);
    CHECK(hard.line_of(2, true) == 1);
}

TEST_CASE("move_caret: one table of moves from one place") {
    const Page page =
        page_of("去 iPhone店\n好👩‍🔬吃", 1000); // 0去1 2iPhone8店9\n10好11👩‍🔬14吃15
    struct Row {
        const char* what;
        std::size_t from;
        CaretMove move;
        std::size_t to;
    };
    const Row rows[] = {{"left", 1, CaretMove::left, 0},
                        {"left at the start", 0, CaretMove::left, 0},
                        {"right", 1, CaretMove::right, 2},
                        {"right over an emoji of three code points", 11, CaretMove::right, 14},
                        {"left over it", 14, CaretMove::left, 11},
                        {"right at the end", 15, CaretMove::right, 15},
                        {"word right", 0, CaretMove::word_right, 2},
                        {"word right from inside", 3, CaretMove::word_right, 8},
                        {"word left", 8, CaretMove::word_left, 2},
                        {"home", 5, CaretMove::line_start, 0},
                        {"end before the line break", 5, CaretMove::line_end, 9},
                        {"end of the last line", 11, CaretMove::line_end, 15},
                        {"text start", 12, CaretMove::text_start, 0},
                        {"text end", 2, CaretMove::text_end, 15},
                        {"down keeps the distance", 1, CaretMove::down, 11},
                        {"up", 14, CaretMove::up, 3},
                        {"up on the first line goes to the start", 5, CaretMove::up, 0},
                        {"down on the last line goes to the end", 11, CaretMove::down, 15}};
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const Caret caret = after(page, row.from, row.move);
        CHECK(caret.at == row.to);
        CHECK_FALSE(caret.selects());
        CHECK(after(page, row.from, row.move, true).anchor == row.from);
    }
}

TEST_CASE("move_caret: up and down through a short line come back to the same distance") {
    const Page page = page_of("一二三四\n五\n六七八九", 1000);
    Caret caret;
    caret.put(3, false);
    move_caret(caret, page, CaretMove::down, false, 40);
    CHECK(caret.at == 6); // behind 五
    move_caret(caret, page, CaretMove::down, false, 40);
    CHECK(caret.at == 10);
    move_caret(caret, page, CaretMove::page_up, false, 40);
    CHECK(caret.at == 3);
}

TEST_CASE("move_caret: End stays on a line that the width broke, and Home comes back") {
    const Page page = page_of("一二三四五", 40);
    Caret caret = after(page, 2, CaretMove::line_end);
    CHECK(caret.at == 4);
    CHECK(page.line_of(caret.at, caret.at_line_end) == 1);
    move_caret(caret, page, CaretMove::line_start, false, 40);
    CHECK(caret.at == 2);
}

TEST_CASE("move_caret: an arrow without Shift first leaves the selection at its own side") {
    const Page page = page_of("一二三四五", 400);
    Caret caret;
    caret.put(1, false);
    caret.put(4, true);
    Caret left = caret, right = caret;
    move_caret(left, page, CaretMove::left, false, 40);
    CHECK(left.at == 1);
    move_caret(right, page, CaretMove::right, false, 40);
    CHECK(right.at == 4);
    CHECK_FALSE(right.selects());
}

TEST_CASE("selected_range: the selection grows to the chosen unit") {
    const Document document("我爱北京。iPhone好吃！");
    Caret caret;
    caret.put(6, false);
    caret.put(7, true); // one letter of iPhone
    CHECK(document.cut(selected_range(document, caret, Granularity::grapheme)) == "P");
    CHECK(document.cut(selected_range(document, caret, Granularity::word)) == "iPhone");
    CHECK(document.cut(selected_range(document, caret, Granularity::sentence)) == "iPhone好吃！");
    caret.put(6, false);
    for (const auto unit : {Granularity::grapheme, Granularity::word, Granularity::sentence})
        CHECK(selected_range(document, caret, unit).empty());
}
