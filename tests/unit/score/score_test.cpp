// The order of scoring, on judgements made up for the purpose: items, deductions, gates.
#include "engine/score/score.h"

#include <doctest/doctest.h>

#include "engine/score/adjust.h"
#include "tests/support/graded.h"

namespace biaokao {
namespace {

struct Line { // one rubric item and what it was judged to be
    double points = 0.5;
    CheckResult::Outcome outcome = CheckResult::Outcome::earned;
    std::string group{};
    std::optional<Gate> gate{};
    double banded = 0;
};

struct Sheet {
    Question question;
    QuestionKey key;
    Judgement judgement;

    explicit Sheet(const std::vector<Line>& lines) {
        question.id = "q";
        for (const Line& line : lines) {
            const std::string id = "M" + std::to_string(question.rubric.size() + 1);
            question.rubric.push_back({id, "5/2.1.2", *half_points_from(line.points), {}});
            question.points += question.rubric.back().points;
            CheckSpec spec;
            spec.item = id;
            spec.group = line.group;
            spec.gate = line.gate;
            key.checks.push_back(spec);
            CheckResult result;
            result.outcome = line.outcome;
            result.banded = *half_points_from(line.banded);
            judgement.checks.push_back(result);
        }
    }
    CheckGroup& group(const std::string& id) { return key.groups[id]; }
    [[nodiscard]] QuestionScore score() const { return score_question(question, key, judgement); }
    [[nodiscard]] std::vector<double> points() const {
        std::vector<double> all;
        for (const ItemScore& item : score().items) all.push_back(number_from_points(item.awarded.value()));
        return all;
    }
};

using Outcome = CheckResult::Outcome;
using Points = std::vector<double>;
const Gate half{0.5, ""}, quarter{0.25, ""};

TEST_CASE("scoring: a capped group earns no more than its cap, first items first") {
    Sheet sheet({{1.0, Outcome::earned, "g"}, {1.0, Outcome::earned, "g"}, {1.0, Outcome::earned, "g"}, {1.0}});
    sheet.group("g") = {.id = "g", .cap = half_points_from(1.5)};
    CHECK(sheet.points() == Points{1.0, 0.5, 0, 1.0});
    sheet.group("g").deduction_check = "extra";
    sheet.group("g").deduction_points = HalfPoints{1};
    sheet.judgement.tally.extra = 1;
    CHECK(sheet.points() == Points{1.0, 0, 0, 1.0});
}

TEST_CASE("scoring: a group with a count of its own is not charged for the others' extras") {
    Sheet sheet({{1.0, Outcome::earned, "a"}, {1.0, Outcome::earned, "b"}});
    for (const char* id : {"a", "b"})
        sheet.group(id) = {.id = id, .deduction_check = "extra", .deduction_points = HalfPoints{1}};
    sheet.judgement.tally_of_group = {{"a", {.extra = 1}}, {"b", {}}};
    CHECK(sheet.points() == Points{0.5, 1.0});
}

TEST_CASE("scoring: a blank answer earns nothing, whatever it did not do wrong") {
    const Sheet sheet({{1.0}, {0.5, Outcome::missed}});
    const QuestionScore score = score_question(sheet.question, sheet.key, sheet.judgement, true);
    CHECK(score.awarded == HalfPoints{});
    CHECK(score.items[0].evidence.back().kind == "blank");
}

TEST_CASE("scoring: items always add up to the total, banded ones included") {
    const Sheet sheet({{1.0}, {1.0, Outcome::banded, "", {}, 0.5}, {0.5, Outcome::missed}});
    const QuestionScore score = sheet.score();
    CHECK(sheet.points() == Points{1.0, 0.5, 0});
    CHECK(score.awarded == HalfPoints{3});
    CHECK(score.items[1].status == ItemStatus::partly);
    CHECK(score.max == HalfPoints{5});
}

TEST_CASE("gates: exactly half of the positive points is enough, half a point less is not") {
    Sheet sheet({{1.0}, {1.0, Outcome::missed}, {0.5, Outcome::earned, "", half}});
    CHECK(sheet.points() == Points{1.0, 0, 0.5});
    sheet.judgement.checks[0] = {
        .outcome = Outcome::banded, .banded = {1}, .nominal = {}, .measured = {}, .evidence = {}};
    CHECK(sheet.points() == Points{0.5, 0, 0});
    const ItemScore item = sheet.score().items[2];
    REQUIRE(item.evidence.size() == 1);
    CHECK(item.evidence[0].kind == "gate");
    CHECK(item.evidence[0].value == "0.5");
}

TEST_CASE("gates: a quarter of an odd number of half points is not rounded") {
    // 3 half points: a quarter is 0.75 of one, so one is enough and none is not.
    Sheet sheet({{0.5}, {0.5, Outcome::missed}, {0.5, Outcome::missed}, {0.5, Outcome::earned, "", quarter}});
    CHECK(sheet.points().back() == 0.5);
    sheet.judgement.checks[0].outcome = Outcome::missed;
    CHECK(sheet.points().back() == 0);
}

TEST_CASE("gates: gated items do not help one another") {
    const Sheet sheet({{1.0, Outcome::missed}, {0.5, Outcome::earned, "", half}, {0.5, Outcome::earned, "", quarter}});
    CHECK(sheet.points() == Points{0, 0, 0});
}

TEST_CASE("gates: a named group replaces the question") {
    const Sheet sheet({{1.0, Outcome::missed, "a"},
                       {1.0, Outcome::earned, "b"},
                       {0.5, Outcome::earned, "", Gate{0.5, "b"}},
                       {0.5, Outcome::earned, "", Gate{0.5, "a"}}});
    CHECK(sheet.points() == Points{0, 1.0, 0.5, 0});
}

TEST_CASE("deductions: taken from the group's last earned items, before the gates, never below nothing") {
    Sheet sheet({{0.5, Outcome::earned, "g"},
                 {0.5, Outcome::earned, "g"},
                 {0.5, Outcome::missed, "g"},
                 {0.5},
                 {0.5, Outcome::earned, "", half}});
    sheet.group("g") = {"g", "extra", 1, {1}, false};
    sheet.judgement.tally.extra = 1;
    CHECK(sheet.points() == Points{0.5, 0.5, 0, 0.5, 0.5}); // the first one is free
    sheet.judgement.tally.extra = 2;
    CHECK(sheet.points() == Points{0.5, 0, 0, 0.5, 0.5}); // 2 of 4 left: the gate still holds
    sheet.judgement.tally.extra = 3;
    CHECK(sheet.points() == Points{0, 0, 0, 0.5, 0}); // 1 of 4: the gate closes
    sheet.judgement.tally.extra = 1000;
    CHECK(sheet.points() == Points{0, 0, 0, 0.5, 0}); // no item of another group pays
    const QuestionScore score = sheet.score();
    CHECK(score.items[1].evidence.back().kind == "deduction");
    CHECK(score.items[1].evidence.back().value == "-0.5");
    CHECK(score.items[2].evidence.empty());
}

TEST_CASE("deductions: a larger item pays in parts") {
    Sheet sheet({{1.5, Outcome::earned, "g"}});
    sheet.group("g") = {"g", "extra", 0, {1}, false};
    sheet.judgement.tally.extra = 2;
    CHECK(sheet.points() == Points{0.5});
    CHECK(sheet.score().items[0].status == ItemStatus::partly);
}

TEST_CASE("flood limit: max(2n, n + 3) objects are allowed, one more voids the group") {
    CHECK(flood_limit(1) == 4);
    CHECK(flood_limit(3) == 6);
    CHECK(flood_limit(6) == 12);
    Sheet sheet({{0.5, Outcome::earned, "g"}, {0.5}});
    sheet.group("g") = {"g", "", 0, {}, true};
    sheet.judgement.tally.references = 6;
    sheet.judgement.tally.objects = 12;
    CHECK(sheet.points() == Points{0.5, 0.5});
    sheet.judgement.tally.objects = 13;
    CHECK(sheet.points() == Points{0, 0.5});
    CHECK(sheet.score().items[0].evidence.back().kind == "flood");
}

TEST_CASE("not graded: a judge that cannot judge leaves no number, never a zero") {
    const Sheet sheet({{0.5}, {0.5}});
    const QuestionScore score = score_question(sheet.question, sheet.key, fail("error.reference_shape", "key/q.json"));
    CHECK_FALSE(score.awarded.has_value());
    for (const ItemScore& item : score.items) {
        CHECK(item.status == ItemStatus::not_graded);
        CHECK_FALSE(item.awarded.has_value());
        CHECK(item.evidence.front().text.code == "error.reference_shape");
    }
}

TEST_CASE("not graded: one item without a number leaves the question without a total") {
    const Sheet sheet({{0.5}, {0.5, Outcome::not_graded}});
    CHECK_FALSE(sheet.score().awarded.has_value());
    CHECK(sheet.score().items[0].awarded == HalfPoints{1});
}

TEST_CASE("not graded: a gate that depends on it stays open, one that holds anyway does not") {
    const Gate half_gate = half;
    const Sheet open({{0.5, Outcome::missed}, {0.5, Outcome::not_graded}, {0.5, Outcome::earned, "", half_gate}});
    CHECK(open.score().items[2].status == ItemStatus::not_graded);
    const Sheet holds({{0.5}, {0.5, Outcome::not_graded}, {0.5, Outcome::earned, "", half_gate}});
    CHECK(holds.score().items[2].awarded == HalfPoints{1});
    const Sheet lost({{1.0, Outcome::missed}, {0.5, Outcome::not_graded}, {0.5, Outcome::earned, "", half_gate}});
    CHECK(lost.score().items[2].awarded == HalfPoints{0});
}

TEST_CASE("pass: 59.5 of 100 fails and 60 passes, in whole half points") {
    test::SmallPack pack;
    const Scorer scorer = test::scorer_of(pack); // 10.0 points, 6.0 pass
    std::map<std::string, Answer> answers;
    for (const char* question : {"boxes", "calls"}) answers[question] = test::perfect_answer(scorer.pack(), question);
    ScoreSheet sheet = scorer.score(answers, {});
    CHECK(sheet.total == HalfPoints{15});
    CHECK(sheet.passed == true);
    answers.erase("calls");
    answers["words"] = test::perfect_answer(scorer.pack(), "words");
    answers["words"].items["d1"].classes.clear(); // 4.0 + 2.0
    sheet = scorer.score(answers, {});
    CHECK(sheet.total == HalfPoints{12});
    CHECK(sheet.passed == true);
    answers["boxes"].items["lane"].saved = false; // 5.5
    sheet = scorer.score(answers, {});
    CHECK(sheet.total == HalfPoints{11});
    CHECK(sheet.passed == false);
}

TEST_CASE("a drill of some questions is measured against their own maximum, its pass mark rounded up") {
    const Scorer scorer = test::scorer_of({});
    const std::vector<std::string> only{"calls"};
    const ScoreSheet sheet =
        scorer.score({{"calls", test::perfect_answer(scorer.pack(), "calls")}}, {"王芳", "0012"}, only);
    CHECK(sheet.questions.size() == 1);
    CHECK(sheet.max == HalfPoints{7});
    CHECK(sheet.pass_mark == HalfPoints{5}); // 60 % of 3.5 is 2.1: 2.5
    CHECK(sheet.total == HalfPoints{7});
    CHECK(sheet.candidate.ticket == "0012");
}

TEST_CASE("samples: a pack proves itself, and each wrong expectation is a problem at its item") {
    test::SmallPack pack;
    Problems problems;
    verify_samples(test::scorer_of(pack), problems);
    CHECK(problems.empty());
    pack.set("key/samples/perfect.json:/expect/boxes/M2", 0.5);
    verify_samples(test::scorer_of(pack), problems);
    REQUIRE(problems.errors.size() == 1);
    CHECK(problems.errors[0].code == "error.sample_points");
    CHECK(problems.errors[0].where == "key/samples/perfect.json:/expect/boxes/M2");
}

} // namespace
} // namespace biaokao
