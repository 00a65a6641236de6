#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "engine/text/grapheme.h"
#include "engine/text/line_breaker.h"

using namespace biaokao;

namespace {

// As in a terminal: what is ASCII is one column wide, everything else two, marks and joiners with their letter.
float columns(std::string_view cluster) { return cluster.size() == 1 || cluster == "\r\n" ? 1.0f : 2.0f; }

std::vector<std::string> lines_of(std::string_view text, float width) {
    std::vector<std::string> lines;
    for (const LineRange& line : break_lines(text, columns, width))
        lines.emplace_back(text.substr(line.begin, line.shown_end - line.begin));
    return lines;
}
using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("break_lines: the lines of a text for a width") {
    struct Row {
        const char* what;
        const char* text;
        float width;
        Lines lines;
    };
    const Row rows[] = {
        {"nothing is one empty line", "", 10, {""}},
        {"Chinese breaks anywhere", "一二三四五", 4, {"一二", "三四", "五"}},
        {"a full stop never begins a line", "一二三。四", 6, {"一二", "三。四"}},
        {"nor two marks in a row", "一二三！”四", 6, {"一二", "三！”", "四"}},
        {"nor a closing title mark", "看《一二》吧", 6, {"看《一", "二》吧"}},
        {"an opening bracket never ends a line", "一二（三", 6, {"一二", "（三"}},
        {"nor with a blank behind it", "一二（ 三", 7, {"一二", "（ 三"}},
        {"a Latin word stays whole", "用hello吧", 6, {"用", "hello", "吧"}},
        {"words break at blanks, which hang", "ab cd  ef", 5, {"ab cd  ", "ef"}},
        {"a long word is broken", "abcdefgh", 3, {"abc", "def", "gh"}},
        {"a number stays with point, comma and percent", "约3.14%吧", 5, {"约", "3.14%", "吧"}},
        {"a word may end behind a hyphen", "well-known", 6, {"well-", "known"}},
        {"a date does not", "于2024-03吧", 8, {"于", "2024-03", "吧"}},
        {"an apostrophe holds a word together", "他说don’t吧", 7, {"他说", "don’t", "吧"}},
        {"a Chinese dash is not split", "一二——三", 6, {"一二", "——三"}},
        {"an ellipsis is not split and begins no line", "一二三……四", 6, {"一二", "三……", "四"}},
        {"a name with a middle dot", "一阿·卜", 4, {"一", "阿·", "卜"}},
        {"LF, CR LF and CR end lines", "a\nb\r\nc\rd", 9, {"a", "b", "c", "d"}},
        {"an empty line stays", "a\n\nb", 9, {"a", "", "b"}},
        {"a last line break opens an empty line", "a\n", 9, {"a", ""}},
        {"an ideographic blank hangs too", "一二　三", 4, {"一二　", "三"}},
        {"emoji are never cut", "👩‍🔬🇨🇳é", 2, {"👩‍🔬", "🇨🇳", "é"}},
        {"narrower than one character", "一二", 1, {"一", "二"}},
        {"a no-break blank holds", "a b\u00A0c", 4, {"a ", "b\u00A0c"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(lines_of(row.text, row.width) == row.lines);
    }
}

TEST_CASE("break_lines: in random text no byte is lost, moved or cut from its cluster, and no line is too wide") {
    const unsigned seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const char* pieces[] = {"中",        "文", "。", "，", "（", "）", "《", "》",   "a", "bc",
                            "1",         ".",  ",",  " ",  "  ", "　", "\n", "\r\n", "😀", "👩‍🔬",
                            "e\xCC\x81", "-",  "——", "……", "“",  "”",  "\"", "%",    "\t"};
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::size_t i = random() % 40; i > 0; --i) text += pieces[random() % std::size(pieces)];
        const float width = static_cast<float>(1 + random() % 16);
        CAPTURE(text);
        CAPTURE(width);
        std::size_t expected_begin = 0, cluster = 0;
        const auto lines = break_lines(text, columns, width);
        for (const LineRange& line : lines) {
            REQUIRE(line.begin == expected_begin);
            REQUIRE(line.begin <= line.shown_end);
            REQUIRE(line.shown_end <= line.end);
            expected_begin = line.end;
            while (cluster < line.begin) cluster = grapheme_end(text, cluster);
            REQUIRE(cluster == line.begin);
            float used = 0;
            for (std::size_t at = line.begin; at < line.shown_end;) {
                const std::size_t end = grapheme_end(text, at);
                const auto piece = std::string_view(text).substr(at, end - at);
                const bool hangs = piece == " " || piece == "　" || piece == "\t";
                used += columns(piece);
                REQUIRE((hangs || used <= width || at == line.begin));
                at = end;
            }
        }
        REQUIRE(expected_begin == text.size());
    }
}

TEST_CASE("break_lines: in random text with room for the longest chain of marks, no line begins or ends wrongly") {
    const unsigned seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const char* openers[] = {"（", "《", "“"};
    const char* closers[] = {"。", "，", "》", "）", "、"};
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::size_t i = 1 + random() % 20; i > 0; --i) {
            if (random() % 3 == 0) text += openers[random() % std::size(openers)];
            text += random() % 2 == 0 ? "字" : "word";
            if (random() % 3 == 0) text += closers[random() % std::size(closers)];
        }
        const float width = static_cast<float>(40 + random() % 30);
        CAPTURE(text);
        const auto lines = break_lines(text, columns, width);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto line = std::string_view(text).substr(lines[i].begin, lines[i].end - lines[i].begin);
            if (line.find("wordword") != line.npos) continue; // a chain of words may have been cut by force
            for (const char* closer : closers) REQUIRE_FALSE((i > 0 && line.starts_with(closer)));
            for (const char* opener : openers) REQUIRE_FALSE((i + 1 < lines.size() && line.ends_with(opener)));
        }
    }
}
