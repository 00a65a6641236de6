// Ellipses and groups: what they earn.
#include <algorithm>
#include <cmath>
#include <numbers>

#include <doctest/doctest.h>

#include "graders/image_objects/measured_shape.h"
#include "tests/support/graded.h"
#include "tests/support/scored_pack.h"
#include "tests/unit/graders/shown_words.h"

namespace biaokao {
namespace {

using test::has_sentence;
using test::item_of;
using test::points_of;

struct Dishes {
    Scorer scorer = test::scorer_of(test::scored_pack());
    Answer answer = test::perfect_answer(scorer.pack(), "rounds"); // o1 plate, o2 cup, o3 tray in g1; o4 another cup

    Ellipse& ellipse(const std::string& id) { return std::get<Ellipse>(answer.objects.at(id).shape); }
    std::string& group(const std::string& id) { return answer.objects.at(id).group; }
    void add(const std::string& id, const Ellipse& shape, const std::string& group) {
        answer.objects[id] = {.item = "table", .label = "cup", .shape = shape, .group = group};
    }
    QuestionScore score() {
        QuestionScore score = test::grade(scorer, "rounds", answer);
        test::check_words(score);
        return score;
    }
    double points(std::string_view item) { return points_of(score(), item); }
    bool says(std::string_view sentence) { return has_sentence(item_of(score(), "M5"), sentence); }
};

double iou(const Ellipse& a, const Ellipse& b) {
    const Object one{.item = "p", .shape = a}, other{.item = "p", .shape = b};
    return image_objects::similarity(image_objects::MeasuredShape(one), image_objects::MeasuredShape(other), {});
}

constexpr double bound = 4e-5; // of measured_shape.cpp

TEST_CASE("ellipses: a circle in a circle has the ratio of their areas") {
    for (const double radius : {1.0, 10.0, 25.0, 49.0, 50.0})
        CHECK(std::abs(iou({{100, 100}, 50, 50, 0}, {{100, 100}, radius, radius, 33}) - radius * radius / 2500) <
              bound);
    CHECK(std::abs(iou({{100, 100}, 40, 20, 25}, {{100, 100}, 20, 10, 25}) - 0.25) < bound);
}

TEST_CASE("ellipses: a circle that is shifted has the area of the lens") {
    constexpr double radius = 50;
    for (const double shift : {0.5, 10.0, 37.0, 50.0, 80.0, 99.0}) {
        const double lens = 2 * radius * radius * std::acos(shift / (2 * radius)) -
                            shift / 2 * std::sqrt(4 * radius * radius - shift * shift);
        const double wanted = lens / (2 * std::numbers::pi * radius * radius - lens);
        CAPTURE(shift);
        CHECK(std::abs(iou({{100, 100}, radius, radius, 0}, {{100 + shift, 100}, radius, radius, 71}) - wanted) <
              bound);
        // Squeezing the plane changes no ratio of areas.
        CHECK(std::abs(iou({{100, 100}, 50, 10, 0}, {{100 + shift, 100}, 50, 10, 0}) - wanted) < bound);
    }
    CHECK(iou({{100, 100}, 50, 50, 0}, {{201, 100}, 50, 50, 0}) == 0);
}

TEST_CASE("ellipses: axes and angle written another way are the same, a quarter turn is not") {
    const Ellipse drawn{{100, 80}, 50, 30, 20};
    CHECK(iou(drawn, drawn) == doctest::Approx(1));
    CHECK(iou(drawn, {{100, 80}, 50, 30, -160}) == doctest::Approx(1));
    CHECK(iou(drawn, {{100, 80}, 30, 50, 110}) == doctest::Approx(1));
    CHECK(iou(drawn, {{100, 80}, 50, 30, 110}) < 0.7);
}

TEST_CASE("ellipses: one without an axis, or as large as numbers may be, is no hit and no accident") {
    const Ellipse drawn{{100, 80}, 50, 30, 20};
    CHECK(iou(drawn, {{100, 80}, 0, 30, 20}) < 1e-9);
    CHECK(iou(drawn, {{100, 80}, 0, 0, 0}) == 0);
    CHECK(iou(drawn, {{100, 80}, 1e9, 1e9, 1e9}) < 1e-9);
    Dishes dishes;
    dishes.ellipse("o1") = {{100, 80}, 0, 30, 20};
    CHECK(dishes.points("M1") == 0);
}

TEST_CASE("ellipses: found and tight by their area, and a near miss says its value") {
    Dishes dishes;
    dishes.ellipse("o1") = {{100, 80}, 50, 24.1, 20}; // IoU 0.803
    CHECK(dishes.points("M2") == 0.5);
    dishes.ellipse("o1") = {{100, 80}, 50, 23.9, 20};
    CHECK(dishes.points("M2") == 0);
    CHECK(dishes.points("M1") == 0.5);
    dishes.ellipse("o1") = {{100, 80}, 50, 14.9, 20};
    const QuestionScore score = dishes.score();
    CHECK(points_of(score, "M1") == 0);
    CHECK(has_sentence(item_of(score, "M1"), "evidence.area.near"));
    CHECK(item_of(score, "M1").evidence.front().value == "0.497");
}

TEST_CASE("ellipses: label and attribute count as for every shape") {
    Dishes dishes;
    dishes.answer.objects.at("o2").label = "plate";
    CHECK(dishes.points("M3") == 0);
    dishes.answer.objects.at("o1").attributes["state"] = std::string("full");
    CHECK(dishes.points("M4") == 0);
    CHECK(dishes.points("M1") == 0.5);
}

TEST_CASE("ellipses: equal ones are judged alike in whatever order they were drawn") {
    Dishes one, other;
    const Object drawn = one.answer.objects.at("o2");
    Object changed = drawn;
    changed.label = "plate";
    one.answer.objects["x2"] = changed;
    other.answer.objects["x2"] = drawn;
    other.answer.objects["o2"] = changed;
    const QuestionScore a = one.score(), b = other.score();
    for (std::size_t i = 0; i < a.items.size(); ++i) CHECK(a.items[i].awarded == b.items[i].awarded);
}

TEST_CASE("group: earned by any name of the group, over shapes of every kind") {
    Dishes dishes;
    CHECK(dishes.points("M5") == 0.5);
    for (const char* id : {"o1", "o2", "o3"}) dishes.group(id) = "set";
    CHECK(dishes.points("M5") == 0.5);
    CHECK(dishes.says("evidence.together.right"));
    dishes.answer.objects.at("o2").label = "plate"; // a wrong label is another item's loss
    CHECK(dishes.points("M5") == 0.5);
}

TEST_CASE("group: a member that is missing, alone, or in another group costs it, and so does a stranger") {
    const auto missed = [](Dishes& dishes, std::string_view sentence) {
        CAPTURE(sentence);
        CHECK(dishes.points("M5") == 0);
        CHECK(dishes.says(sentence));
    };
    Dishes missing;
    missing.answer.objects.erase("o2");
    missed(missing, "evidence.together.found");
    Dishes near;
    near.ellipse("o2").centre = {212, 150}; // a near miss is no member
    missed(near, "evidence.together.found");
    Dishes alone;
    alone.group("o3").clear();
    missed(alone, "evidence.together.apart");
    Dishes ungrouped;
    for (const char* id : {"o1", "o2", "o3"}) ungrouped.group(id).clear();
    missed(ungrouped, "evidence.together.apart");
    Dishes split;
    split.group("o1") = "g2";
    missed(split, "evidence.together.apart");
    Dishes stranger;
    stranger.group("o4") = "g1";
    missed(stranger, "evidence.together.strangers");
}

TEST_CASE(
    "group: what an ignore region excuses, and a group of that name in no picture of the question, do not count") {
    Dishes dishes;
    dishes.add("o5", {{295, 210}, 10, 10, 0}, "g1");
    CHECK(dishes.points("M5") == 0.5);
    dishes.add("o6", {{100, 220}, 10, 10, 0}, "g1");
    dishes.answer.objects.at("o6").item = "elsewhere";
    CHECK(dishes.points("M5") == 0.5);
    dishes.answer.objects.at("o6").item = "table";
    CHECK(dishes.points("M5") == 0);
}

TEST_CASE("group: a target that is in no group of the reference, and an ellipse without a size, are slips of the key") {
    const auto problem = [](const char* place, const char* value, std::string_view code, std::string_view where) {
        test::SmallPack pack = test::scored_pack();
        pack.set(std::string("key/rounds.json:") + place, parse_json(value, "slip").value());
        const Problems problems = test::key_problems(pack);
        CAPTURE(place);
        CHECK(std::any_of(problems.errors.begin(), problems.errors.end(), [&](const Error& error) {
            return error.code == code && error.where == "key/rounds.json:" + std::string(where);
        }));
    };
    problem("/checks/M5/target", "\"r4\"", "error.check_group", "/checks/M5/target");
    problem("/reference/objects/r4/ellipse", "[250, 60, 0, 15, 0]", "error.reference_shape", "/reference/objects/r4");
}

} // namespace
} // namespace biaokao
