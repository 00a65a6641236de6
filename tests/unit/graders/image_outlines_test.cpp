#include <algorithm>

#include <doctest/doctest.h>

#include "tests/support/graded.h"
#include "tests/support/scored_pack.h"
#include "tests/unit/graders/shown_words.h"

namespace biaokao {
namespace {

using test::check_words;
using test::grade;
using test::has_sentence;
using test::item_of;
using test::points_of;

struct Outlines {
    Scorer scorer;
    Answer answer; // o1 car, o2 lawn, o3 person
    explicit Outlines(const test::SmallPack& pack = test::scored_pack())
        : scorer(test::scorer_of(pack)), answer(test::perfect_answer(scorer.pack(), "outlines")) {}

    template <class ShapeType>
    ShapeType& shape(const std::string& id) {
        return std::get<ShapeType>(answer.objects.at(id).shape);
    }
    void add(const std::string& id, const std::string& label, Shape shape, const std::string& item = "lot") {
        answer.objects[id] = {item, label, {}, std::move(shape), ""};
    }
    QuestionScore score() {
        QuestionScore score = grade(scorer, "outlines", answer);
        check_words(score);
        return score;
    }
    double points(std::string_view item) { return points_of(score(), item); }
};

Polygon rectangle(double x, double y, double width, double height) {
    return {{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}};
}

TEST_CASE("image_objects outlines: a turned box counts by its area, however its sides and angle are written") {
    Outlines shapes;
    shapes.shape<RotatedBox>("o1") = {{100, 80}, 30, 60, 120};
    CHECK(shapes.points("M2") == 0.5);
    shapes.shape<RotatedBox>("o1") = {{100, 80}, 30, 30, 30}; // the middle half: IoU 0.5
    CHECK(shapes.points("M1") == 0.5);
    CHECK(shapes.points("M2") == 0);
    shapes.shape<RotatedBox>("o1") = {{100, 80}, 29, 30, 30};
    const QuestionScore score = shapes.score();
    CHECK(points_of(score, "M1") == 0);
    CHECK(has_sentence(item_of(score, "M1"), "evidence.area.near"));
}

TEST_CASE("image_objects outlines: a polygon at each limit, in a band, and a little below") {
    Outlines shapes;
    const auto points = [&](double width) {
        shapes.shape<Polygon>("o2") = rectangle(10, 150, width, 80); // IoU width / 100
        const QuestionScore score = shapes.score();
        return std::pair{points_of(score, "M3"), points_of(score, "M4")};
    };
    CHECK(points(80) == std::pair{0.5, 1.0});
    CHECK(points(79.9) == std::pair{0.5, 0.5});
    CHECK(points(60) == std::pair{0.5, 0.5});
    CHECK(points(59.9) == std::pair{0.5, 0.0});
    CHECK(points(50) == std::pair{0.5, 0.0});
    CHECK(points(49.9) == std::pair{0.0, 0.0});
    const ItemScore item = item_of(shapes.score(), "M3");
    CHECK(item.evidence.front().value == "0.499");
    CHECK(has_sentence(item, "evidence.area.near"));
}

TEST_CASE(
    "image_objects outlines: an outline that crosses itself earns neither found nor tight nor corners, and hears why") {
    Outlines shapes;
    shapes.shape<Polygon>("o2") = {{{10, 150}, {110, 150}, {110, 230}, {100, 190}, {112, 190}, {10, 230}}};
    const QuestionScore score = shapes.score();
    for (const char* item : {"M3", "M4", "M5"}) {
        CAPTURE(item);
        CHECK(points_of(score, item) == 0);
        CHECK(has_sentence(item_of(score, item), "evidence.area.crosses"));
    }
    CHECK(points_of(score, "M6") == 0.5); // the lawn is met all the same
    CHECK(points_of(score, "M11") == 0.5);
}

TEST_CASE("image_objects outlines: corners that repeat the one before are no corners") {
    Outlines shapes;
    shapes.shape<Polygon>("o2") = {{{10, 150}, {110, 150}, {110, 150}, {60, 270}}};
    CHECK(shapes.points("M5") == 0);
    shapes.shape<Polygon>("o2") = {{{10, 150}, {60, 150}, {110, 150}, {60, 270}}};
    CHECK(shapes.points("M5") == 0.5);
}

TEST_CASE("image_objects outlines: one attribute of a hit, and none of a miss") {
    Outlines shapes;
    shapes.answer.objects.at("o2").attributes["state"] = std::string("green");
    CHECK(has_sentence(item_of(shapes.score(), "M6"), "evidence.attribute_wrong"));
    shapes.answer.objects.at("o2").attributes.clear();
    CHECK(shapes.points("M6") == 0);
    shapes.answer.objects.erase("o2");
    const QuestionScore score = shapes.score();
    CHECK(points_of(score, "M6") == 0);
    CHECK(has_sentence(item_of(score, "M6"), "evidence.area.missing"));
}

TEST_CASE("image_objects outlines: a key point within the larger of two limits, and in bands of its object's size") {
    Outlines shapes;
    auto& points = shapes.shape<Keypoints>("o3").points;
    points[1].at = {65, 100}; // 5 px; 3 % of 140 px is less
    CHECK(shapes.points("M8") == 0.5);
    points[1].at = {65.01, 100};
    CHECK(shapes.points("M8") == 0);
    CHECK(item_of(shapes.score(), "M8").evidence.front().value == "5.01 px");
    points[0].at = {102.8, 40}; // 2 % of 140 px
    CHECK(shapes.points("M10") == 1.0);
    points[0].at = {107, 40}; // 5 %
    CHECK(shapes.points("M10") == 0.5);
    points[0].at = {107.1, 40};
    CHECK(shapes.points("M10") == 0);
    points[0] = {{100, 40}, Visibility::unlabelled};
    CHECK(has_sentence(item_of(shapes.score(), "M10"), "evidence.points.point_missing"));
}

TEST_CASE("image_objects outlines: visibility must be the reference's own") {
    Outlines shapes;
    shapes.shape<Keypoints>("o3").points[2].visibility = Visibility::visible;
    const QuestionScore score = shapes.score();
    CHECK(points_of(score, "M9") == 0);
    CHECK(points_of(score, "M7") == 0.5);
    CHECK(has_sentence(item_of(score, "M9"), "evidence.points.visibility_wrong"));
}

TEST_CASE("image_objects outlines: left and right exchanged is named, once for the pair") {
    Outlines shapes;
    auto& points = shapes.shape<Keypoints>("o3").points;
    std::swap(points[1].at, points[2].at);
    const QuestionScore score = shapes.score();
    CHECK(points_of(score, "M7") == 0.5); // two of four are right: OKS 0.5
    CHECK(points_of(score, "M8") == 0);
    CHECK(has_sentence(item_of(score, "M8"), "evidence.points.swapped"));
    CHECK(has_sentence(item_of(score, "M7"), "evidence.points.swapped"));
    CHECK_FALSE(has_sentence(item_of(score, "M10"), "evidence.points.swapped"));
    for (Keypoint& point : points) point.at = point.at + Vec2{20, 20};
    CHECK(has_sentence(item_of(shapes.score(), "M7"), "evidence.points.near"));
}

TEST_CASE("image_objects outlines: a wrong label on a good outline loses no place") {
    Outlines shapes;
    shapes.answer.objects.at("o2").label = "pond";
    const QuestionScore score = shapes.score();
    CHECK(points_of(score, "M3") == 0.5);
    CHECK(points_of(score, "M4") == 1.0);
    CHECK(points_of(score, "M11") == 0.5);
}

TEST_CASE("image_objects outlines: areas in an ignore region are excused, key points are not") {
    Outlines shapes;
    shapes.add("o4", "pond", rectangle(220, 190, 60, 30)); // half of it inside
    shapes.add("o5", "car", RotatedBox{{280, 205}, 20, 10, 45});
    CHECK(shapes.score().awarded == HalfPoints{14});
    shapes.add("o4", "pond", rectangle(219, 190, 60, 30));
    CHECK(shapes.points("M11") == 0);
    shapes.answer.objects.erase("o4");
    shapes.add("o6", "person", Keypoints{std::vector<Keypoint>(4, {{260, 200}, Visibility::visible})});
    CHECK(shapes.points("M11") == 0);
}

TEST_CASE(
    "image_objects outlines: equal shapes with different content are judged alike in whatever order they were drawn") {
    Outlines one, other;
    for (const char* id : {"o2", "o3"}) {
        const Object drawn = one.answer.objects.at(id);
        Object changed = drawn;
        changed.label = id == std::string("o2") ? "pond" : "";
        const std::string twin = "x" + std::string(id);
        one.answer.objects[twin] = changed;
        other.answer.objects[twin] = drawn;
        other.answer.objects[id] = changed;
    }
    const QuestionScore a = one.score(), b = other.score();
    for (std::size_t i = 0; i < a.items.size(); ++i) CHECK(a.items[i].awarded == b.items[i].awarded);
}

TEST_CASE("image_objects outlines: outlines over the whole picture earn nothing") {
    Outlines shapes;
    shapes.answer = {};
    shapes.add("o1", "car", RotatedBox{{160, 120}, 320, 240, 0});
    shapes.add("o2", "lawn", rectangle(0, 0, 320, 240));
    shapes.answer.objects.at("o2").attributes["state"] = std::string("dry");
    shapes.add("o3", "person", Keypoints{std::vector<Keypoint>(4, {{100, 100}, Visibility::hidden})}, "pose");
    CHECK(shapes.score().awarded == HalfPoints{});
}

TEST_CASE("image_objects outlines: every slip of a key is a problem at its place") {
    const std::string key = "key/outlines.json:";
    struct Slip {
        const char* place;
        const char* value;
        const char* code;
        const char* where;
    };
    const Slip slips[] = {
        {"/reference/objects/r2/polygon", "[[10,150],[110,230],[110,150],[10,230]]", "error.reference_crosses",
         "/reference/objects/r2"},
        {"/reference/objects/r1/rotated_box", "[100,80,60,0,30]", "error.reference_shape", "/reference/objects/r1"},
        {"/reference/objects/r3/keypoints/1", "[60,100,0]", "error.check_point_unlabelled", "/checks/M8/point"},
        {"/reference/objects/r3/keypoints", "[[100,40,0],[60,100,0],[140,100,0],[100,180,0]]", "error.reference_shape",
         "/reference/objects/r3"},
        {"/matching/sigmas", "[0.1,0.1]", "error.check_sigmas", "/matching/sigmas"},
        {"/matching/sigmas", R"(["a"])", "error.check_sigmas", "/matching/sigmas"},
        {"/matching/swap", R"([["left","tail"]])", "error.check_swap", "/matching/swap/0"},
        {"/matching/swap", "3", "error.check_swap", "/matching/swap"},
        {"/checks/M8/point", "\"tail\"", "error.check_point", "/checks/M8/point"},
        {"/checks/M8/point", "0", "error.check_point", "/checks/M8/point"},
        {"/checks/M8/point", "5", "error.check_point", "/checks/M8/point"},
        {"/checks/M10/bands_in", "\"mm\"", "error.json_choice", "/checks/M10/bands_in"},
        {"/checks/M10/px_max", "5", "error.json_unknown_key", "/checks/M10/px_max"},
        {"/checks/M5/target", "\"r1\"", "error.check_shape", "/checks/M5/target"},
        {"/checks/M5/vertices_min", "0", "error.json_range", "/checks/M5/vertices_min"},
        {"/checks/M6/attribute", "\"size\"", "error.check_reference_attribute", "/checks/M6/attribute"},
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
    test::SmallPack pack = test::scored_pack();
    pack.erase(key + "/checks/M8/px_max").erase(key + "/checks/M8/share_max");
    const Problems problems = test::key_problems(pack);
    REQUIRE(problems.errors.size() == 1);
    CHECK(problems.errors.front().code == "error.check_point_limit");
}

} // namespace
} // namespace biaokao
