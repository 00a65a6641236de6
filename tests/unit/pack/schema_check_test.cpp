#include "engine/pack/schema_check.h"

#include <set>

#include <doctest/doctest.h>

#include "engine/answer/answer.h"

using namespace biaokao;

namespace {

Question two_groups() {
    Question question;
    question.type = "text_labels";
    question.labels.objects = {
        {.id = "name",
         .title = {},
         .color = "",
         .shape = "span",
         .attributes = {"sure", "age", "kind", "note"},
         .transcript = false},
        {.id = "place", .title = {}, .color = "", .shape = "span", .attributes = {}, .transcript = false}};
    question.labels.attributes = {
        {.id = "sure", .title = {}, .kind = AttributeSpec::Kind::checkbox, .options = {}},
        {.id = "age", .title = {}, .kind = AttributeSpec::Kind::number, .options = {}, .min = 0, .max = 10},
        {.id = "kind", .title = {}, .kind = AttributeSpec::Kind::radio, .options = {{"a", {}}, {"b", {}}}},
        {.id = "note", .title = {}, .kind = AttributeSpec::Kind::text, .options = {}},
        {.id = "other", .title = {}, .kind = AttributeSpec::Kind::text, .options = {}}};
    question.labels.classes = {{"mood", {}, {{"good", {}}, {"bad", {}}}}};
    question.labels.groups = {{"g1", {}, {"name"}, {}}, {"g2", {}, {"place"}, {"mood"}}};
    question.items = {{.id = "d1", .title = {}, .file = "", .text = "x", .group = "g1"},
                      {.id = "d2", .title = {}, .file = "", .text = "x", .group = "g2"}};
    return question;
}

Object span(std::string item, std::string label) {
    Object object;
    object.item = std::move(item);
    object.label = std::move(label);
    object.shape = Span{0, 1};
    return object;
}

std::set<std::string> problems_of(const Answer& answer) {
    Problems problems;
    check_answer_schema(two_groups(), answer, "a.json:/q1", problems);
    std::set<std::string> found;
    for (const Error& error : problems.errors) found.insert(error.code + " " + error.where);
    return found;
}

} // namespace

TEST_CASE("schema_check: unfinished work is no problem") {
    Answer answer;
    answer.objects["o1"] = span("d1", "");
    answer.objects["o2"] = span("d1", "name");
    answer.objects["o2"].attributes = {{"sure", true}, {"age", 10.0}, {"kind", "b"}, {"note", ""}};
    answer.items["d2"].classes["mood"] = "bad";
    answer.items["d1"].saved = true;
    CHECK(problems_of(answer).empty());
}

TEST_CASE("schema_check: names each object, attribute and class that the item does not offer") {
    Answer answer;
    answer.objects["o1"] = span("d9", "name");
    answer.objects["o2"] = span("d1", "place"); // a label of the other group
    answer.objects["o3"] = span("d2", "place");
    answer.objects["o3"].attributes = {{"note", "x"}}; // an attribute of another label
    answer.objects["o4"] = span("d1", "name");
    answer.objects["o4"].shape = Segment{0, 1};
    answer.items["d1"].classes["mood"] = "good";
    answer.items["d2"].classes["mood"] = "so-so";
    answer.items["d9"].saved = true;
    CHECK(problems_of(answer) == std::set<std::string>{
                                     "error.answer_item a.json:/q1/objects/o1/item",
                                     "error.answer_label a.json:/q1/objects/o2/label",
                                     "error.answer_attribute a.json:/q1/objects/o3/attributes/note",
                                     "error.answer_shape a.json:/q1/objects/o4",
                                     "error.answer_class a.json:/q1/items/d1/class/mood",
                                     "error.answer_class a.json:/q1/items/d2/class/mood",
                                     "error.answer_item a.json:/q1/items/d9",
                                 });
}

TEST_CASE("schema_check: a value must be of its attribute's kind, options and range") {
    const std::vector<std::pair<std::string, AttributeValue>> wrong{
        {"sure", std::string("yes")}, {"sure", 1.0},  {"age", 10.5},           {"age", -0.1}, {"age", std::string("3")},
        {"kind", std::string("c")},   {"kind", true}, {"kind", std::string()}, {"note", 2.0}};
    for (const auto& [id, value] : wrong) {
        CAPTURE(id);
        Answer answer;
        answer.objects["o1"] = span("d1", "name");
        answer.objects["o1"].attributes[id] = value;
        CHECK(problems_of(answer) ==
              std::set<std::string>{"error.answer_attribute_value a.json:/q1/objects/o1/attributes/" + id});
    }
}

TEST_CASE("schema_check: labels of a shape that the type cannot draw are named by their place") {
    static constexpr std::string_view span_only[] = {"span"};
    Question question = two_groups();
    question.labels.objects[1].shape = "box";
    Problems problems;
    check_label_shapes(question, span_only, "q.json", problems);
    REQUIRE(problems.errors.size() == 1);
    CHECK(problems.errors[0].where == "q.json:/labels/objects/1/shape");
    question.labels = {};
    check_label_shapes(question, span_only, "q.json", problems);
    REQUIRE(problems.errors.size() == 2);
    CHECK(problems.errors[1].code == "error.no_labels");
}

TEST_CASE("place_of: the root of a file adds no second slash, and ids are escaped") {
    CHECK(place_of("a.json:/", "objects", "o1") == "a.json:/objects/o1");
    CHECK(place_of("a.json:/q1", "objects", "a/b") == "a.json:/q1/objects/a~1b");
}
