#include <doctest/doctest.h>

#include "tests/support/graded.h"

namespace biaokao {
namespace {

using test::grade;
using test::has_sentence;
using test::item_of;
using test::points_of;

struct Words {
    Scorer scorer;
    Answer answer;
    explicit Words(const test::SmallPack& pack = {})
        : scorer(test::scorer_of(pack)), answer(test::perfect_answer(scorer.pack(), "words")) {}

    Span& place() { return std::get<Span>(answer.objects.at("o3").shape); } // r3 LOC [3, 6] in d3
    QuestionScore score() { return grade(scorer, "words", answer); }
};

TEST_CASE("text_labels: a class that was not chosen is missed, not equal to nothing") {
    Words words;
    words.answer.items.at("d1").classes.clear();
    const QuestionScore score = words.score();
    CHECK(points_of(score, "M1") == 0);
    CHECK(has_sentence(item_of(score, "M1"), "evidence.class_unset"));
    words.answer.items.at("d1").classes["mood"] = "bad";
    CHECK(has_sentence(item_of(words.score(), "M1"), "evidence.class_wrong"));
}

TEST_CASE("text_labels: start, end and label must be exact; each slip is named as what it is") {
    Words words;
    words.place() = {3, 7};
    CHECK(points_of(words.score(), "M3") == 0);
    CHECK(has_sentence(item_of(words.score(), "M3"), "evidence.span.wrong_bounds"));
    words.place() = {3, 6};
    words.answer.objects.at("o3").label = "PER";
    CHECK(points_of(words.score(), "M3") == 0);
    CHECK(has_sentence(item_of(words.score(), "M3"), "evidence.span.wrong_label"));
    CHECK(points_of(words.score(), "M4") == 0.5); // one mistake, not two
    words.answer.objects.erase("o3");
    CHECK(has_sentence(item_of(words.score(), "M3"), "evidence.span.missing"));
}

TEST_CASE("text_labels: with overlap_min a partial span counts from exactly that share on, and is not superfluous") {
    test::SmallPack pack;
    pack.set("key/words.json:/checks/M3/overlap_min", 0.75);
    Words words(pack);
    words.place() = {3, 7}; // 3 of 4
    CHECK(points_of(words.score(), "M3") == 0.5);
    CHECK(points_of(words.score(), "M4") == 0.5);
    words.place() = {3, 8};
    CHECK(points_of(words.score(), "M3") == 0);
    CHECK(points_of(words.score(), "M4") == 0);
}

TEST_CASE("text_labels: one span over the whole document finds nothing and is superfluous") {
    Words words;
    words.place() = {0, 12};
    const QuestionScore score = words.score();
    CHECK(points_of(score, "M3") == 0);
    CHECK(points_of(score, "M4") == 0);
}

TEST_CASE("text_labels: no span drawn does not earn the item of nothing superfluous") {
    // "Nothing wrongly marked" was true of an untouched sheet.
    Words words;
    words.answer.objects.clear();
    CHECK(points_of(words.score(), "M4") == 0);
    CHECK(has_sentence(item_of(words.score(), "M4"), "evidence.nothing_drawn"));
}

TEST_CASE("text_labels: a class check needs the reference's option") {
    test::SmallPack pack;
    pack.erase("key/words.json:/reference/items/d1/class");
    const Problems problems = test::key_problems(pack);
    REQUIRE(problems.errors.size() == 1);
    CHECK(problems.errors[0].code == "error.check_reference_class");
    CHECK(problems.errors[0].where == "key/words.json:/checks/M1/class");
}

} // namespace
} // namespace biaokao
