#include <doctest/doctest.h>

#include "tests/support/graded.h"
#include "tests/support/scored_pack.h"

namespace biaokao {
namespace {

using test::grade;
using test::has_sentence;
using test::item_of;
using test::points_of;

struct Form {
    Scorer scorer;
    Answer answer;
    explicit Form(const test::SmallPack& pack = test::scored_pack())
        : scorer(test::scorer_of(pack)), answer(test::perfect_answer(scorer.pack(), "form")) {}

    AttributeValue& field(const std::string& id) { return answer.items.at("sheet").attributes[id]; }
    std::vector<std::string>& order() { return answer.items.at("plan").order; }
    [[nodiscard]] QuestionScore score() const { return grade(scorer, "form", answer); }
    [[nodiscard]] double points(std::string_view item) const { return points_of(score(), item); }
    [[nodiscard]] bool says(std::string_view item, std::string_view code) const {
        return has_sentence(item_of(score(), item), code);
    }
};

// The pack with other settings for one item: `check` replaces it.
test::SmallPack with_check(const char* item, std::string_view check) {
    test::SmallPack pack = test::scored_pack();
    pack.set(std::string("key/form.json:/checks/") + item, parse_json(check, "check").value());
    return pack;
}

// The one problem of a key, "code place".
std::string problem_of(const char* item, std::string_view check) {
    const Problems problems = test::key_problems(with_check(item, check));
    if (problems.errors.size() != 1) return std::to_string(problems.errors.size()) + " problems";
    return problems.errors[0].code + " " + problems.errors[0].where.substr(sizeof("key/form.json:/checks/") - 1);
}

TEST_CASE("form: a number in a text field is read strictly, however right it looks") {
    Form form;
    for (const char* right : {"128", "128.0", "0128", "+128"}) {
        CAPTURE(right);
        form.field("calls") = std::string(right);
        CHECK(form.points("M1") == 0.5);
    }
    for (const char* wrong : {"128a", " 128", "1.28e2", "１２８", "一百二十八", "128,0"}) {
        CAPTURE(wrong);
        form.field("calls") = std::string(wrong);
        CHECK(form.points("M1") == 0);
        CHECK(form.says("M1", "evidence.number.no_number"));
    }
    form.field("calls") = std::string();
    CHECK(form.says("M1", "evidence.number.unset"));
    form.field("calls") = std::string("129");
    CHECK(form.says("M1", "evidence.number.wrong"));
}

TEST_CASE("form: a tolerance is met at exactly its limit, on both sides of the reference") {
    Form form(with_check("M1", R"({"check": "number", "target": "sheet", "field": "load", "tolerance": 0.01})"));
    for (const char* right : {"0.74", "0.76", "0.75"}) {
        form.field("load") = std::string(right);
        CHECK(form.points("M1") == 0.5);
    }
    for (const char* wrong : {"0.7399", "0.7601"}) {
        form.field("load") = std::string(wrong);
        CHECK(form.points("M1") == 0);
    }
}

TEST_CASE("form: whole numbers beyond 2^53 are told apart") {
    test::SmallPack pack = test::scored_pack();
    pack.set("key/form.json:/reference/items/sheet/attributes/calls", "9007199254740993");
    Form form(pack);
    CHECK(form.points("M1") == 0.5);
    form.field("calls") = std::string("9007199254740992");
    CHECK(form.points("M1") == 0);
}

TEST_CASE("form: bands of a number are differences from the reference") {
    Form form;
    for (const auto& [value, points] : {std::pair(12.51, 1.0), {12.49, 1.0}, {12.52, 0.5}, {12.4, 0.5}, {12.61, 0.0}}) {
        CAPTURE(value);
        form.field("mean") = value;
        CHECK(form.points("M2") == points);
    }
}

TEST_CASE("form: a choice must be the reference's; none is no choice") {
    Form form;
    form.field("status") = std::string("normal");
    CHECK(form.points("M3") == 0);
    CHECK(form.says("M3", "evidence.field.wrong"));
    form.answer.items.at("sheet").attributes.erase("status");
    CHECK(form.points("M3") == 0);
    CHECK(form.says("M3", "evidence.field.unset"));
}

TEST_CASE("form: a text may be one of several, normalised where the key says so") {
    Form form;
    for (const char* right : {"Wang Fang", "wangfang", "ＷＡＮＧ ＦＡＮＧ。", "王 芳"}) {
        CAPTURE(right);
        form.field("clerk") = std::string(right);
        CHECK(form.points("M4") == 0.5);
    }
    form.field("clerk") = std::string("王方");
    CHECK(form.points("M4") == 0);
    Form exact(with_check("M4", R"({"check": "field", "target": "sheet", "field": "clerk"})"));
    exact.field("clerk") = std::string("王 芳");
    CHECK(exact.points("M4") == 0);
}

TEST_CASE("form: a range takes its ends, for numbers and for texts that hold one") {
    Form text(with_check("M4", R"({"check": "field", "target": "sheet", "field": "load", "min": 0.7, "max": 0.8})"));
    for (const auto& [value, points] :
         {std::pair("0.7", 0.5), {"0.8", 0.5}, {"0.69", 0.0}, {"0.81", 0.0}, {"x", 0.0}}) {
        text.field("load") = std::string(value);
        CHECK(text.points("M4") == points);
    }
    Form number(with_check("M4", R"({"check": "field", "target": "sheet", "field": "mean", "min": 12.5})"));
    number.field("mean") = 12.4;
    CHECK(number.points("M4") == 0);
    number.field("mean") = 1000.0;
    CHECK(number.points("M4") == 0.5);
}

TEST_CASE("form: several fields earn one item only together") {
    Form form(with_check("M3", R"({"check": "fields", "target": "sheet", "fields": ["status", "clerk"]})"));
    CHECK(form.points("M3") == 0.5);
    form.field("clerk") = std::string("李明");
    CHECK(form.points("M3") == 0);
    CHECK(form.says("M3", "evidence.field.right"));
    CHECK(form.says("M3", "evidence.field.wrong"));
}

TEST_CASE("form: a step must stand before the other; a reversed or an absent one earns nothing") {
    Form form;
    form.order() = {"stop", "check", "run", "start"};
    CHECK(form.points("M5") == 0.5);
    CHECK(form.points("M6") == 0);
    CHECK(form.says("M6", "evidence.order.reversed"));
    form.order() = {"check", "run", "stop"};
    CHECK(form.points("M5") == 0);
    CHECK(form.says("M5", "evidence.order.absent"));
    CHECK(form.points("M6") == 0.5);
    form.answer.items.erase("plan");
    CHECK(form.points("M6") == 0);
}

TEST_CASE("form: each false mark costs one, so that marking everything earns nothing") {
    Form form;
    form.field("wrong2") = true;
    CHECK(form.points("M7") + form.points("M8") == 0.5);
    form.field("wrong4") = true;
    CHECK(form.points("M7") + form.points("M8") == 0);
    form.field("wrong4") = false; // unticked again
    CHECK(form.points("M7") + form.points("M8") == 0.5);
    form.field("wrong2") = false;
    form.field("wrong1") = false;
    CHECK(form.points("M7") == 0);
    CHECK(form.points("M8") == 0.5);
}

TEST_CASE("form: a checkbox that another check asks for is no false mark") {
    test::SmallPack pack = with_check("M3", R"({"check": "field", "target": "sheet", "field": "wrong2"})");
    pack.set("key/form.json:/reference/items/sheet/attributes/wrong2", false);
    Form form(pack);
    form.field("wrong2") = true;
    CHECK(form.points("M3") == 0);
    CHECK(form.points("M7") + form.points("M8") == 1.0);
}

TEST_CASE("form: junk stays low: one text in every cell, everything ticked, steps in the order of the list backwards") {
    Form form;
    for (const char* cell : {"calls", "clerk", "load"}) form.field(cell) = std::string("1");
    form.field("mean") = 1.0;
    form.field("status") = std::string("normal");
    for (const char* mark : {"wrong1", "wrong2", "wrong3", "wrong4"}) form.field(mark) = true;
    form.order() = {"stop", "run", "start", "check"};
    CHECK(form.score().awarded == HalfPoints{});
}

TEST_CASE("form: what a key gets wrong is told at its place") {
    CHECK(problem_of("M1", R"({"check": "number", "target": "sheet", "field": "clerk"})") ==
          "error.reference_number M1/field");
    CHECK(problem_of("M1", R"({"check": "number", "target": "sheet", "field": "nothing"})") ==
          "error.field_unknown M1/field");
    CHECK(problem_of("M1", R"({"check": "number", "target": "plan", "field": "calls"})") ==
          "error.check_reference_field M1/field");
    CHECK(problem_of("M1", R"({"check": "number", "field": "calls"})") == "error.check_target_item M1/target");
    CHECK(problem_of("M1", R"({"check": "number", "target": "sheet"})") == "error.json_missing M1/field");
    CHECK(problem_of("M1", R"({"check": "number", "target": "sheet", "field": "calls", "tolerance": -1})") ==
          "error.json_range M1/tolerance");
    CHECK(problem_of("M2", R"({"check": "field", "target": "sheet", "field": "mean",
                               "bands": [{"limit": 1, "points": 1.0}]})") == "error.check_no_bands M2/bands");
    CHECK(problem_of("M3", R"({"check": "field", "target": "sheet", "field": "status", "any_of": ["broken"]})") ==
          "error.answer_attribute_value M3/any_of/0");
    CHECK(problem_of("M3", R"({"check": "field", "target": "sheet", "field": "status", "any_of": ["normal"]})") ==
          "error.reference_value M3/any_of");
    CHECK(problem_of("M3", R"({"check": "field", "target": "sheet", "field": "mean", "min": 20})") ==
          "error.reference_value M3/min");
    CHECK(problem_of("M3", R"({"check": "field", "target": "sheet", "field": "status", "normalise": true})") ==
          "error.field_normalise M3/normalise");
    CHECK(problem_of("M5", R"({"check": "before", "target": "plan", "first": "start", "then": "check"})") ==
          "error.reference_order M5/first");
    CHECK(problem_of("M5", R"({"check": "before", "target": "plan", "first": "start", "then": "fly"})") ==
          "error.step_unknown M5/then");
    CHECK(problem_of("M7", R"({"check": "marked", "target": "sheet", "field": "wrong2", "group": "wrong"})") ==
          "error.check_reference_field M7/field");
    CHECK(problem_of("M7", R"({"check": "marked", "target": "sheet", "field": "calls", "group": "wrong"})") ==
          "error.reference_mark M7/field");
    CHECK(problem_of("M9", R"({"check": "event", "path": "/items/nowhere/saved"})") == "error.event_path M9/path");
    CHECK(problem_of("M9", R"({"check": "event", "path": "items/sheet/saved"})") == "error.event_path M9/path");
    CHECK(problem_of("M9", R"({"check": "event_before", "first": {"path": "/items/sheet/saved"}})") ==
          "error.json_missing M9/then");
    CHECK(problem_of("M9", R"({"check": "event", "path": "/items/sheet/saved",
                               "while": {"path": "/items/sheet/*", "value": 1}})") ==
          "error.event_state_path M9/while/path");
}

TEST_CASE("form: a deduction needs checks that count") {
    test::SmallPack pack =
        with_check("M7", R"({"check": "field", "target": "sheet", "field": "wrong1", "group": "wrong"})");
    pack.set("key/form.json:/checks/M8",
             parse_json(R"({"check": "field", "target": "sheet", "field": "wrong3", "group": "wrong"})", "x").value());
    const Problems problems = test::key_problems(pack);
    REQUIRE(problems.errors.size() == 1);
    CHECK(problems.errors[0].code == "error.group_counts_nothing");
    CHECK(problems.errors[0].where == "key/form.json:/groups/wrong");
}

} // namespace
} // namespace biaokao
