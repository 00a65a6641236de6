#include "graders/measures/text_error.h"

#include <doctest/doctest.h>

namespace biaokao {
namespace {

TextError characters(std::u32string_view reference, std::u32string_view candidate, bool normalised) {
    return text_error(reference, candidate, TextUnit::character, normalised);
}
TextError words(std::u32string_view reference, std::u32string_view candidate, bool normalised) {
    return text_error(reference, candidate, TextUnit::word, normalised);
}

TEST_CASE("text_error: the rate may exceed 1, and without a reference there is none") {
    CHECK(characters(U"甲乙丙丁", U"戊己庚辛壬", false).rate() == 1.25);
    CHECK_FALSE(characters(U"", U"错了", false).rate().has_value()); // jiwer gives the number of insertions
    CHECK_FALSE(characters(U"，。", U"好", true).rate().has_value());
}

TEST_CASE("text_error: without normalisation every code point counts, blanks at the ends too") {
    CHECK(characters(U" 你 好 ", U"你好", false).distance == 3);
    CHECK(characters(U"𠮷野家", U"吉野家", false).distance == 1); // two UTF-16 units, four bytes
    CHECK(characters(U"cafe\u0301", U"café", false).distance == 2);
}

TEST_CASE("text_error: zh_norm forgives width, case and punctuation, and neither digits nor traditional forms") {
    CHECK(characters(U"ＡＢＣ，１２３。", U"abc123", true).distance == 0);
    CHECK(characters(U"二十三", U"23", true).distance == 3);
    CHECK(characters(U"學習", U"学习", true).distance == 2);
    CHECK(characters(U"嗯好的", U"好的", true).distance == 1); // fillers count
}

TEST_CASE("text_error: words are split at any White_Space, and only there") {
    CHECK(words(U"a\tb　c\u00A0d", U"a b c d", false).distance == 0);
    CHECK(words(U"a\u200Bb", U"ab", false).distance == 1); // no White_Space, and no change without normalisation
    CHECK(words(U"the cat sat on the mat", U"the cat sat the mat mat", false).distance == 2);
    CHECK(words(U"你好 世界", U"你好世界", false).reference_length == 2);
}

TEST_CASE("text_error: words are split before they are normalised, and what becomes empty is no word") {
    const TextError error = words(U"Hello , world !", U"hello world", true);
    CHECK(error.distance == 0);
    CHECK(error.reference_length == 2);
    CHECK(words(U"a\u200Bb", U"ab", true).distance == 0);
    CHECK(words(U"a,b", U"a b", true).distance == 2); // one word "ab" against two
}

} // namespace
} // namespace biaokao
