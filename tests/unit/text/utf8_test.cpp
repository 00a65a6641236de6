#include <doctest/doctest.h>

#include "engine/text/utf8.h"

using namespace biaokao;

TEST_CASE("utf8: the boundaries of RFC 3629") {
    struct Row {
        std::string_view bytes;
        bool valid;
    };
    for (const auto& [bytes, valid] : {
             Row{"", true},
             Row{"\x7F", true},
             Row{"\x80", false},     // a tail alone
             Row{"\xC1\xBF", false}, // overlong
             Row{"\xC2\x80", true},
             Row{"\xDF\xBF", true},
             Row{"\xE0\x9F\xBF", false}, // overlong
             Row{"\xE0\xA0\x80", true},
             Row{"\xED\x9F\xBF", true},
             Row{"\xED\xA0\x80", false}, // surrogate
             Row{"\xEF\xBF\xBF", true},
             Row{"\xF0\x8F\xBF\xBF", false}, // overlong
             Row{"\xF0\x90\x80\x80", true},
             Row{"\xF4\x8F\xBF\xBF", true},
             Row{"\xF4\x90\x80\x80", false}, // above U+10FFFF
             Row{"\xF5\x80\x80\x80", false},
             Row{"\xE6\xA0", false}, // cut
             Row{"a\xFFz", false},
         }) {
        CAPTURE(bytes);
        CHECK(is_utf8(bytes) == valid);
    }
}

TEST_CASE("utf8: offsets in code points and bytes name the same places") {
    const std::string_view text = "a标é😀z"; // 1, 3, 2, 4 and 1 bytes
    CHECK(code_point_count(text) == 5);
    const std::vector<std::size_t> offsets{0, 1, 4, 6, 10, 11};
    CHECK(code_point_offsets(text) == offsets);
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        CHECK(byte_from_code_point(text, i) == offsets[i]);
        CHECK(code_point_from_byte(text, offsets[i]) == i);
    }
    CHECK(byte_from_code_point(text, 99) == text.size());
    CHECK(code_point_from_byte(text, 2) == 2); // inside 标: two begin before it
    CHECK(code_points_between(text, 1, 3) == "标é");
    CHECK(code_points_between(text, 3, 99) == "😀z");
    CHECK(code_points_between(text, 3, 2).empty());
    CHECK(code_point_count("\xFF\xFE") == 2);
}

TEST_CASE("utf8: every code point is appended and read back; surrogates become U+FFFD") {
    for (const char32_t point :
         {U'\0', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xD7FF', U'\xE000', U'\xFFFF', U'\x10000', U'\x10FFFF'}) {
        std::string text;
        append_code_point(text, point);
        CHECK(is_utf8(text));
        CHECK(utf32_from_utf8(text) == std::u32string(1, point));
    }
    std::string text;
    append_code_point(text, static_cast<char32_t>(0xD800));
    append_code_point(text, static_cast<char32_t>(0x110000));
    CHECK(utf32_from_utf8(text) == U"\xFFFD\xFFFD");
    CHECK(utf32_from_utf8("a\x80") == U"a\xFFFD");
}
