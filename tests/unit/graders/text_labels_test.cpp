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

// A relation from the person to the place of the sentence (M3).
test::SmallPack pack_with_relation() {
    test::SmallPack pack;
    pack.set("questions/words.json:/labels/objects/-",
             Json::Object{{"id", "lives"},
                          {"title", Json::Object{{"zh", "去往"}, {"en", "Goes to"}}},
                          {"color", "#009e73"},
                          {"shape", "relation"}});
    pack.set("questions/words.json:/labels/groups/1/objects/-", "lives");
    pack.set("key/words.json:/reference/objects/r4",
             Json::Object{{"item", "d2"}, {"label", "lives"}, {"relation", Json::Array{"r1", "r2"}}});
    pack.set("key/words.json:/checks/M3", Json::Object{{"check", "relation"}, {"target", "r4"}, {"group", "spans"}});
    for (const char* sample : {"key/samples/perfect.json"}) pack.remove(sample);
    return pack;
}

TEST_CASE("text_labels: a relation needs its ends, its label and its direction; each slip is named") {
    Words words(pack_with_relation());
    Object& relation = words.answer.objects.at("o4");
    CHECK(points_of(words.score(), "M3") == 0.5);
    CHECK(has_sentence(item_of(words.score(), "M3"), "evidence.relation.right"));
    CHECK(words.score().awarded == HalfPoints{5});

    relation.shape = Relation{"o2", "o1"};
    CHECK(points_of(words.score(), "M3") == 0);
    CHECK(has_sentence(item_of(words.score(), "M3"), "evidence.relation.reversed"));
    relation.shape = Relation{"o1", "o2"};
    relation.label = "";
    CHECK(has_sentence(item_of(words.score(), "M3"), "evidence.relation.wrong_label"));
    CHECK(points_of(words.score(), "M4") == 0.5); // one mistake, not "missing plus extra"
    words.answer.objects.erase("o4");
    CHECK(has_sentence(item_of(words.score(), "M3"), "evidence.relation.missing"));
}

TEST_CASE("text_labels: relations are compared by the bounds of their ends, not by ids") {
    Words words(pack_with_relation());
    words.answer.objects["o9"] = words.answer.objects.at("o1");
    words.answer.objects.erase("o1");
    words.answer.objects.at("o4").shape = Relation{"o9", "o2"};
    CHECK(points_of(words.score(), "M3") == 0.5);
    words.answer.objects.at("o4").shape = Relation{"o77", "o2"}; // no such end
    CHECK(points_of(words.score(), "M3") == 0);
    CHECK(points_of(words.score(), "M4") == 0);
}

TEST_CASE("text_labels: the second of two equal relations is superfluous") {
    Words words(pack_with_relation());
    words.answer.objects["o8"] = words.answer.objects.at("o4");
    CHECK(points_of(words.score(), "M3") == 0.5);
    CHECK(points_of(words.score(), "M4") == 0);
}

TEST_CASE("text_labels: a symmetric relation has no direction, a strict one looks at the labels of its ends") {
    test::SmallPack pack = pack_with_relation();
    pack.set("key/words.json:/matching", Json::Object{{"symmetric", Json::Array{"lives"}}});
    Words words(pack);
    words.answer.objects.at("o4").shape = Relation{"o2", "o1"};
    CHECK(points_of(words.score(), "M3") == 0.5);

    pack.set("key/words.json:/checks/M3/strict", true);
    Words strict(pack);
    CHECK(points_of(strict.score(), "M3") == 0.5);
    strict.answer.objects.at("o2").label = "PER";
    CHECK(points_of(strict.score(), "M3") == 0);
    CHECK(has_sentence(item_of(strict.score(), "M3"), "evidence.relation.wrong_ends"));
}

TEST_CASE("text_labels: a reference relation needs two spans of its document") {
    test::SmallPack pack = pack_with_relation();
    pack.set("key/words.json:/reference/objects/r4/relation", Json::Array{"r1", "r3"}); // r3 stands in d3
    const Problems problems = test::key_problems(pack);
    REQUIRE(problems.errors.size() == 1);
    CHECK(problems.errors[0].code == "error.reference_shape");
    CHECK(problems.errors[0].where == "key/words.json:/reference/objects/r4");
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
