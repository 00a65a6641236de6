#include <doctest/doctest.h>

#include <limits>

#include "engine/answer/patch.h"
#include "engine/base/rng.h"

using namespace biaokao;
using Op = Change::Op;

namespace {

Answer sample() {
    Answer answer;
    answer.objects["o1"] = {"p1", "car", {{"side", "left"}, {"n", 2.5}}, Box{1, 2, 3, 4}, ""};
    answer.objects["o2"] = {"d1", "", {}, Span{3, 9}, ""};
    answer.objects["o3"] = {"a1", "speech", {}, Segment{0.5, 1.5}, "你好"};
    answer.objects["o4"] = {"p1", "road", {}, Polygon{{{0, 0}, {9, 0}, {9, 9}, {0, 9}}}, ""};
    answer.objects["o5"] = {"p1", "person", {}, Keypoints{{{{1, 2}, Visibility::visible}}}, ""};
    answer.objects["o6"] = {"d1", "near", {}, Relation{"o2", "o1"}, ""};
    answer.objects["o8"] = {"p1", "sky", {}, MaskRuns{2, 3, {{1, 3}}}, ""};
    answer.objects["e1"] = {"p1", "sun", {}, Ellipse{{9, 8}, 7, 6, 30}, "", "g1"};
    answer.items["t1"] = {.attributes = {{"count", 5.0}},
                          .order = {"s2", "s1"},
                          .rows = {{"r7", {.removed = true}}, {"r8", {.cells = {{"city", "上海"}, {"n", 3.0}}}}}};
    answer.items["d1"] = {.classes = {{"mood", "good"}}, .saved = true};
    answer.items["d2"] = {.classes = {{"mood", "bad"}}};
    answer.items["d3"] = {.classes = {{"topics", std::set<std::string>{"food", "price"}}}, .checked = true};
    return answer;
}

Json parse(std::string_view text) { return parse_json(text, "test").value(); }

} // namespace

TEST_CASE("patch: each change does what it says, and its inverse restores exactly") {
    struct Row {
        Change change;
        std::string_view expected; // a part of the answer's JSON afterwards
    };
    for (const auto& [change, expected] : {
             Row{{Op::add, "/objects/o9", parse(R"({"item":"p1","box":[0,0,1,1]})")},
                 R"("o9":{"item":"p1","box":[0,0,1,1]})"},
             Row{{Op::replace, "/objects/o1", parse(R"({"item":"p2","span":[0,1]})")},
                 R"("o1":{"item":"p2","span":[0,1]})"},
             Row{{Op::remove, "/objects/o3", {}}, R"("o2":{"item":"d1","span":[3,9]},"o4")"},
             Row{{Op::replace, "/objects/o1/box", parse("[5,6,7.5,8]")}, R"("box":[5,6,7.5,8])"},
             Row{{Op::replace, "/objects/o2/span", parse("[4,8]")}, R"("span":[4,8])"},
             Row{{Op::replace, "/objects/o3/segment", parse("[0,2]")}, R"("segment":[0,2])"},
             Row{{Op::add, "/objects/o2/label", "ORG"}, R"("label":"ORG")"},
             Row{{Op::remove, "/objects/o1/label", {}}, R"("o1":{"item":"p1","attributes")"},
             Row{{Op::replace, "/objects/o3/text", "再见"}, R"("text":"再见")"},
             Row{{Op::replace, "/objects/o1/item", "p2"}, R"("o1":{"item":"p2")"},
             Row{{Op::add, "/objects/o2/attributes/sure", true}, R"("attributes":{"sure":true})"},
             Row{{Op::add, "/objects/o1/attributes/side", "right"}, R"("side":"right")"},
             Row{{Op::remove, "/objects/o1/attributes/n", {}}, R"("attributes":{"side":"left"})"},
             Row{{Op::add, "/items/d9", parse(R"({"saved":true})")}, R"("d9":{"saved":true})"},
             Row{{Op::remove, "/items/d1", {}}, R"("items":{"d2":{"class)"},
             Row{{Op::replace, "/items/d1/saved", false}, R"("d1":{"class":{"mood":"good"}})"},
             Row{{Op::remove, "/items/d2/class/mood", {}}, R"("saved":true},"d3")"}, // the last of d2
             Row{{Op::replace, "/objects/o4/polygon/2", parse("[8,9]")}, R"([[0,0],[9,0],[8,9],[0,9]])"},
             Row{{Op::add, "/objects/o4/polygon/1", parse("[5,0]")}, R"([[0,0],[5,0],[9,0],[9,9],[0,9]])"},
             Row{{Op::add, "/objects/o4/polygon/4", parse("[0,5]")}, R"([9,9],[0,9],[0,5]])"},
             Row{{Op::remove, "/objects/o4/polygon/0", {}}, R"([[9,0],[9,9],[0,9]])"},
             Row{{Op::replace, "/objects/o5/keypoints/0", parse("[1,2,1]")}, R"("keypoints":[[1,2,1]])"},
             Row{{Op::replace, "/objects/o6/relation", parse(R"(["o1","o2"])")}, R"("relation":["o1","o2"])"},
             Row{{Op::replace, "/objects/o8/mask", parse(R"({"size":[2,3],"counts":"024"})")}, R"("counts":"024")"},
             Row{{Op::replace, "/objects/e1/ellipse", parse("[9,8,7,5,-10]")},
                 R"("ellipse":[9,8,7,5,-10],"group":"g1")"},
             Row{{Op::replace, "/objects/e1/group", "g2"}, R"("group":"g2")"},
             Row{{Op::remove, "/objects/e1/group", {}}, R"("ellipse":[9,8,7,6,30]})"},
             Row{{Op::add, "/objects/o1/group", "g1"}, R"("box":[1,2,3,4],"group":"g1")"},
             Row{{Op::replace, "/items/d3/class/topics", parse(R"(["food"])")}, R"("class":{"topics":["food"]})"},
             Row{{Op::replace, "/items/d3/class/topics", "food"}, R"("class":{"topics":"food"})"},
             Row{{Op::remove, "/items/d3/class/topics", {}}, R"("d3":{"checked":true})"},
             Row{{Op::replace, "/items/d3/checked", false}, R"("d3":{"class":{"topics":["food","price"]}})"},
             Row{{Op::add, "/items/t1/attributes/count", 6}, R"("attributes":{"count":6})"},
             Row{{Op::remove, "/items/t1/order", {}}, R"({"attributes":{"count":5},"rows")"},
             Row{{Op::replace, "/items/t1/order", parse(R"(["s1","s2"])")}, R"("order":["s1","s2"])"},
             Row{{Op::remove, "/items/t1/rows/r7", {}}, R"("rows":{"r8":)"},
             Row{{Op::add, "/items/t1/rows/r9", parse(R"({"removed":true})")}, R"("r9":{"removed":true})"},
             Row{{Op::replace, "/items/t1/rows/r8/n", 4}, R"("cells":{"city":"上海","n":4})"},
             Row{{Op::add, "/items/t1/rows/r9/n", 1}, R"("r9":{"cells":{"n":1}})"},
             Row{{Op::add, "/items/t2/rows/r9/n", 1}, R"("t2":{"rows":{"r9":{"cells":{"n":1}}}})"},
             Row{{Op::replace, "/items/new/saved", true}, R"("new":{"saved":true})"},
             Row{{Op::replace, "/items/d1", parse(R"({"class":{"tone":"x"}})")}, R"("d1":{"class":{"tone":"x"}})"},
             Row{{Op::remove, "/items/d1/saved", {}}, R"("d1":{"class":{"mood":"good"}})"},
             Row{{Op::add, "/items/new/saved", true}, R"("new":{"saved":true})"},
             Row{{Op::add, "/items/new/class/mood", "bad"}, R"("new":{"class":{"mood":"bad"}})"},
             Row{{Op::replace, "/items/d1/class/mood", "bad"}, R"("mood":"bad")"},
             Row{{Op::remove, "/items/d1/class/mood", {}}, R"("d1":{"saved":true})"},
             Row{{Op::add, "/items/d2/class/mood", "good"}, R"("d2":{"class":{"mood":"good"}})"},
             Row{{Op::add, "/file_name", "结果"}, R"("file_name":"结果")"},
         }) {
        CAPTURE(change.path);
        Answer answer = sample();
        const auto inverse = apply_patch(answer, {change});
        REQUIRE(inverse.has_value());
        CHECK(dump_json(json_from_answer(answer)).find(expected) != std::string::npos);
        CHECK_FALSE(answer == sample());
        REQUIRE(apply_patch(answer, *inverse).has_value());
        CHECK(answer == sample());
    }
}

TEST_CASE("patch: hostile and mistaken changes are refused by kind, and nothing is applied") {
    struct Row {
        Change change;
        std::string_view code;
    };
    const Json box = parse("[0,0,1,1]");
    for (const auto& [change, code] : {
             Row{{Op::add, "", box}, "error.patch_path"},
             Row{{Op::replace, "/", box}, "error.patch_path"},
             Row{{Op::replace, "/objects", parse("{}")}, "error.patch_path"},
             Row{{Op::add, "/objects/", parse(R"({"item":"p","box":[0,0,1,1]})")}, "error.patch_path"},
             Row{{Op::add, "/objects/../etc", parse("{}")}, "error.patch_path"},
             Row{{Op::add, "/objects/o~19", parse("{}")}, "error.patch_path"},
             Row{{Op::add, "objects/o9", parse("{}")}, "error.patch_path"},
             Row{{Op::replace, "/objects/o1/box/0", 3}, "error.patch_path"},
             Row{{Op::replace, "/objects/o1/box/", box}, "error.patch_path"},
             Row{{Op::replace, "/objects/o1/attributes", parse("{}")}, "error.patch_path"},
             Row{{Op::replace, "/objects/o1/attributes/a/b/c/d/e/f", 1}, "error.patch_path"},
             Row{{Op::replace, "/objects/o1/cube", box}, "error.patch_path"},
             Row{{Op::replace, "/items/d1/done", true}, "error.patch_path"},
             Row{{Op::replace, "/file_name/x", "y"}, "error.patch_path"},
             Row{{Op::replace, "/score", 100}, "error.patch_path"},
             Row{{Op::add, "/objects/o1", parse(R"({"item":"p","box":[0,0,1,1]})")}, "error.patch_target"},
             Row{{Op::replace, "/objects/o9", parse(R"({"item":"p","box":[0,0,1,1]})")}, "error.patch_target"},
             Row{{Op::remove, "/objects/o9", {}}, "error.patch_target"},
             Row{{Op::replace, "/objects/o9/box", box}, "error.patch_target"},
             Row{{Op::replace, "/objects/o2/box", box}, "error.patch_target"}, // it is a span
             Row{{Op::remove, "/objects/o1/box", {}}, "error.patch_target"},
             Row{{Op::remove, "/objects/o2/label", {}}, "error.patch_target"},
             Row{{Op::replace, "/objects/o1/attributes/none", "x"}, "error.patch_target"},
             Row{{Op::add, "/items/d1", parse("{}")}, "error.patch_target"},
             Row{{Op::replace, "/items/d9/class/mood", "x"}, "error.patch_target"},
             Row{{Op::add, "/items/d9", parse("{}")}, "error.patch_value"},
             Row{{Op::remove, "/items/d2/saved", {}}, "error.patch_target"},
             Row{{Op::remove, "/file_name", {}}, "error.patch_target"},
             Row{{Op::add, "/objects/o9", parse(R"({"item":"p","box":[0,0,-1,1]})")}, "error.patch_value"},
             Row{{Op::add, "/objects/o9", parse(R"({"item":"p","box":[0,0,1,1],"x":1})")}, "error.patch_value"},
             Row{{Op::replace, "/objects/o1/box", parse("[0,0,1]")}, "error.patch_value"},
             Row{{Op::replace, "/objects/o1/box", parse("[0,0,1,1e10]")}, "error.patch_value"},
             Row{{Op::replace, "/objects/o1/box", Json::Array{0, 0, 1, std::numeric_limits<double>::quiet_NaN()}},
                 "error.patch_value"},
             Row{{Op::replace, "/objects/o2/span", parse("[9,3]")}, "error.patch_value"},
             Row{{Op::replace, "/objects/o3/text", "a\xFF"}, "error.patch_value"},
             Row{{Op::replace, "/objects/o3/text", 3}, "error.patch_value"},
             Row{{Op::replace, "/objects/o1/item", "../p"}, "error.patch_value"},
             Row{{Op::remove, "/objects/o1/item", {}}, "error.patch_value"},
             Row{{Op::add, "/objects/o1/attributes/n", parse("[1]")}, "error.patch_value"},
             Row{{Op::replace, "/objects/o4/polygon/4", parse("[0,0]")}, "error.patch_target"},
             Row{{Op::add, "/objects/o4/polygon/5", parse("[0,0]")}, "error.patch_target"},
             Row{{Op::replace, "/objects/o4/polygon/01", parse("[0,0]")}, "error.patch_path"},
             Row{{Op::replace, "/objects/o4/polygon/0", parse("[0,0,2]")}, "error.patch_value"},
             Row{{Op::replace, "/objects/o4/polyline/0", parse("[0,0]")}, "error.patch_target"},
             Row{{Op::replace, "/objects/o4/polygon", parse("[[0,0],[1,1]]")}, "error.patch_value"},
             Row{{Op::add, "/objects/o5/keypoints/0", parse("[0,0,2]")}, "error.patch_path"},
             Row{{Op::replace, "/objects/o5/keypoints/0", parse("[0,0,3]")}, "error.patch_value"},
             Row{{Op::replace, "/objects/o6/relation", parse(R"(["o1"])")}, "error.patch_value"},
             Row{{Op::replace, "/objects/o8/mask", parse(R"({"size":[2,3],"counts":"12"})")}, "error.patch_value"},
             Row{{Op::replace, "/objects/o8/mask/0", parse("[1,2]")}, "error.patch_path"},
             Row{{Op::replace, "/items/t1/order", parse(R"(["s1","s1"])")}, "error.patch_value"},
             Row{{Op::add, "/items/t1/rows/r9", parse("{}")}, "error.patch_value"},
             Row{{Op::remove, "/items/t1/rows/r8/none", {}}, "error.patch_target"},
             Row{{Op::replace, "/items/t1/rows/r8/n/x", 1}, "error.patch_path"},
             Row{{Op::replace, "/items/t1/rows", parse("{}")}, "error.patch_path"},
             Row{{Op::add, "/items/new/saved", "yes"}, "error.patch_value"},
             Row{{Op::add, "/items/new/class/mood", 3}, "error.patch_value"},
         }) {
        CAPTURE(change.path);
        Answer answer = sample();
        const Patch patch{{Op::add, "/objects/o7", parse(R"({"item":"p","box":[0,0,1,1]})")},
                          {Op::add, "/objects/o7/label", "cat"},
                          {Op::remove, "/objects/o3/text", {}},
                          change};
        const auto refusal = apply_patch(answer, patch);
        REQUIRE_FALSE(refusal.has_value());
        CHECK(refusal.error().code == code);
        CHECK(refusal.error().where == change.path);
        CHECK(answer == sample());
    }
}

TEST_CASE("patch: files carry add, replace and remove only, and no unknown member") {
    const Patch patch{{Op::add, "/file_name", "x"}, {Op::remove, "/objects/o1", {}}};
    CHECK(dump_json(json_from_patch(patch)) ==
          R"([{"op":"add","path":"/file_name","value":"x"},{"op":"remove","path":"/objects/o1"}])");
    CHECK(patch_from_json(json_from_patch(patch), "f:/patch").value() == patch);
    for (const std::string_view bad :
         {R"({})", R"([1])", R"([{"op":"copy","from":"/file_name","path":"/file_name"}])",
          R"([{"op":"move","from":"/file_name","path":"/file_name"}])",
          R"([{"op":"test","path":"/file_name","value":1}])", R"([{"op":"add","path":"/file_name"}])",
          R"([{"op":"remove","path":"/file_name","value":1}])", R"([{"op":"add","path":3,"value":1}])",
          R"([{"path":"/file_name","value":1}])", R"([{"op":"add","path":"/file_name","value":1,"x":2}])"}) {
        CAPTURE(bad);
        CHECK(patch_from_json(parse(bad), "f").error().code == "error.patch_form");
    }
}

namespace {

// A random change of a random part, often one that cannot be applied.
Change random_change(Rng& rng) {
    const auto pick = [&](std::uint64_t count) { return rng.next() % count; };
    const std::string object = "/objects/o" + std::to_string(pick(6)), item = "/items/i" + std::to_string(pick(3));
    const Op op = static_cast<Op>(pick(3));
    const auto number = [&] { return static_cast<double>(pick(1000)) / 8; };
    const Json box = Json::Array{number(), number(), number(), number()};
    const Json point = Json::Array{number(), number()};
    switch (pick(13)) {
    case 8: return {op, object, Json::Object{{"item", "p"}, {"polygon", Json::Array{point, point, point}}}};
    case 9: return {op, object + "/polygon/" + std::to_string(pick(4)), point};
    case 10: return {op, item + "/attributes/a" + std::to_string(pick(2)), number()};
    case 11: return {op, item + "/rows/r" + std::to_string(pick(2)) + "/c" + std::to_string(pick(2)), number()};
    case 12: return {op, item + "/rows/r" + std::to_string(pick(2)), Json::Object{{"removed", true}}};
    case 0: return {op, object, Json::Object{{"item", "p"}, {"label", "a"}, {"box", box}}};
    case 1: return {op, object, Json::Object{{"item", "p"}, {"span", parse("[1,2]")}, {"text", "t"}}};
    case 2: return {op, object + "/box", box};
    case 3: return {op, object + "/label", "l" + std::to_string(pick(3))};
    case 4: return {op, object + "/attributes/a" + std::to_string(pick(2)), number()};
    case 5: return {op, item + "/class/c" + std::to_string(pick(2)), "o" + std::to_string(pick(2))};
    case 6: return {op, item + "/saved", pick(2) == 0};
    default: return {op, pick(2) ? item : "/file_name", pick(2) ? Json("n") : Json(Json::Object{})};
    }
}

} // namespace

TEST_CASE("patch: random sequences undo to the start, and the difference of any two states joins them") {
    const std::uint64_t seed = make_system_rng()->next();
    CAPTURE(seed);
    const auto rng = make_seeded_rng(seed);
    int applied = 0;
    for (int round = 0; round < 40; ++round) {
        Answer answer;
        std::vector<Answer> states{answer};
        std::vector<Patch> inverses;
        for (int step = 0; step < 60; ++step) {
            Patch patch;
            for (std::uint64_t i = 0; i <= rng->next() % 3; ++i) patch.push_back(random_change(*rng));
            auto inverse = apply_patch(answer, patch);
            if (!inverse) {
                REQUIRE(answer == states.back());
                continue;
            }
            ++applied;
            states.push_back(answer);
            inverses.push_back(std::move(*inverse));
        }
        const Answer& other = states[rng->next() % states.size()];
        Answer joined = answer;
        REQUIRE(apply_patch(joined, patch_between(answer, other)).has_value());
        REQUIRE(joined == other);
        REQUIRE(patch_between(other, other).empty());
        for (std::size_t i = inverses.size(); i-- > 0;) {
            REQUIRE(apply_patch(answer, inverses[i]).has_value());
            REQUIRE(answer == states[i]);
        }
    }
    CHECK(applied > 200);
}

TEST_CASE("patch: one vertex that moves, comes or goes is one short change") {
    const auto difference = [](const std::vector<Vec2>& points) {
        Answer after = sample();
        std::get<Polygon>(after.objects.at("o4").shape).points = points;
        return dump_json(json_from_patch(patch_between(sample(), after)));
    };
    CHECK(difference({{0, 0}, {9, 0}, {9, 8}, {0, 9}}) ==
          R"([{"op":"replace","path":"/objects/o4/polygon/2","value":[9,8]}])");
    CHECK(difference({{0, 0}, {5, 0}, {9, 0}, {9, 9}, {0, 9}}) ==
          R"([{"op":"add","path":"/objects/o4/polygon/1","value":[5,0]}])");
    CHECK(difference({{0, 0}, {9, 0}, {9, 9}}) == R"([{"op":"remove","path":"/objects/o4/polygon/3"}])");
    CHECK(difference({{1, 0}, {8, 0}, {8, 9}, {0, 9}}) ==
          R"([{"op":"replace","path":"/objects/o4/polygon","value":[[1,0],[8,0],[8,9],[0,9]]}])");
}

TEST_CASE("patch: the difference names the smallest member") {
    Answer after = sample();
    std::get<Box>(after.objects.at("o1").shape).x = 7;
    after.objects.at("o3").text.clear();
    after.items.at("d1").saved = false;
    CHECK(dump_json(json_from_patch(patch_between(sample(), after))) ==
          R"([{"op":"replace","path":"/objects/o1/box","value":[7,2,3,4]},)"
          R"({"op":"replace","path":"/objects/o3/text","value":""},)"
          R"({"op":"replace","path":"/items/d1/saved","value":false}])");
}

TEST_CASE("patch: the boundary of two segments moves both, and only while they share it") {
    Answer answer;
    answer.objects["o1"] = {"a1", "speech", {}, Segment{0, 1.5}, "你好"};
    answer.objects["o2"] = {"a1", "speech", {}, Segment{1.5, 4}, ""};
    answer.objects["o3"] = {"a1", "speech", {}, Segment{5, 6}, ""};
    answer.objects["o4"] = {"a2", "speech", {}, Segment{1.5, 4}, ""};
    answer.objects["o5"] = {"a1", "box", {}, Box{}, ""};
    const Answer before = answer;
    const auto undo = apply_patch(answer, boundary_patch("o1", "o2", 2.25));
    REQUIRE(undo.has_value());
    CHECK(std::get<Segment>(answer.objects["o1"].shape) == Segment{0, 2.25});
    CHECK(std::get<Segment>(answer.objects["o2"].shape) == Segment{2.25, 4});
    REQUIRE(apply_patch(answer, *undo).has_value());
    CHECK(answer == before);
    for (const Patch& patch :
         {boundary_patch("o2", "o1", 2), boundary_patch("o1", "o3", 2), boundary_patch("o1", "o4", 2),
          boundary_patch("o1", "o5", 2), boundary_patch("o1", "o9", 2), boundary_patch("o1", "o1", 1),
          boundary_patch("o1", "o2", -1), boundary_patch("o1", "o2", 4.5),
          Patch{{Op::remove, "/objects/o1/boundary/o2", {}}}, Patch{{Op::add, "/objects/o1/boundary/o2", Json(2)}},
          Patch{{Op::replace, "/objects/o1/boundary/o2", "2"}},
          Patch{{Op::replace, "/objects/o1/boundary", Json(2)}}}) {
        CAPTURE(patch[0].path);
        CHECK_FALSE(apply_patch(answer, patch).has_value());
        CHECK(answer == before);
    }
}
