#include <doctest/doctest.h>

#include <limits>

#include "engine/base/json.h"

using namespace biaokao;

TEST_CASE("json: what is written reads back as the same value") {
    for (const std::string_view text : {"null", "true", "-7", "9223372036854775807", "-9223372036854775808", "0.1",
                                        "1.0", "1e+300", "5e-324", "\"标考\\n\\\"\\u0001😀\"", "[]", "{}",
                                        "[1,[2.5,{\"b\":null,\"a\":[]}]]", "{\"z\":1,\"a\":{\"k/~\":\"v\"}}"}) {
        CAPTURE(text);
        const auto value = parse_json(text, "f.json");
        REQUIRE(value.has_value());
        CHECK(parse_json(dump_json(*value), "f.json").value() == *value);
        CHECK(parse_json(dump_json(*value, 2), "f.json").value() == *value);
    }
}

TEST_CASE("json: integers stay integers, doubles are the shortest exact text, members keep their order") {
    CHECK(dump_json(parse_json("{\"b\": 1, \"a\": 1.0, \"c\": 0.30000000000000004}", "f").value()) ==
          "{\"b\":1,\"a\":1.0,\"c\":0.30000000000000004}");
    CHECK(dump_json(Json(0.1)) == "0.1");
    CHECK(dump_json(Json(30.0)) == "30.0");
    CHECK(dump_json(Json(std::numeric_limits<double>::max())) == "1.7976931348623157e+308");
    CHECK(parse_json("18446744073709551615", "f").value().number() == 18446744073709551615.0);
    CHECK(dump_json(Json(Json::Array{1, Json::Object{{"k", "v"}}}), 2) == "[\n  1,\n  {\n    \"k\": \"v\"\n  }\n]");
}

TEST_CASE("json: bytes that are no UTF-8 are written as U+FFFD, so that our files can always be read") {
    CHECK(dump_json(Json("a\xFF")) == "\"a\xEF\xBF\xBD\"");
}

TEST_CASE("json: everything that is not strict is refused with its place") {
    struct Row {
        std::string_view text, code, where;
    };
    using namespace std::string_view_literals;
    for (const auto& [text, code, where] : {
             Row{"", "error.json_syntax", "f:line 1"},
             Row{"{\"a\": 1,\n \"b\": }", "error.json_syntax", "f:line 2"},
             Row{"[1,]", "error.json_syntax", "f:line 1"},
             Row{"[1]\n\n x", "error.json_syntax", "f:line 3"},
             Row{"[1]\0[2]"sv, "error.json_syntax", "f:line 1"},
             Row{"\xEF\xBB\xBF[1]", "error.json_syntax", "f:line 1"},
             Row{"NaN", "error.json_syntax", "f:line 1"},
             Row{"[1e999]", "error.json_syntax", "f:line 1"},
             Row{"[01]", "error.json_syntax", "f:line 1"},
             Row{"'a'", "error.json_syntax", "f:line 1"},
             Row{"[1] // why", "error.json_syntax", "f:line 1"},
             Row{"\"\xC0\xAF\"", "error.json_syntax", "f:line 1"},
             Row{"\"\\ud800\"", "error.json_syntax", "f:line 1"},
             Row{"[\n\"a\nb\"]", "error.json_syntax", "f:line 2"},
             Row{"{\"a\":[{}, {\"b/c\":1, \"d\":2, \"b/c\":3}]}", "error.json_duplicate_key", "f:/a/1/b~1c"},
             Row{"[[[[0]]]]", "error.json_depth", "f:/0/0/0"},
         }) {
        CAPTURE(text);
        const auto value = parse_json(text, "f", 3);
        REQUIRE_FALSE(value.has_value());
        CHECK(value.error().code == code);
        CHECK(value.error().where == where);
    }
    CHECK(parse_json("[[[0]]]", "f", 3).has_value());
    CHECK_FALSE(parse_json(std::string(100'000, '['), "f").has_value());
}

TEST_CASE("json: set replaces or adds, find looks only into objects") {
    Json value;
    value.set("a", 1);
    value.set("b", "x");
    value.set("a", 2);
    CHECK(dump_json(value) == "{\"a\":2,\"b\":\"x\"}");
    CHECK(value.find("c") == nullptr);
    CHECK(Json(3).find("a") == nullptr);
    CHECK(pointer_child("/a", "c/d~") == "/a/c~1d~0");
}
