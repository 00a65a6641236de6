// What every grader must keep, whatever it judges: the table of graders picks a new row up by itself.
#include "graders/graders.h"

#include <array>
#include <set>

#include <doctest/doctest.h>

#include "tests/support/graded.h"
#include "tests/support/scored_pack.h"

namespace biaokao {
namespace {

using test::grade;
using test::perfect_answer;

std::array<test::SmallPack, 2> both_packs() { return {test::SmallPack(), test::scored_pack()}; }

// Calls `check(scorer, question, perfect answer)` for every question of both packs.
template <class Check>
void for_each_question(const Check& check) {
    for (const test::SmallPack& pack : both_packs()) {
        const Scorer scorer = test::scorer_of(pack);
        for (const Question& question : scorer.pack().questions) {
            CAPTURE(question.id);
            check(scorer, question, perfect_answer(scorer.pack(), question.id));
        }
    }
}

TEST_CASE("every grader is tried by a question of the small or the scored pack, and ids are unique") {
    std::set<std::string, std::less<>> ids, used;
    for (const test::SmallPack& one : both_packs()) {
        const auto pack = one.load();
        for (const Question& question : pack->questions) used.insert(question.grader);
    }
    for (const Grader& grader : all_graders()) {
        CAPTURE(grader.id);
        CHECK(ids.emplace(grader.id).second);
        CHECK(used.contains(grader.id));
        CHECK_FALSE(grader.checks.empty());
    }
}

TEST_CASE("an untouched answer earns exactly nothing") {
    for_each_question([&](const Scorer& scorer, const Question& question, const Answer&) {
        const QuestionScore score = grade(scorer, question.id, {});
        CHECK(score.awarded == HalfPoints{});
        for (const ItemScore& item : score.items) CHECK(item.status == ItemStatus::missed);
    });
}

TEST_CASE("the reference earns everything, and every item says why") {
    for_each_question([&](const Scorer& scorer, const Question& question, const Answer& perfect) {
        const QuestionScore score = grade(scorer, question.id, perfect);
        CHECK(score.awarded == question.points);
        for (const ItemScore& item : score.items) {
            CAPTURE(item.id);
            CHECK(item.status == ItemStatus::earned);
            CHECK_FALSE(item.evidence.empty());
            CHECK_FALSE(item.nominal.code.empty());
            CHECK_FALSE(item.measured.code.empty());
        }
    });
}

TEST_CASE("the order of drawing changes nothing") {
    for_each_question([&](const Scorer& scorer, const Question& question, const Answer& perfect) {
        Answer reversed = perfect;
        reversed.objects.clear();
        int number = 100;
        for (const auto& [id, object] : perfect.objects) reversed.objects["o" + std::to_string(number--)] = object;
        CHECK(grade(scorer, question.id, reversed).awarded == question.points);
    });
}

TEST_CASE("equal shapes with different content are judged alike in whatever order they were drawn") {
    // The one with the lower id won, so that the mark depended on the order of drawing.
    const Scorer scorer = test::scorer_of({});
    Answer one = perfect_answer(scorer.pack(), "boxes"), other = one;
    Object green = one.objects.at("o2");
    green.attributes["lamp"] = std::string("green");
    one.objects["o3"] = green;
    other.objects["o3"] = other.objects.at("o2");
    other.objects["o2"] = green;
    const QuestionScore a = grade(scorer, "boxes", one), b = grade(scorer, "boxes", other);
    for (std::size_t i = 0; i < a.items.size(); ++i) CHECK(a.items[i].awarded == b.items[i].awarded);
}

TEST_CASE("drawing everything twice earns no more and loses the item of nothing superfluous") {
    for_each_question([&](const Scorer& scorer, const Question& question, const Answer& perfect) {
        if (perfect.objects.empty()) return;
        Answer twice = perfect;
        for (const auto& [id, object] : perfect.objects) twice.objects["x" + id] = object;
        const QuestionScore score = grade(scorer, question.id, twice);
        CHECK(*score.awarded < question.points);
        const QuestionKey& key = *scorer.pack().find_key(question.id);
        for (std::size_t i = 0; i < key.checks.size(); ++i) {
            if (key.checks[i].check == "no_extra") CHECK(score.items[i].awarded == HalfPoints{});
        }
    });
}

TEST_CASE("objects of a foreign shape, item or label count as superfluous and never as anything else") {
    const Shape shapes[] = {Box{1, 1, 5, 5}, Span{0, 2}, Segment{0.2, 1.0}};
    for_each_question([&](const Scorer& scorer, const Question& question, const Answer&) {
        for (const Shape& shape : shapes) {
            Answer strange;
            Object object;
            object.item = "nowhere";
            object.label = "no such label";
            object.shape = shape;
            strange.objects["o1"] = object;
            object.item = question.items.back().id;
            strange.objects["o2"] = object;
            const QuestionScore score = grade(scorer, question.id, strange);
            CHECK(score.awarded == HalfPoints{});
            if (question.labels.objects.empty()) continue; // nothing is drawn: there is nothing superfluous either
            std::size_t extra = 0;
            for (const ObjectVerdict& verdict : score.verdicts) extra += verdict.reference.empty();
            CHECK(extra >= 1);
        }
    });
}

TEST_CASE("a check that the grader does not have, or a setting that it does not know, is a problem at its place") {
    for (const test::SmallPack& sound : both_packs()) {
        const auto loaded = sound.load();
        for (const Question& question : loaded->questions) {
            CAPTURE(question.id);
            const std::string check = "key/" + question.id + ".json:/checks/M1";
            test::SmallPack pack = sound;
            pack.set(check + "/check", "magic");
            Problems problems = test::key_problems(pack);
            REQUIRE(problems.errors.size() == 1);
            CHECK(problems.errors[0].code == "error.check_unknown");
            CHECK(problems.errors[0].where == check + "/check");

            test::SmallPack slip = sound;
            slip.set(check + "/toleranse", 5);
            problems = test::key_problems(slip);
            REQUIRE(problems.errors.size() == 1);
            CHECK(problems.errors[0].code == "error.json_unknown_key");
            CHECK(problems.errors[0].where == check + "/toleranse");
        }
    }
}

} // namespace
} // namespace biaokao
