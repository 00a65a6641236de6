// Checks of what happened, tried on the form of the scored pack.
#include <doctest/doctest.h>

#include "tests/support/graded.h"
#include "tests/support/scored_pack.h"

namespace biaokao {
namespace {

using test::grade;
using test::has_sentence;
using test::item_of;

Scorer scorer_with(std::string_view check) {
    test::SmallPack pack = test::scored_pack();
    pack.set("key/form.json:/checks/M1", parse_json(check, "check").value());
    return test::scorer_of(pack);
}

ProcessEvent edit(std::string path, Json value) {
    return {0, "edit", {{Change::Op::add, std::move(path), std::move(value)}}};
}

struct Outcome {
    ItemStatus status;
    ItemScore item;
    [[nodiscard]] bool says(std::string_view code) const { return has_sentence(item, code); }
};

Outcome judged(const Scorer& scorer, const ProcessLog& log) {
    const Answer answer = test::perfect_answer(scorer.pack(), "form");
    const QuestionScore score = grade(scorer, "form", answer, log);
    return {item_of(score, "M1").status, item_of(score, "M1")};
}

constexpr const char* status = "/items/sheet/attributes/status";
constexpr const char* clerk = "/items/sheet/attributes/clerk";

TEST_CASE("events: without a record the item is not graded, and says so") {
    const Scorer scorer = scorer_with(R"({"check": "event", "path": "/items/sheet/attributes/status"})");
    const QuestionScore score = grade(scorer, "form", test::perfect_answer(scorer.pack(), "form"));
    CHECK(item_of(score, "M1").status == ItemStatus::not_graded);
    CHECK(has_sentence(item_of(score, "M1"), "evidence.event.no_log"));
    CHECK_FALSE(score.awarded.has_value());
}

TEST_CASE("events: a change counts with its path and its value") {
    const Scorer scorer =
        scorer_with(R"({"check": "event", "path": "/items/sheet/attributes/status", "value": "down"})");
    CHECK(judged(scorer, {edit(status, "down"), edit(status, "shaky")}).status == ItemStatus::earned);
    CHECK(judged(scorer, {edit(status, "shaky")}).says("evidence.event.missing"));
    CHECK(judged(scorer, {edit(clerk, "down")}).status == ItemStatus::missed);
    CHECK(judged(scorer, {}).status == ItemStatus::missed);
}

TEST_CASE("events: numbers are the same however they were written") {
    const Scorer scorer = scorer_with(R"({"check": "event", "path": "/items/sheet/attributes/mean", "value": 12})");
    CHECK(judged(scorer, {edit("/items/sheet/attributes/mean", 12.0)}).status == ItemStatus::earned);
}

TEST_CASE("events: a star stands for everything below") {
    const Scorer scorer = scorer_with(R"({"check": "event", "path": "/items/sheet/attributes/*"})");
    CHECK(judged(scorer, {edit(status, "down")}).status == ItemStatus::earned);
    CHECK(judged(scorer, {edit("/items/sheet/saved", true)}).status == ItemStatus::missed);
    CHECK(judged(scorer, {edit("/items/plan/attributes/status", "down")}).status == ItemStatus::missed);
}

TEST_CASE("events: an item that was set as a whole sets everything in it, and its removal removes it") {
    const Scorer scorer =
        scorer_with(R"({"check": "event", "path": "/items/sheet/attributes/status", "value": "down"})");
    Json item = parse_json(R"({"attributes": {"status": "down"}})", "item").value();
    CHECK(judged(scorer, {edit("/items/sheet", item)}).status == ItemStatus::earned);
    const Scorer any = scorer_with(R"({"check": "event", "path": "/items/sheet/attributes/status"})");
    CHECK(judged(any, {{0, "undo", {{Change::Op::remove, "/items/sheet", {}}}}}).status == ItemStatus::earned);
}

TEST_CASE("events: a change counts only while the answer is in the state that is asked for") {
    const Scorer scorer = scorer_with(R"({"check": "event", "path": "/items/sheet/attributes/wrong1", "value": true,
        "while": {"path": "/items/sheet/attributes/status", "value": "down"}})");
    const char* mark = "/items/sheet/attributes/wrong1";
    CHECK(judged(scorer, {edit(status, "down"), edit(mark, true)}).status == ItemStatus::earned);
    CHECK(judged(scorer, {edit(mark, true), edit(status, "down")}).says("evidence.event.other_state"));
    CHECK(judged(scorer, {edit(status, "down"), edit(status, "shaky"), edit(mark, true)}).status == ItemStatus::missed);
    // A second time, now in the right state.
    CHECK(judged(scorer, {edit(mark, true), edit(mark, false), edit(status, "down"), edit(mark, true)}).status ==
          ItemStatus::earned);
}

TEST_CASE("events: a record that does not follow from the start cannot be graded where the state matters") {
    const Scorer scorer = scorer_with(R"({"check": "event", "path": "/items/sheet/saved",
        "while": {"path": "/items/sheet/attributes/status", "value": "down"}})");
    const ProcessLog log{{0, "edit", {{Change::Op::remove, clerk, {}}}}, edit("/items/sheet/saved", true)};
    const Outcome outcome = judged(scorer, log);
    CHECK(outcome.status == ItemStatus::not_graded);
    CHECK(outcome.says("evidence.event.broken"));
}

TEST_CASE("events: what comes first is the first of its kind, and both must be there") {
    const Scorer scorer = scorer_with(R"({"check": "event_before", "first": {"path": "/items/sheet/attributes/status"},
        "then": {"path": "/items/sheet/attributes/clerk"}})");
    CHECK(judged(scorer, {edit(status, "down"), edit(clerk, "a")}).status == ItemStatus::earned);
    CHECK(judged(scorer, {edit(clerk, "a"), edit(status, "down")}).says("evidence.event.reversed"));
    CHECK(judged(scorer, {edit(clerk, "a"), edit(status, "down"), edit(clerk, "b")}).status == ItemStatus::missed);
    CHECK(judged(scorer, {edit(status, "down")}).says("evidence.event.missing"));
    CHECK(judged(scorer, {edit(clerk, "a")}).says("evidence.event.missing"));
    // Two changes of one event have an order too.
    ProcessEvent both = edit(status, "down");
    both.changes.push_back(edit(clerk, "a").changes.front());
    CHECK(judged(scorer, {both}).status == ItemStatus::earned);
}

TEST_CASE("events: nothing forbidden happened only counts when something happened") {
    const Scorer scorer =
        scorer_with(R"({"check": "no_event", "path": "/items/sheet/attributes/status", "value": "down"})");
    CHECK(judged(scorer, {edit(status, "shaky")}).status == ItemStatus::earned);
    CHECK(judged(scorer, {edit(status, "down"), edit(status, "shaky")}).says("evidence.event.unwanted"));
    CHECK(judged(scorer, {{0, "open", {}}}).says("evidence.event.nothing"));
    const Scorer after = scorer_with(R"({"check": "no_event", "path": "/items/sheet/attributes/status", "value": "down",
        "after": {"path": "/items/sheet/attributes/clerk"}})");
    CHECK(judged(after, {edit(status, "shaky")}).says("evidence.event.missing"));
    CHECK(judged(after, {edit(status, "shaky"), edit(clerk, "a")}).status == ItemStatus::earned);
}

TEST_CASE("events: sortings offer them too") {
    test::SmallPack pack = test::scored_pack();
    pack.set("key/sorting.json:/checks/M9",
             parse_json(R"({"check": "event", "path": "/items/f1/class/folder", "value": "猫"})", "check").value());
    const Scorer scorer = test::scorer_of(pack);
    const Answer answer = test::perfect_answer(scorer.pack(), "sorting");
    const QuestionScore score = grade(scorer, "sorting", answer, {edit("/items/f1/class/folder", "猫")});
    CHECK(item_of(score, "M9").status == ItemStatus::earned);
}

} // namespace
} // namespace biaokao
