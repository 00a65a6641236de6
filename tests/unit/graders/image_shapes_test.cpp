#include <algorithm>

#include <doctest/doctest.h>

#include "tasks/types/task_types.h"
#include "tests/support/graded.h"
#include "tests/support/scored_pack.h"
#include "tests/unit/graders/shown_words.h"
#include "tests/unit/pack/json_schema.h"

namespace biaokao {
namespace {

using test::check_words;
using test::grade;
using test::has_sentence;
using test::item_of;
using test::points_of;

struct Shapes {
    Scorer scorer;
    Answer answer; // o1 lane, o2 sky, o3 sign
    explicit Shapes(const test::SmallPack& pack = test::scored_pack())
        : scorer(test::scorer_of(pack)), answer(test::perfect_answer(scorer.pack(), "shapes")) {}

    template <class ShapeType>
    ShapeType& shape(const std::string& id) {
        return std::get<ShapeType>(answer.objects.at(id).shape);
    }
    void add(const std::string& id, const std::string& label, Shape shape, const std::string& item = "lot") {
        answer.objects[id] = {item, label, {}, std::move(shape), ""};
    }
    QuestionScore score() {
        QuestionScore score = grade(scorer, "shapes", answer);
        check_words(score);
        return score;
    }
    double points(std::string_view item) { return points_of(score(), item); }
};

TEST_CASE("image_objects shapes: a line is met and tight up to its mean distance, drawn in either direction") {
    Shapes shapes;
    const auto points = [&](double off) {
        shapes.shape<Polyline>("o1") = {{{300, 20 + off}, {150, 20 + off}, {20, 20 + off}}};
        const QuestionScore score = shapes.score();
        return std::vector{points_of(score, "M1"), points_of(score, "M2"), points_of(score, "M3"),
                           points_of(score, "M4")};
    };
    CHECK(points(5) == std::vector{0.5, 0.5, 0.5, 0.5});
    CHECK(points(5.01) == std::vector{0.5, 0.0, 0.5, 0.5});
    CHECK(points(10) == std::vector{0.5, 0.0, 0.5, 0.5});
    CHECK(points(10.01) == std::vector{0.0, 0.0, 0.0, 0.0});
    const ItemScore item = item_of(shapes.score(), "M1");
    CHECK(item.evidence.front().value == "10.01 px");
    CHECK(item.evidence.front().need == "≤ 10.0 px");
    CHECK(has_sentence(item, "evidence.line.near"));
}

TEST_CASE("image_objects shapes: both ends of a line count") {
    Shapes shapes;
    shapes.shape<Polyline>("o1") = {{{30, 20}, {300, 20}}};
    CHECK(shapes.points("M3") == 0.5);
    shapes.shape<Polyline>("o1") = {{{30.1, 20}, {300, 20}}};
    CHECK(shapes.points("M3") == 0);
}

TEST_CASE("image_objects shapes: a line in pieces is not one line, and another lane is no piece of it") {
    Shapes shapes;
    shapes.add("o4", "lane", Polyline{{{20, 45}, {300, 45}}}); // 25 px away
    CHECK(shapes.points("M4") == 0.5);
    shapes.answer.objects.erase("o4");
    shapes.add("o4", "lane", Polyline{{{100, 22}, {160, 22}}});
    QuestionScore score = shapes.score();
    CHECK(points_of(score, "M1") == 0.5);
    CHECK(points_of(score, "M4") == 0);
    CHECK(has_sentence(item_of(score, "M4"), "evidence.line.pieces"));
    CHECK(points_of(score, "M8") == 0); // two lanes for one
    shapes.shape<Polyline>("o1") = {{{20, 20}, {150, 20}}};
    shapes.shape<Polyline>("o4") = {{{170, 20}, {300, 20}}};
    score = shapes.score();
    CHECK(points_of(score, "M1") == 0);
    CHECK(item_of(score, "M4").evidence.front().value == "2");
}

TEST_CASE("image_objects shapes: a mask at its limit, a pixel less, and one of another picture's size") {
    Shapes shapes;
    shapes.shape<MaskRuns>("o2") = {10, 20, {{0, 50}}}; // half of the reference
    CHECK(shapes.points("M5") == 0.5);
    CHECK(shapes.points("M6") == 0);
    shapes.shape<MaskRuns>("o2") = {10, 20, {{0, 49}}};
    CHECK(has_sentence(item_of(shapes.score(), "M5"), "evidence.area.near"));
    shapes.shape<MaskRuns>("o2") = {10, 20, {{0, 90}}};
    CHECK(shapes.points("M6") == 0.5);
    shapes.shape<MaskRuns>("o2") = {20, 10, {{0, 100}}};
    const QuestionScore score = shapes.score();
    CHECK(points_of(score, "M5") == 0);
    CHECK(points_of(score, "M9") == 0);
}

TEST_CASE("image_objects shapes: every slip of a key is a problem at its place") {
    const std::string key = "key/shapes.json:";
    struct Slip {
        const char* place;
        const char* value;
        const char* code;
        const char* where;
    };
    const Slip slips[] = {
        {"/reference/objects/r1/polyline", "[[20,20],[20,20]]", "error.reference_shape", "/reference/objects/r1"},
        {"/reference/objects/r2/mask", R"({"size":[20,10],"counts":"0T3T3"})", "error.reference_mask_size",
         "/reference/objects/r2"},
        {"/matching/chamfer_px_max", "0", "error.json_range", "/matching/chamfer_px_max"},
        {"/checks/M2/chamfer_px_max", "\"5\"", "error.json_type", "/checks/M2/chamfer_px_max"},
        {"/checks/M2/iou_min", "0.5", "error.json_unknown_key", "/checks/M2/iou_min"},
        {"/checks/M3/target", "\"r2\"", "error.check_shape", "/checks/M3/target"},
        {"/checks/M8/label", "\"road\"", "error.label_unknown", "/checks/M8/label"},
        {"/checks/M8/label", "\"sky\"", "error.check_counts_nothing", "/checks/M8/label"},
        {"/checks/M8/target", "\"r1\"", "error.check_target_item", "/checks/M8/target"},
    };
    for (const Slip& slip : slips) {
        CAPTURE(slip.place);
        CAPTURE(slip.value);
        test::SmallPack pack = test::scored_pack();
        pack.set(key + slip.place, parse_json(slip.value, "slip").value());
        const Problems problems = test::key_problems(pack);
        const bool found = std::any_of(problems.errors.begin(), problems.errors.end(), [&](const Error& error) {
            return error.code == slip.code && error.where == key + slip.where;
        });
        CHECK(found);
        if (!problems.errors.empty() && !found)
            MESSAGE(problems.errors.front().code << " at " << problems.errors.front().where);
    }
}

TEST_CASE("image_objects shapes: shapes of two kinds never meet, whatever they cover") {
    Shapes shapes;
    shapes.add("o3", "lane", Polyline{{{200, 150}, {240, 190}}}); // where the sign's box belongs
    const QuestionScore score = shapes.score();
    CHECK(points_of(score, "M7") == 0);
    CHECK(has_sentence(item_of(score, "M7"), "evidence.box.missing"));
    CHECK(points_of(score, "M9") == 0);
}

TEST_CASE("image_objects shapes: a mask in an ignore region is excused, a line is not") {
    Shapes shapes;
    shapes.add("o4", "sky", MaskRuns{10, 20, {{150, 170}}}, "view");
    CHECK(shapes.score().awarded == HalfPoints{10});
    shapes.add("o5", "lane", Polyline{{{16, 2}, {19, 8}}}, "view");
    CHECK(shapes.points("M9") == 0);
}

TEST_CASE("image_objects shapes: shapes over the whole picture earn next to nothing") {
    Shapes shapes;
    shapes.answer = {};
    shapes.add("o1", "lane", Polyline{{{0, 0}, {320, 240}}});
    shapes.add("o2", "sky", MaskRuns{10, 20, {{0, 200}}}, "view");
    shapes.add("o3", "sign", Box{0, 0, 320, 240});
    const QuestionScore score = shapes.score();
    CHECK(points_of(score, "M5") == 0.5); // the sky is half of its picture: the limit of `found` itself
    CHECK(score.awarded->count <= 2);     // and one lane is one lane
}

TEST_CASE("image_objects shapes: its question and key are what the schemas allow") {
    const auto files = test::scored_pack().files();
    CHECK(test::JsonSchema("question.schema.json").complaints(files.at("questions/shapes.json")).empty());
    CHECK(test::JsonSchema("key.schema.json").complaints(files.at("key/shapes.json")).empty());
}

TEST_CASE(
    "image_objects shapes: a label of another medium's shape is refused, and so is such an object without a label") {
    test::SmallPack pack = test::scored_pack();
    pack.set("questions/shapes.json:/labels/objects/2/shape", "span");
    const Problems problems = pack.problems();
    CHECK(std::any_of(problems.errors.begin(), problems.errors.end(), [](const Error& error) {
        return error.code == "error.label_shape" && error.where == "questions/shapes.json:/labels/objects/2/shape";
    }));
    const auto sound = test::scored_pack().load();
    Answer answer;
    answer.objects["o1"] = {"lot", "", {}, Span{0, 1}, ""};
    Problems strange;
    find_task_type("image_objects")->check_answer(*sound->find_question("shapes"), answer, "a:/shapes", strange);
    REQUIRE(strange.errors.size() == 1);
    CHECK(strange.errors.front().code == "error.shape_of_picture");
}

} // namespace
} // namespace biaokao
