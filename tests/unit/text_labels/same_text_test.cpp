#include <doctest/doctest.h>

#include "tasks/types/text_labels/same_text.h"

using namespace biaokao;
using namespace biaokao::spans;

namespace {

using Places = std::vector<TextRange>;

Places elsewhere(const Document& document, TextRange range, const Places& taken = {}, bool overlap = true) {
    return same_text_elsewhere(document, range, taken, overlap);
}

} // namespace

TEST_CASE("same_text_elsewhere: all other places, in code points, none overlapping another") {
    const Document document("北京😀北京，北京。");
    CHECK(elsewhere(document, {3, 5}) == Places{{0, 2}, {6, 8}});
    CHECK(elsewhere(document, {0, 2}) == Places{{3, 5}, {6, 8}});
    CHECK(elsewhere(document, {5, 6}).empty());
    CHECK(elsewhere(document, {4, 4}).empty());
    CHECK(elsewhere(Document("哈哈哈哈哈"), {0, 2}) == Places{{2, 4}});
}

TEST_CASE("same_text_elsewhere: words of an alphabet are not found inside other words, Hanzi are") {
    CHECK(elsewhere(Document("art start art. Art art9 (art)"), {0, 3}) == Places{{10, 13}, {25, 28}});
    CHECK(elsewhere(Document("5 15 5"), {0, 1}) == Places{{5, 6}});
    CHECK(elsewhere(Document("王王芳王"), {0, 1}) == Places{{1, 2}, {3, 4}});
    CHECK(elsewhere(Document("用iPhone和iPhone"), {1, 7}) == Places{{8, 14}});
}

TEST_CASE("same_text_elsewhere: a place inside a cluster is no place") {
    // 👩 alone, and the same code point as the first of 👩‍🔬
    CHECK(elsewhere(Document("👩 👩‍🔬 👩"), {0, 1}) == Places{{6, 7}});
}

TEST_CASE("same_text_elsewhere: what is marked already is left out, what overlaps only where the task forbids it") {
    const Document document("甲乙 甲乙 甲乙 甲乙"); // 0, 3, 6, 9
    const Places taken{{0, 2}, {3, 5}, {7, 8}};
    CHECK(elsewhere(document, {0, 2}, taken, true) == Places{{6, 8}, {9, 11}});
    CHECK(elsewhere(document, {0, 2}, taken, false) == Places{{9, 11}});
    const Places around{{0, 2}, {2, 20}};
    CHECK(elsewhere(document, {0, 2}, around, false).empty());
}

TEST_CASE("same_text_elsewhere: no more places than one step may change") {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "甲，";
    CHECK(elsewhere(Document(text), {0, 1}).size() == max_same_text);
}
