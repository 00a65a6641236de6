#include <doctest/doctest.h>

#include <array>

#include "engine/base/json_reader.h"

using namespace biaokao;

namespace {

std::vector<std::string> complaints(const Problems& problems) {
    std::vector<std::string> lines;
    for (const Error& error : problems.errors) lines.push_back(error.where + " " + error.code);
    return lines;
}

} // namespace

TEST_CASE("json_reader: a well formed document gives its values and no problem") {
    const Json value = parse_json(R"({"$schema": "x", "id": "q1", "n": 3, "r": 0.5, "flag": true, "kind": "b",
        "title": {"zh": "标题", "en": "Title"}, "list": ["a", "b"], "map": {"k": {"v": 1}}})",
                                  "f")
                           .value();
    Problems problems;
    JsonReader reader(value, "f", "", problems);
    constexpr std::array<std::string_view, 2> kinds{"a", "b"};
    CHECK(reader.id("id") == "q1");
    CHECK(reader.integer("n", 1, 3) == 3);
    CHECK(reader.number("r", 0, 1) == 0.5);
    CHECK(reader.number("n", 0, 9) == 3.0);
    CHECK(reader.boolean("flag", false));
    CHECK(reader.boolean("absent", true));
    CHECK(reader.choice("kind", kinds) == "b");
    CHECK(reader.text("title") == Text{"标题", "Title"});
    CHECK(reader.optional_text("nothing").empty());
    CHECK(reader.strings("list") == std::vector<std::string>{"a", "b"});
    CHECK_FALSE(reader.optional_number("none", 0, 1).has_value());
    for (auto& [name, member] : reader.members("map")) {
        CHECK(name == "k");
        CHECK(member.where() == "f:/map/k");
        CHECK(member.integer("v", 0, 1) == 1);
        member.finish();
    }
    reader.finish();
    CHECK(complaints(problems).empty());
}

TEST_CASE("json_reader: every slip is one problem with its place") {
    const Json value = parse_json(R"({"id": "-x", "n": 4, "r": "0.5", "flag": 1, "kind": "c", "title": {"zh": ""},
        "list": ["a", 2], "map": [], "a/b": 0, "deep": [{"x": 1}, 5]})",
                                  "f")
                           .value();
    Problems problems;
    JsonReader reader(value, "f", "", problems);
    constexpr std::array<std::string_view, 2> kinds{"a", "b"};
    (void)reader.id("id");
    (void)reader.integer("n", 1, 3);
    (void)reader.number("r", 0, 1);
    CHECK_FALSE(reader.boolean("flag", false));
    (void)reader.choice("kind", kinds);
    (void)reader.text("title");
    (void)reader.strings("list");
    CHECK(reader.members("map").empty());
    (void)reader.string("gone");
    CHECK(reader.elements("gone_too", true).empty());
    for (auto& element : reader.elements("deep")) element.finish();
    reader.finish();
    CHECK(complaints(problems) ==
          std::vector<std::string>{"f:/id error.json_id", "f:/n error.json_range", "f:/r error.json_type",
                                   "f:/flag error.json_type", "f:/kind error.json_choice",
                                   "f:/title/en error.json_missing", "f:/title/zh error.json_empty",
                                   "f:/list/1 error.json_type", "f:/map error.json_type", "f:/gone error.json_missing",
                                   "f:/gone_too error.json_missing", "f:/deep/1 error.json_type",
                                   "f:/deep/0/x error.json_unknown_key", "f:/a~1b error.json_unknown_key"});
}

TEST_CASE("json_reader: a document that is no object is one problem, not one for each member") {
    const Json value(Json::Array{1});
    Problems problems;
    JsonReader reader(value, "f", "", problems);
    (void)reader.id("id");
    (void)reader.text("title");
    CHECK(reader.elements("list", true).empty());
    reader.finish();
    CHECK(complaints(problems) == std::vector<std::string>{"f:/ error.json_type"});
}

TEST_CASE("ids: letters, digits, _ and -, at most 64, not beginning with -") {
    CHECK(is_id("o1"));
    CHECK(is_id("_a-B"));
    CHECK(is_id(std::string(64, 'x')));
    for (const std::string_view bad : {"", "-a", "a b", "a/b", "a.b", "标", "a\n"}) CHECK_FALSE(is_id(bad));
    CHECK_FALSE(is_id(std::string(65, 'x')));
}
