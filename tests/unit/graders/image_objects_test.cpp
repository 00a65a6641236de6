#include <doctest/doctest.h>

#include "tests/support/graded.h"

namespace biaokao {
namespace {

using test::grade;
using test::has_sentence;
using test::item_of;
using test::points_of;

struct Boxes {
    Scorer scorer = test::scorer_of({});
    Answer answer = test::perfect_answer(scorer.pack(), "boxes"); // r1 person [100, 120, 80, 200], r2 light

    Box& person() { return std::get<Box>(answer.objects.at("o1").shape); }
    QuestionScore score() { return grade(scorer, "boxes", answer); }
    void add(const std::string& id, const std::string& item, const std::string& label, Box box) {
        Object object;
        object.item = item;
        object.label = label;
        object.shape = box;
        answer.objects[id] = object;
    }
};

TEST_CASE("image_objects: IoU exactly at the limit counts, a pixel less does not") {
    Boxes boxes;
    boxes.person() = {100, 120, 80, 100}; // half of the reference: IoU 0.5
    CHECK(points_of(boxes.score(), "M1") == 0.5);
    boxes.person() = {100, 120, 80, 99};
    const QuestionScore score = boxes.score();
    CHECK(points_of(score, "M1") == 0);
    CHECK(has_sentence(item_of(score, "M1"), "evidence.box.near"));
    CHECK_FALSE(has_sentence(item_of(score, "M1"), "evidence.box.missing"));
}

TEST_CASE("image_objects: a value that misses the limit is never shown as if it met it") {
    Boxes boxes;
    boxes.person() = {100, 120, 80, 99.92}; // 0.4996
    const ItemScore item = item_of(boxes.score(), "M1");
    CHECK(item.evidence.front().value == "0.4996");
    CHECK(item.evidence.front().need == "≥ 0.50");
}

TEST_CASE("image_objects: tight by IoU, by edges, by a band, or not at all") {
    Boxes boxes;
    boxes.person() = {102, 118, 80, 200}; // every edge off by 2 px: allowed
    CHECK(points_of(boxes.score(), "M2") == 1.0);
    boxes.person() = {100, 120, 80, 180}; // IoU 0.9 exactly
    CHECK(points_of(boxes.score(), "M2") == 1.0);
    boxes.person() = {100, 120, 80, 150}; // IoU 0.75 exactly: the band
    CHECK(points_of(boxes.score(), "M2") == 0.5);
    CHECK(item_of(boxes.score(), "M2").status == ItemStatus::partly);
    boxes.person() = {100, 120, 80, 149};
    CHECK(points_of(boxes.score(), "M2") == 0);
}

TEST_CASE("image_objects: a share of the longer side is taken from the picture's header") {
    test::SmallPack pack;
    pack.set("key/boxes.json:/checks/M2/edge_share_max", 0.01); // 640 px wide: 6.4 px
    const Scorer scorer = test::scorer_of(pack);
    Answer answer = test::perfect_answer(scorer.pack(), "boxes");
    std::get<Box>(answer.objects.at("o1").shape) = {106, 120, 68, 200}; // 6 px inside on both sides, IoU 0.85
    CHECK(points_of(grade(scorer, "boxes", answer), "M2") == 1.0);
    std::get<Box>(answer.objects.at("o1").shape) = {107, 120, 66, 200};
    CHECK(points_of(grade(scorer, "boxes", answer), "M2") == 0.5);
}

TEST_CASE("image_objects: a wrong label on a good box loses the label only") {
    // Counted as missed and extra at once, one slip cost four items.
    Boxes boxes;
    boxes.answer.objects.at("o1").label = "light";
    const QuestionScore score = boxes.score();
    CHECK(points_of(score, "M1") == 0.5);
    CHECK(points_of(score, "M2") == 1.0);
    CHECK(points_of(score, "M3") == 0);
    CHECK(points_of(score, "M6") == 0.5);
    CHECK(has_sentence(item_of(score, "M3"), "evidence.label_wrong"));
    bool wrong_label = false;
    for (const ObjectVerdict& verdict : score.verdicts) wrong_label |= verdict.verdict == Verdict::wrong_label;
    CHECK(wrong_label);
}

TEST_CASE("image_objects: an attribute that was never set is wrong, not equal to nothing") {
    Boxes boxes;
    boxes.answer.objects.at("o2").attributes.clear();
    CHECK(points_of(boxes.score(), "M5") == 0);
    boxes.answer.objects.at("o2").attributes["lamp"] = std::string("green");
    CHECK(points_of(boxes.score(), "M5") == 0);
}

TEST_CASE("image_objects: one box for two objects finds one of them") {
    Boxes boxes;
    boxes.answer.objects.erase("o2");
    const QuestionScore score = boxes.score();
    CHECK(points_of(score, "M1") == 0.5);
    CHECK(points_of(score, "M4") == 0);
    CHECK(has_sentence(item_of(score, "M4"), "evidence.box.missing"));
}

TEST_CASE("image_objects: a box inside an ignore region has no effect, outside it is superfluous") {
    Boxes boxes;
    boxes.add("o3", "lane", "person", {10, 10, 30, 20});
    CHECK(boxes.score().awarded == HalfPoints{8});
    boxes.add("o3", "lane", "person", {25, 10, 30, 20}); // half of it inside: still excused
    CHECK(boxes.score().awarded == HalfPoints{8});
    boxes.add("o3", "lane", "person", {26, 10, 30, 20});
    CHECK(points_of(boxes.score(), "M6") == 0);
}

TEST_CASE("image_objects: the same place in another picture is not a match") {
    Boxes boxes;
    boxes.answer.objects.at("o1").item = "lane";
    CHECK(points_of(boxes.score(), "M1") == 0);
}

TEST_CASE("image_objects: saving counts for every picture, and the name must be exactly as told") {
    Boxes boxes;
    boxes.answer.items["lane"].saved = false;
    CHECK(points_of(boxes.score(), "M7") == 0);
    boxes.answer.items["lane"].saved = true;
    boxes.answer.file_name = "Yard_01";
    const QuestionScore score = boxes.score();
    CHECK(points_of(score, "M7") == 0);
    CHECK(has_sentence(item_of(score, "M7"), "evidence.name_wrong"));
}

TEST_CASE("image_objects: a hundred extra boxes leave twenty sentences and one that counts the rest") {
    Boxes boxes;
    for (int i = 0; i < 100; ++i) boxes.add("x" + std::to_string(i), "lane", "person", {100.0 + i, 50, 5, 5});
    const ItemScore item = item_of(boxes.score(), "M6");
    CHECK(item.evidence.size() == 21);
    CHECK(has_sentence(item, "evidence.extra_more"));
}

TEST_CASE("image_objects: a key whose reference lacks the attribute that it checks is refused") {
    test::SmallPack pack;
    pack.set("key/boxes.json:/checks/M5/attributes/0", "remark");
    const Problems problems = test::key_problems(pack);
    REQUIRE(problems.errors.size() == 1);
    CHECK(problems.errors[0].code == "error.check_reference_attribute");
    CHECK(problems.errors[0].where == "key/boxes.json:/checks/M5/attributes");
}

TEST_CASE("image_objects: the class of a picture is right, wrong or not chosen, and the reference has one") {
    test::SmallPack pack;
    pack.set("questions/boxes.json:/labels/classes", parse_json(R"([{"id": "weather",
        "title": {"zh": "天气", "en": "Weather"}, "options": [{"id": "rain", "title": {"zh": "雨", "en": "Rain"}},
        {"id": "sun", "title": {"zh": "晴", "en": "Sun"}}]}])",
                                                                "classes")
                                                         .value());
    pack.set("key/boxes.json:/reference/items/yard/class", parse_json(R"({"weather": "rain"})", "class").value());
    pack.set("key/boxes.json:/checks/M3",
             parse_json(R"({"check": "class", "target": "yard", "class": "weather"})", "check").value());
    const Scorer scorer = test::scorer_of(pack);
    Answer answer = test::perfect_answer(scorer.pack(), "boxes");
    CHECK(points_of(grade(scorer, "boxes", answer), "M3") == 0.5);
    answer.items["yard"].classes["weather"] = "sun";
    CHECK(has_sentence(item_of(grade(scorer, "boxes", answer), "M3"), "evidence.class_wrong"));
    answer.items["yard"].classes.clear();
    CHECK(has_sentence(item_of(grade(scorer, "boxes", answer), "M3"), "evidence.class_unset"));

    pack.set("key/boxes.json:/checks/M3/target", "lane"); // without a class in the reference
    const Problems problems = test::key_problems(pack);
    REQUIRE(problems.errors.size() == 1);
    CHECK(problems.errors[0].code == "error.check_reference_class");
}

} // namespace
} // namespace biaokao
