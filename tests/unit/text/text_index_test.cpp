#include <doctest/doctest.h>

#include <random>
#include <string>

#include "engine/text/grapheme.h"
#include "engine/text/text_index.h"
#include "engine/text/utf8.h"

using namespace biaokao;

TEST_CASE("text_index: one row per kind of character, in bytes, code points, UTF-16 units and clusters") {
    struct Row {
        const char* what;
        std::string text;
        std::size_t code_points, utf16, clusters;
    };
    const Row rows[] = {{"nothing", "", 0, 0, 0},
                        {"ASCII", "abc", 3, 3, 3},
                        {"Chinese", "标考。", 3, 3, 3},
                        {"rare Hanzi above U+FFFF", "𠮷野家", 3, 4, 3},
                        {"emoji", "😀", 1, 2, 1},
                        {"emoji joined by ZWJ", "👩‍🔬", 3, 5, 1},
                        {"family of four", "👨‍👩‍👧‍👦", 7, 11, 1},
                        {"skin tone", "👍🏽", 2, 4, 1},
                        {"flag", "🇨🇳", 2, 4, 1},
                        {"two flags", "🇨🇳🇫🇷", 4, 8, 2},
                        {"combining accent", "e\xCC\x81", 2, 2, 1},
                        {"keycap", "1\xEF\xB8\x8F\xE2\x83\xA3", 3, 3, 1},
                        {"CR LF is one step and two code points", "a\r\nb", 4, 4, 3},
                        {"LF LF", "\n\n", 2, 2, 2},
                        {"ideographic blank", "a　b", 3, 3, 3},
                        {"hangul syllable in letters", "\u1100\u1161\u11A8", 3, 3, 1},
                        {"zero-width blank",
                         "a\xE2\x80\x8B"
                         "b",
                         3, 3, 3}};
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const TextIndex index(row.text);
        CHECK(index.byte_count() == row.text.size());
        CHECK(index.code_point_count() == row.code_points);
        CHECK(index.utf16_count() == row.utf16);
        CHECK(index.cluster_count() == row.clusters);
    }
}

TEST_CASE("text_index: offsets behind an emoji differ by what the emoji takes") {
    const std::string text = "好😀吃";
    const TextIndex index(text);
    CHECK(index.byte_from_code_point(2) == 7);
    CHECK(index.code_point_from_byte(7) == 2);
    CHECK(index.code_point_from_byte(5) == 1); // inside the emoji
    CHECK(index.utf16_from_code_point(2) == 3);
    CHECK(index.code_point_from_utf16(3) == 2);
    CHECK(index.code_point_from_utf16(2) == 1); // its second half
    CHECK(index.code_point_from_utf16(99) == 3);
    CHECK(index.byte_from_code_point(99) == text.size());
    CHECK(index.cut(text, {1, 2}) == "😀");
    CHECK(index.cut(text, {2, 99}) == "吃");
    CHECK(index.cut(text, {2, 2}).empty());
}

TEST_CASE("text_index: a selection never cuts a cluster") {
    const TextIndex index("a👩‍🔬b"); // clusters at 0, 1, 4, 5
    CHECK(index.snap_to_clusters({2, 3}) == TextRange{1, 4});
    CHECK(index.snap_to_clusters({0, 2}) == TextRange{0, 4});
    CHECK(index.snap_to_clusters({1, 4}) == TextRange{1, 4});
    CHECK(index.snap_to_clusters({3, 3}).empty());
    CHECK(index.next_boundary(1) == 4);
    CHECK(index.next_boundary(2) == 4);
    CHECK(index.next_boundary(5) == 5);
    CHECK(index.previous_boundary(4) == 1);
    CHECK(index.previous_boundary(3) == 1);
    CHECK(index.previous_boundary(0) == 0);
    CHECK(index.at_cluster_boundary(5));
    CHECK_FALSE(index.at_cluster_boundary(3));
}

TEST_CASE("text_index: every conversion comes back, in random text") {
    const unsigned seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const char* pieces[] = {"a", "标", "😀", "𠮷", "e\xCC\x81", "\r\n", "\n", "🇨🇳", "👩‍🔬", "　", "。"};
    for (int round = 0; round < 200; ++round) {
        std::string text;
        for (std::size_t i = random() % 30; i > 0; --i) text += pieces[random() % std::size(pieces)];
        CAPTURE(text);
        const TextIndex index(text);
        for (std::size_t at = 0; at <= index.code_point_count(); ++at) {
            REQUIRE(index.byte_from_code_point(at) == byte_from_code_point(text, at));
            REQUIRE(index.code_point_from_byte(index.byte_from_code_point(at)) == at);
            REQUIRE(index.code_point_from_utf16(index.utf16_from_code_point(at)) == at);
            const std::size_t start = index.code_point_from_cluster(index.cluster_from_code_point(at));
            REQUIRE(start <= at);
            REQUIRE((start == at) == index.at_cluster_boundary(at));
        }
    }
}
