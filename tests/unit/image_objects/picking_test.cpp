#include "tasks/types/image_objects/picking.h"

#include <chrono>
#include <set>

#include <doctest/doctest.h>

#include "tasks/types/image_objects/snapping.h"

using namespace biaokao;
using namespace biaokao::image_objects;

namespace {

using Strings = std::vector<std::string>;

Object object_in(const std::string& item, const Box& box) {
    Object object;
    object.item = item;
    object.shape = box;
    return object;
}

} // namespace

TEST_CASE("picking: small before large, the later one first where they are equal") {
    const std::vector<PickableBox> boxes{
        {"o1", {0, 0, 100, 100}}, {"o2", {10, 10, 20, 20}}, {"o3", {12, 12, 20, 20}}, {"o4", {60, 60, 5, 5}}};
    CHECK(boxes_under(boxes, {15, 15}, 0) == Strings{"o3", "o2", "o1"});
    CHECK(boxes_under(boxes, {50, 50}, 0) == Strings{"o1"});
    CHECK(boxes_under(boxes, {103, 50}, 4) == Strings{"o1"});
    CHECK(boxes_under(boxes, {105, 50}, 4).empty());
}

TEST_CASE("picking: other pictures, hidden objects and other shapes are not hit") {
    Answer answer;
    answer.objects["o1"] = object_in("p1", {0, 0, 10, 10});
    answer.objects["o2"] = object_in("p2", {0, 0, 10, 10});
    answer.objects["o3"] = object_in("p1", {0, 0, 10, 10});
    answer.objects["o4"] = object_in("p1", {});
    answer.objects["o4"].shape = Span{0, 1};
    const auto boxes = boxes_of_item(answer, "p1", std::set<std::string>{"o3"});
    REQUIRE(boxes.size() == 1);
    CHECK(boxes[0].id == "o1");
}

TEST_CASE("picking: an area takes what stands wholly inside it") {
    const std::vector<PickableBox> boxes{{"o1", {0, 0, 10, 10}}, {"o2", {20, 20, 10, 10}}, {"o3", {28, 20, 10, 10}}};
    CHECK(boxes_inside(boxes, {-1, -1, 32, 32}) == Strings{"o1", "o2"});
}

TEST_CASE("picking: 5,000 boxes take less than the half millisecond of the budget") {
    std::vector<PickableBox> boxes;
    for (int i = 0; i < 5000; ++i)
        boxes.push_back({"o" + std::to_string(i), {(i % 100) * 20.0, (i / 100) * 20.0, 18, 18}});
    const auto begin = std::chrono::steady_clock::now();
    std::size_t hits = 0;
    for (int i = 0; i < 100; ++i) hits += boxes_under(boxes, {i * 20.0 + 5, 405}, 2).size();
    const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - begin;
    CHECK(hits == 100);
    CHECK(spent.count() / 100 < 0.5);
}

TEST_CASE("snapping: a point is pulled by edges that run beside it, and by no other") {
    const std::vector<PickableBox> boxes{{"o1", {50, 40, 60, 20}}};
    const SnapLines lines = snap_lines(boxes, {200, 100}, std::set<std::string>{});
    const Snap near = snap_point(lines, {53, 58}, 6);
    CHECK(near.delta == Vec2{-3, 2});
    REQUIRE(near.upright.has_value());
    CHECK(near.upright->at == 50);
    // Far below the box its upright edges mean nothing.
    CHECK(snap_point(lines, {53, 90}, 6).delta == Vec2{0, 0});
    CHECK(snap_point(lines, {57, 50}, 6).delta == Vec2{0, 0});
}

TEST_CASE("snapping: the border of the picture pulls, the nearest line wins, what moves does not pull itself") {
    const std::vector<PickableBox> boxes{{"o1", {4, 0, 60, 20}}, {"o2", {100, 50, 20, 20}}};
    const SnapLines lines = snap_lines(boxes, {200, 100}, std::set<std::string>{"o2"});
    CHECK(snap_point(lines, {3, 10}, 6).delta == Vec2{1, 0});
    CHECK(snap_point(lines, {1, 60}, 6).delta == Vec2{-1, 0});
    CHECK(snap_point(lines, {101, 60}, 6).delta == Vec2{0, 0});
    CHECK(snap_point(lines, {1, 60}, 6, false, true).delta == Vec2{0, 0});
}

TEST_CASE("snapping: a moved box is pulled by the nearer of its two sides") {
    const std::vector<PickableBox> boxes{{"o1", {50, 40, 60, 20}}};
    const SnapLines lines = snap_lines(boxes, {200, 100}, std::set<std::string>{});
    CHECK(snap_box(lines, {115, 44, 20, 10}, 6).delta == Vec2{-5, -4});
    CHECK(snap_box(lines, {24, 45, 28, 10}, 6).delta.x == -2);
}
