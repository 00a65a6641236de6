#include <doctest/doctest.h>

#include <string>

#include "engine/text/trim.h"
#include "engine/text/words.h"

using namespace biaokao;

namespace {

std::string word(const std::string& text, std::size_t at) {
    const TextIndex index(text);
    return std::string(index.cut(text, word_at(text, index, at)));
}

std::string sentence(const std::string& text, std::size_t at) {
    const TextIndex index(text);
    return std::string(index.cut(text, sentence_at(text, index, at)));
}

std::string trimmed(const std::string& text, TextRange range, TrimPunctuation punctuation) {
    const TextIndex index(text);
    return std::string(index.cut(text, trim_range(text, index, range, punctuation)));
}

} // namespace

TEST_CASE("word_at: a double click takes the run of one script class") {
    struct Row {
        const char* text;
        std::size_t at;
        const char* word;
    };
    const Row rows[] = {{"我爱iPhone15手机", 1, "我爱"},
                        {"我爱iPhone15手机", 4, "iPhone15"},
                        {"我爱iPhone15手机", 10, "手机"},
                        {"重3.14公斤", 2, "3.14"},
                        {"共1,000元", 3, "1,000"},
                        {"don't go", 2, "don't"},
                        {"don’t go", 4, "don’t"},
                        {"好。坏", 1, "。"},
                        {"ひらカタ漢", 0, "ひらカタ"},
                        {"한국어와 中", 1, "한국어와"},
                        {"a  b", 1, "  "},
                        {"a\n\nb", 1, "\n"},
                        {"file_name.txt", 2, "file_name"},
                        {"e\xCC\x81t\xC3\xA9 x", 0, "e\xCC\x81t\xC3\xA9"},
                        {"好", 1, "好"},
                        {"", 0, ""},
                        {"𠮷野家", 1, "𠮷野家"},
                        {"是😀😀吗", 2, "😀😀"}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CAPTURE(row.at);
        CHECK(word(row.text, row.at) == row.word);
    }
}

TEST_CASE("sentence_at: a triple click takes a sentence with its end marks and closing quotes") {
    struct Row {
        const char* text;
        std::size_t at;
        const char* sentence;
    };
    const Row rows[] = {{"今天很好。明天呢？", 1, "今天很好。"},
                        {"今天很好。明天呢？", 4, "今天很好。"},
                        {"今天很好。明天呢？", 5, "明天呢？"},
                        {"他说：“好！”然后走了。", 2, "他说：“好！”"},
                        {"真的？！是。", 0, "真的？！"},
                        {"第一行\n第二行", 1, "第一行"},
                        {"第一行\n第二行", 3, "第一行"},
                        {"第一行\n第二行", 4, "第二行"},
                        {"It is 3.14. Yes.", 2, "It is 3.14."},
                        {"It is 3.14. Yes.", 13, "Yes."},
                        {"  好。  坏。 ", 5, "坏。"},
                        {"没有句号", 4, "没有句号"},
                        {"", 0, ""}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CAPTURE(row.at);
        CHECK(sentence(row.text, row.at) == row.sentence);
    }
}

TEST_CASE("next_word_start and previous_word_start: the stops of Ctrl+Right are those of Ctrl+Left") {
    const std::string text = "我爱 iPhone，真的\n好";
    const TextIndex index(text);
    const std::vector<std::size_t> stops{0, 3, 9, 10, 13, 14};
    for (std::size_t i = 0; i + 1 < stops.size(); ++i) CHECK(next_word_start(text, index, stops[i]) == stops[i + 1]);
    CHECK(next_word_start(text, index, 14) == 14);
    for (std::size_t i = 1; i + 1 < stops.size(); ++i)
        CHECK(previous_word_start(text, index, stops[i]) == stops[i - 1]);
    CHECK(previous_word_start(text, index, 14) == 13);
    CHECK(previous_word_start(text, index, 0) == 0);
}

TEST_CASE("trim_range: blanks always fall off the ends, punctuation when asked, signs of numbers never") {
    struct Row {
        const char* text;
        const char* without_blanks;
        const char* without_punctuation;
    };
    const Row rows[] = {{" 北京 ", "北京", "北京"},
                        {"　北京　", "北京", "北京"},
                        {"\xE2\x80\x8B"
                         "北京\xEF\xBB\xBF",
                         "北京", "北京"},
                        {"\r\n北京\t", "北京", "北京"},
                        {"，北京。", "，北京。", "北京"},
                        {"“ 北京 ”", "“ 北京 ”", "北京"},
                        {"《北京，你好》", "《北京，你好》", "北京，你好"},
                        {"50%", "50%", "50%"},
                        {"。", "。", ""},
                        {"  ", "", ""},
                        {"1\xEF\xB8\x8F\xE2\x83\xA3.", "1\xEF\xB8\x8F\xE2\x83\xA3.", "1\xEF\xB8\x8F\xE2\x83\xA3"}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(trimmed(row.text, {0, 99}, TrimPunctuation::no) == row.without_blanks);
        CHECK(trimmed(row.text, {0, 99}, TrimPunctuation::yes) == row.without_punctuation);
    }
}

TEST_CASE("trim_range: what lies outside the selection stays out, and nothing left is empty at its start") {
    const std::string text = "在 北京 住";
    const TextIndex index(text);
    CHECK(trim_range(text, index, {1, 5}, TrimPunctuation::no) == TextRange{2, 4});
    CHECK(trim_range(text, index, {1, 2}, TrimPunctuation::no) == TextRange{1, 1});
}
