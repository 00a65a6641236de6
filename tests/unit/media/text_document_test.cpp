#include <doctest/doctest.h>

#include "engine/media/media_kind.h"
#include "engine/media/text_document.h"

using namespace biaokao;

TEST_CASE("read_text_document: text is kept byte for byte, both kinds of line break included") {
    const std::string text = "第一行\r\n第二行\t😀𠮷e\xCC\x81\n";
    CHECK(read_text_document(text, "a.txt").value() == text);
}

TEST_CASE("read_text_document: each fault has its own name and the place of its byte") {
    struct Row {
        std::string bytes;
        const char* code;
        const char* byte;
    };
    const Row rows[] = {{"", "error.text_empty", nullptr},
                        {"\xEF\xBB\xBF文", "error.text_bom", nullptr},
                        {"ab\xFF", "error.text_not_utf8", "2"},
                        {"\xC4\xE3\xBA\xC3", "error.text_not_utf8", "0"}, // GB18030 for 你好
                        {"\xED\xA0\x80", "error.text_not_utf8", "0"},     // a surrogate
                        {"a\xC0\x80", "error.text_not_utf8", "1"},        // an overlong zero
                        {"a\xE4\xBD", "error.text_not_utf8", "1"},        // cut in a character
                        {std::string("a\0b", 3), "error.text_control", "1"},
                        {"文\x1B[31m", "error.text_control", "3"},
                        {"a\xC2\x85", "error.text_control", "1"}};
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        const auto document = read_text_document(row.bytes, "media/a.txt");
        REQUIRE_FALSE(document.has_value());
        CHECK(document.error().code == row.code);
        CHECK(document.error().where == "media/a.txt");
        if (row.byte) CHECK(document.error().args.at(0).second == row.byte);
    }
    CHECK(read_text_document(std::string(max_document_bytes + 1, 'a'), "a").error().code == "error.text_too_long");
}

TEST_CASE("media_kind_from_name: the ending decides, in any case of letters") {
    CHECK(media_kind_from_name("media/a.png") == MediaKind::image);
    CHECK(media_kind_from_name("media/a.b.JPeG") == MediaKind::image);
    CHECK(media_kind_from_name("media/a.flac") == MediaKind::audio);
    CHECK(media_kind_from_name("media/a.txt") == MediaKind::text);
    for (const char* name : {"media/a", "media/png", "media/a.png.exe", "media/a.tif", ""})
        CHECK_FALSE(media_kind_from_name(name).has_value());
}
