#include "engine/text/normalise.h"

#include <cstdlib>
#include <random>

#include <doctest/doctest.h>
#include <utf8proc.h>

#include "engine/text/utf8.h"

namespace biaokao {
namespace {

// The definition, all of it by utf8proc.
std::u32string plain_comparable(const std::u32string& text) {
    std::string bytes;
    for (const char32_t c : text) append_code_point(bytes, c);
    utf8proc_uint8_t* mapped = utf8proc_NFKC(reinterpret_cast<const utf8proc_uint8_t*>(bytes.c_str()));
    std::u32string out;
    for (const char32_t c : utf32_from_utf8(reinterpret_cast<const char*>(mapped))) {
        const std::string_view category = utf8proc_category_string(static_cast<utf8proc_int32_t>(c));
        const bool gone = category[0] == 'P' || category[0] == 'Z' || category == "Cc" || category == "Cf";
        if (!gone) out += static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
    }
    std::free(mapped);
    return out;
}

TEST_CASE("comparable text: punctuation, blanks and format characters go, fillers, symbols and digits stay") {
    CHECK(comparable(U"嗯，好的。 ＡＢＣ　１２３℃") == U"嗯好的abc123°c");
    CHECK(comparable(U"a\u200b_b·c") == U"abc");
    CHECK(comparable(U"二十三") != comparable(U"23"));
    CHECK(comparable(U"＋℃～👍") == U"+°c~👍");              // S* is no punctuation
    CHECK(comparable(U"⽔①㎏ﬁ") == U"水1kgfi");            // NFKC
    CHECK(comparable(U"葛\U000E0100") == U"葛\U000E0100"); // variation selectors stay
    CHECK(comparable_from_utf8("Ａ，b") == U"ab");
}

TEST_CASE("comparable text: every code point of the common blocks is what utf8proc makes of it") {
    for (char32_t c = 1; c < 0x3400; ++c) {
        const std::u32string text{c};
        if (comparable(text) == plain_comparable(text)) continue;
        CAPTURE(static_cast<std::uint32_t>(c));
        CHECK(comparable(text) == plain_comparable(text));
    }
    for (char32_t c = 0x4E00; c < 0xA010; c += 7) CHECK(comparable(std::u32string{c}) == plain_comparable({c}));
    for (char32_t c = 0xFF00; c < 0xFFF0; ++c) CHECK(comparable(std::u32string{c}) == plain_comparable({c}));
}

TEST_CASE("comparable text: rare code points combine with common ones before them, and with nothing behind") {
    // Marks that compose, that are reordered, jamo, compatibility forms, format characters, other planes.
    constexpr std::u32string_view rare = U"\u0301\u0323\u0338\u0345\u3099\u302A\u1100\u1161\u11A8가éΑς℃①ﬁ\u200B\u200D"
                                         U"\uFE0F\U0001F44D\U00020BB7\u2017\u0085\u00AD";
    constexpr std::u32string_view common = U"aE1 ,<=>~你好，。！（）“”—…·　Ａｂ９々〇〒\u2028\n";
    for (unsigned seed = 0; seed < 3000; ++seed) {
        std::mt19937 random(seed);
        std::u32string text;
        for (std::size_t i = random() % 9; i > 0; --i)
            text += random() % 3 == 0 ? rare[random() % rare.size()] : common[random() % common.size()];
        const std::u32string ours = comparable(text), plain = plain_comparable(text);
        if (ours == plain) continue;
        CAPTURE(seed);
        CHECK(ours == plain);
    }
}

TEST_CASE("comparable text: what is no code point counts as U+FFFD") {
    CHECK(comparable(std::u32string{0xD800, 0x110000}) == U"\uFFFD\uFFFD");
}

TEST_CASE("words are the runs between White_Space, which U+200B is not") {
    CHECK(words_of(U"") == std::vector<std::u32string_view>{});
    CHECK(words_of(U" \t\n") == std::vector<std::u32string_view>{});
    CHECK(words_of(U"  a b\u3000c\u200Bd \u2028e") == std::vector<std::u32string_view>{U"a", U"b", U"c\u200Bd", U"e"});
}

} // namespace
} // namespace biaokao
