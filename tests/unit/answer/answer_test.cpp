#include <doctest/doctest.h>

#include "engine/answer/answer.h"

using namespace biaokao;

namespace {

Answer read(std::string_view text, Problems& problems) {
    return answer_from_json(parse_json(text, "f").value(), "f", "", problems);
}

std::vector<std::string> complaints(std::string_view text) {
    Problems problems;
    (void)read(text, problems);
    std::vector<std::string> lines;
    for (const Error& error : problems.errors) lines.push_back(error.where + " " + error.code);
    return lines;
}

} // namespace

TEST_CASE("answer: file and memory are the same thing, to the last digit") {
    const std::string_view text =
        R"({"objects":{"o1":{"item":"p1","label":"car","attributes":{"hidden":true,"n":0.1,"side":"left"},)"
        R"("box":[0.30000000000000004,-2,1e-300,40]},"o2":{"item":"d1","span":[3,3]},)"
        R"("o3":{"item":"p1","ellipse":[1,2.5,3,4,-30],"group":"g1"},)"
        R"("o10":{"item":"a1","label":"speech","segment":[0.25,12.125],"text":"嗯，好"}},)"
        R"("items":{"d1":{"class":{"mood":"good","topics":["food","price"]},"saved":true,"checked":true}},)"
        R"("file_name":"结果"})";
    Problems problems;
    const Answer answer = read(text, problems);
    REQUIRE(problems.empty());
    CHECK(dump_json(json_from_answer(answer)) == text);
    CHECK(std::get<Box>(answer.objects.at("o1").shape).x == 0.1 + 0.2);
    CHECK(std::get<double>(answer.objects.at("o1").attributes.at("n")) == 0.1);
    CHECK(chosen_option(answer, "d1", "mood") == "good");
    CHECK(chosen_option(answer, "d1", "topics").empty());
    CHECK(chosen_options(answer, "d1", "mood") == std::set<std::string>{"good"});
    CHECK(chosen_options(answer, "d1", "topics") == std::set<std::string>{"food", "price"});
    CHECK(chosen_options(answer, "d2", "mood").empty());
    CHECK(read("{}", problems).empty());
    CHECK(read(R"({"objects":{},"items":{"d2":{"class":{}}}})", problems).empty()); // an item without anything is none
    CHECK(dump_json(json_from_answer(Answer{})) == "{}");
}

TEST_CASE("answer: whole numbers are read as numbers everywhere but in spans") {
    Problems problems;
    CHECK(read(R"({"objects":{"o1":{"item":"p","box":[1,2.0,3,4]}}})", problems).objects.at("o1").shape ==
          Shape(Box{1, 2, 3, 4}));
    CHECK(complaints(R"({"objects":{"o1":{"item":"p","span":[1.0,2]}}})") ==
          std::vector<std::string>{"f:/objects/o1/span error.answer_shape_value"});
}

TEST_CASE(
    "answer: a class of several options names each once and at least one, a group has an id, half axes a length") {
    const std::vector<std::string> class_problem{"f:/items/d1/class/topics error.json_type"};
    CHECK(complaints(R"({"items":{"d1":{"class":{"topics":[]}}}})") == class_problem);
    CHECK(complaints(R"({"items":{"d1":{"class":{"topics":["a","a"]}}}})") == class_problem);
    CHECK(complaints(R"({"items":{"d1":{"class":{"topics":["a b"]}}}})") == class_problem);
    CHECK(complaints(R"({"objects":{"o1":{"item":"p","ellipse":[0,0,-1,1,0],"group":"a b"}}})") ==
          std::vector<std::string>{"f:/objects/o1/group error.json_id",
                                   "f:/objects/o1/ellipse error.answer_shape_value"});
}

TEST_CASE("answer: every problem is found, with its place") {
    CHECK(complaints(R"([])") == std::vector<std::string>{"f:/ error.json_type"});
    CHECK(complaints(R"({"objects":{"o1":{"item":"p1"},"o2":{"item":"p1","box":[0,0,1,1],"span":[0,1]},)"
                     R"("o 3":{"box":[0,0,-1,1]},"o4":{"item":"p1","segment":[2,1],"colour":"red"},)"
                     R"("o5":{"item":"p1","box":[0,0,1],"attributes":{"a":[1],"b c":1}}},)"
                     R"("items":{"d1":{"saved":1,"class":{"mood":3}}},"extra":0})") ==
          std::vector<std::string>{
              "f:/objects/o1 error.answer_shape_count", "f:/objects/o2 error.answer_shape_count",
              "f:/objects/o 3 error.json_id", "f:/objects/o 3/item error.json_missing",
              "f:/objects/o 3/box error.answer_shape_value", "f:/objects/o4/segment error.answer_shape_value",
              "f:/objects/o4/colour error.json_unknown_key", "f:/objects/o5/attributes/a error.json_type",
              "f:/objects/o5/attributes/b c error.json_id", "f:/objects/o5/box error.answer_shape_value",
              "f:/items/d1/saved error.json_type", "f:/items/d1/class/mood error.json_type",
              "f:/extra error.json_unknown_key"});
}

TEST_CASE("answer: a mask is COCO's size and compressed runs, and refused where they do not fill it") {
    const auto mask = [](const std::string& value) {
        return complaints(R"({"objects":{"o1":{"item":"p1","mask":)" + value + "}}}");
    };
    const std::string_view text =
        R"({"objects":{"o1":{"item":"p1","label":"sky","mask":{"size":[2,3],"counts":"123"}}}})"; // 1 clear, 2 set, 3
                                                                                                  // clear
    Problems problems;
    const Answer answer = read(text, problems);
    REQUIRE(problems.empty());
    CHECK(std::get<MaskRuns>(answer.objects.at("o1").shape).runs == std::vector<PixelRun>{{1, 3}});
    CHECK(dump_json(json_from_answer(answer)) == text);

    const std::vector<std::string> refused{"f:/objects/o1/mask error.answer_shape_value"};
    CHECK(mask(R"({"size":[2,3],"counts":"124"})") == refused); // 7 pixels of 6
    CHECK(mask(R"({"size":[2,3],"counts":"12"})") == refused);
    CHECK(mask(R"({"size":[2,3],"counts":"12~"})") == refused);
    CHECK(mask(R"({"size":[-2,-3],"counts":"123"})") == refused);
    CHECK(mask(R"({"size":[2.0,3],"counts":"123"})") == refused);
    CHECK(mask(R"({"size":[2,3,1],"counts":"123"})") == refused);
    CHECK(mask(R"({"size":[2,3],"counts":"123","area":2})") == refused);
    CHECK(mask(R"({"size":[2,3],"counts":[1,2,3]})") == refused);
    CHECK(mask("[]") == refused);
    CHECK(mask(R"({"size":[2000000000,2000000000],"counts":""})") == refused); // and nothing is allocated
}

TEST_CASE("answer: a flood of objects is one problem, not a hundred thousand objects") {
    Json::Object objects;
    for (std::size_t i = 0; i <= max_objects_in_answer; ++i) objects.emplace_back("o" + std::to_string(i), Json());
    Problems problems;
    const Answer answer = answer_from_json(Json::Object{{"objects", std::move(objects)}}, "f", "", problems);
    CHECK(answer.empty());
    REQUIRE(problems.errors.size() == 1);
    CHECK(problems.errors.front().code == "error.answer_too_many");
}

TEST_CASE("answer: objects are drawn in the order of their ids, o2 before o10") {
    Objects objects;
    for (const char* id : {"o10", "o2", "r1"}) objects.emplace(id, Object{});
    std::string order;
    for (const auto& [id, object] : objects) order += id + " ";
    CHECK(order == "o2 r1 o10 ");
}
