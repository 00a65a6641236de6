// The fast reader of journal lines against the strict one: both accept the same texts as the same values.
#include <doctest/doctest.h>

#include <array>

#include "engine/base/rng.h"
#include "engine/session/line_json.h"
#include "tests/support/session_builder.h"

using namespace biaokao;
using namespace biaokao::test;
using namespace std::string_view_literals;

namespace {

bool agree(LineParser& parser, std::string_view text) {
    const auto strict = parse_json(text, "");
    const auto fast = parser.parse(text);
    return strict.has_value() == fast.has_value() && (!strict || *strict == *fast);
}

std::string nested(std::size_t levels, bool in_objects) {
    std::string text;
    for (std::size_t i = 0; i < levels; ++i) text += in_objects ? "{\"a\":" : "[";
    if (in_objects) text += "1";
    return text.append(levels, in_objects ? '}' : ']');
}

// An object of `count` members, the last of which repeats the key of the first.
std::string repeating(int count) {
    std::string text = "{";
    for (int i = 0; i < count; ++i) text += "\"k" + std::to_string(i) + "\":0,";
    return text + "\"k0\":0}";
}

std::string damaged(std::string line, Rng& rng) {
    constexpr std::array tokens{"\0"sv,
                                "\\ud83d"sv,
                                "\\udc00"sv,
                                "\\ud83d\\ude00"sv,
                                "\\u0000"sv,
                                "\xED\xA0\x80"sv,
                                "\xC0\xAF"sv,
                                "\xEF\xBB\xBF"sv,
                                "\""sv,
                                "\\"sv,
                                "1e999"sv,
                                "-0"sv,
                                "-0.0"sv,
                                "01"sv,
                                "1e-400"sv,
                                "{"sv,
                                "}"sv,
                                "["sv,
                                "]"sv,
                                ","sv,
                                ":"sv,
                                "null"sv,
                                "\n"sv,
                                " "sv,
                                "18446744073709551616"sv,
                                "\"n\":0,"sv,
                                "-9223372036854775809"sv,
                                "nan"sv,
                                "1.5e3"sv,
                                "9223372036854775808"sv};
    const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(rng.next() % limit); };
    for (std::size_t count = 1 + below(3); count > 0; --count) {
        const std::size_t at = below(line.size());
        switch (below(4)) {
        case 0: line[at] = static_cast<char>(line[at] ^ (1 << below(8))); break;
        case 1: line.erase(at, 1 + below(4)); break;
        case 2: line.insert(at, tokens[below(tokens.size())]); break;
        case 3:
            line.replace(at, std::min<std::size_t>(line.size() - at, 1 + below(6)), tokens[below(tokens.size())]);
            break;
        }
        if (line.empty()) line = " ";
    }
    return line;
}

// One line of every form that occurs.
std::vector<std::string> sound_lines() {
    Sitting sitting;
    Session& session = *sitting.session;
    const bool good = session.open_question("q1").has_value() && session.apply(add_box("o1", 0.1 + 0.2)).has_value() &&
                      session.apply(move_box("o1", -1e-7)).has_value() && session.apply(save_item("p1")).has_value() &&
                      session.undo("q1").has_value() && session.mark("q1", true, false).has_value() &&
                      session.grant(minute_ms, "incident", "李 \"2\"\\", "停电\n\t\x01 😀").has_value() &&
                      session.submit().has_value();
    BIAOKAO_ASSERT(good);
    return sitting.sink.lines;
}

} // namespace

TEST_CASE("line json: every form of number, text and nesting means the same to both readers") {
    LineParser parser;
    for (const std::string_view text : {"null"sv,
                                        "true"sv,
                                        "nul"sv,
                                        "0"sv,
                                        "-0"sv,
                                        "-0.0"sv,
                                        "1"sv,
                                        "01"sv,
                                        "1."sv,
                                        ".5"sv,
                                        "+1"sv,
                                        "-"sv,
                                        "1e5"sv,
                                        "1E+5"sv,
                                        "1e+"sv,
                                        "1e999"sv,
                                        "-1e999"sv,
                                        "1e-999"sv,
                                        "5e-324"sv,
                                        "2e-324"sv,
                                        "1.7976931348623157e308"sv,
                                        "1.7976931348623159e308"sv,
                                        "0.1"sv,
                                        "0.30000000000000004440892098500626"sv,
                                        "9007199254740993"sv,
                                        "9007199254740993.0"sv,
                                        "9223372036854775807"sv,
                                        "9223372036854775808"sv,
                                        "-9223372036854775808"sv,
                                        "-9223372036854775809"sv,
                                        "18446744073709551615"sv,
                                        "18446744073709551616"sv,
                                        "123456789012345678901234567890"sv,
                                        "100000000000000000000.0"sv,
                                        "NaN"sv,
                                        "Infinity"sv,
                                        "\"\""sv,
                                        "\"标考 😀\""sv,
                                        "\"\\u0000\""sv,
                                        "\"\\uD83D\\uDE00\""sv,
                                        "\"\\ud83d\""sv,
                                        "\"\\ude00\""sv,
                                        "\"\\ud83d\\u0041\""sv,
                                        "\"\\/\\b\\f\\n\\r\\t\\\"\\\\\""sv,
                                        "\"\\x\""sv,
                                        "\"\\u12g4\""sv,
                                        "\"a\tb\""sv,
                                        "\"\x7F\""sv,
                                        "\"\xC0\xAF\""sv,
                                        "\"\xED\xA0\x80\""sv,
                                        "\"\xF4\x90\x80\x80\""sv,
                                        "\"\0\""sv,
                                        "\"a"sv,
                                        "[]"sv,
                                        "{}"sv,
                                        "[1,]"sv,
                                        "[,1]"sv,
                                        "[1 2]"sv,
                                        "[1][2]"sv,
                                        "[1]\n"sv,
                                        " \t\r\n[ 1 , 2 ] \n"sv,
                                        "[1]\0"sv,
                                        "\0[1]"sv,
                                        "\xEF\xBB\xBF[1]"sv,
                                        "{\"a\":1,\"a\":2}"sv,
                                        "{\"a\":1,\"\\u0061\":2}"sv,
                                        "{\"a\":{\"b\":1,\"b\":1}}"sv,
                                        "{\"a\":1,}"sv,
                                        "{a:1}"sv,
                                        "{\"a\" 1}"sv,
                                        "{1:1}"sv,
                                        "[1}"sv,
                                        "// no\n1"sv,
                                        ""sv,
                                        " "sv}) {
        CAPTURE(text);
        CHECK(agree(parser, text));
    }
    for (const std::size_t levels : {1, 31, 32, 33, 34, 5000}) {
        CAPTURE(levels);
        CHECK(parser.parse(nested(levels, false)).has_value() == (levels <= 32));
        CHECK(agree(parser, nested(levels, true)));
    }
    for (const int members : {1, 15, 16, 17, 500}) {
        CAPTURE(members);
        CHECK_FALSE(parser.parse(repeating(members)).has_value());
    }
}

TEST_CASE("line json: longer and shorter texts in turn leave nothing of one in the next") {
    LineParser parser;
    for (const std::size_t size : {1, 5000, 3, 100'000, 64, 63, 65, 0}) {
        const std::string text = "\"" + std::string(size, 'x') + "\"";
        CHECK(parser.parse(text) == Json(std::string(size, 'x')));
        CHECK(agree(parser, std::string_view(text).substr(0, text.size() - 1)));
    }
}

TEST_CASE("line json: lines damaged at random are accepted or refused by both") {
    const std::uint64_t seed = make_system_rng()->next();
    CAPTURE(seed);
    const auto rng = make_seeded_rng(seed);
    LineParser parser;
    const auto lines = sound_lines();
    int accepted = 0;
    for (const std::string& line : lines) REQUIRE(agree(parser, line));
    for (int round = 0; round < 4000; ++round) {
        const std::string text = damaged(lines[rng->next() % lines.size()], *rng);
        CAPTURE(text);
        REQUIRE(agree(parser, text));
        accepted += parser.parse(text).has_value();
    }
    CHECK(accepted > 100); // else the damage is too great to tell anything
}
