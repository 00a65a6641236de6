// Texts of other programs with characters beyond 16 bits: what they mark is what a span here holds.
#include <doctest/doctest.h>

#include <charconv>
#include <sstream>

#include "tasks/types/text_labels/page.h"
#include "tests/support/shared_data.h"

using namespace biaokao;
using namespace biaokao::spans;

TEST_CASE("document: the tokens of a WebAnno file, counted in UTF-16 units, are found behind and at an emoji") {
    const auto file = test::shared_file("formats/webanno_tsv/testSentenceWithEmoji.tsv");
    if (!file) return;
    std::istringstream lines(*file);
    std::string line;
    std::optional<Document> document;
    int tokens = 0;
    while (std::getline(lines, line)) {
        if (line.starts_with("#Text=")) document.emplace(line.substr(6));
        if (!document || line.empty() || line[0] == '#') continue;
        std::istringstream columns(line);
        std::string number, offsets, word;
        columns >> number >> offsets >> word;
        std::size_t start = 0, end = 0;
        const std::size_t dash = offsets.find('-');
        REQUIRE(dash != std::string::npos);
        std::from_chars(offsets.data(), offsets.data() + dash, start);
        std::from_chars(offsets.data() + dash + 1, offsets.data() + offsets.size(), end);
        const TextIndex& index = document->index;
        CHECK(document->cut({index.code_point_from_utf16(start), index.code_point_from_utf16(end)}) == word);
        ++tokens;
    }
    CHECK(tokens == 5);
}

TEST_CASE("page: emoji, rare Hanzi, tabs and CRLF keep their place, and no byte is lost between the lines") {
    const std::string text = "a\t𠮷野家👨‍👩‍👧\r\n🇨🇳é̂x\r\n"; // 0a 1\t 2𠮷 3野 4家 5–10 family
                                                                                     // 10\r\n 12 flag 14é̂ 16x 17\r\n
    const Page page(std::make_shared<Document>(text), [](std::string_view) { return 10.0f; }, {.width = 900});
    const Document& document = page.document();
    REQUIRE(page.lines().size() == 3);
    std::string joined;
    for (const PageLine& line : page.lines()) joined += document.cut(line.range);
    CHECK(joined == text);
    CHECK(document.cut({2, 3}) == "𠮷");
    CHECK(document.cut({5, 10}) == "👨‍👩‍👧");
    CHECK(page.boundary_at(0, 999) == 10); // before the CR
    CHECK(page.line_of(11) == 0);          // inside CRLF: still its line
    CHECK(page.lines()[1].range.start == 12);
    CHECK(document.index.next_boundary(5) == 10);
    CHECK(document.index.next_boundary(10) == 12);
    CHECK(document.cut({12, 14}) == "🇨🇳");
}
