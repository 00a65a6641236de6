#include "tasks/types/image_objects/picking.h"

#include <doctest/doctest.h>

#include "tasks/types/image_objects/shape_index.h"
#include "tasks/types/image_objects/snapping.h"

using namespace biaokao;
using namespace biaokao::image_objects;

namespace {

using Strings = std::vector<std::string>;

// Shapes of one picture, o1, o2 … in this order.
struct Scene {
    Answer answer;
    std::vector<PlacedShape> shapes;
    explicit Scene(const std::vector<Shape>& drawn) {
        for (const Shape& shape : drawn) {
            const std::string id = "o" + std::to_string(shapes.size() + 1);
            Object& object = answer.objects[id];
            object.item = "p1";
            object.shape = shape;
            shapes.push_back(placed(id, object));
        }
    }
};

SnapLines lines_near(const Scene& scene, const ObjectIds& moving = {}) {
    return snap_lines(scene.shapes, {200, 100}, moving, {0, 0, 200, 100});
}

} // namespace

TEST_CASE("picking: small before large, the later one first where they are equal") {
    const Scene scene({Box{0, 0, 100, 100}, Box{10, 10, 20, 20}, Box{12, 12, 20, 20}, Box{60, 60, 5, 5}});
    CHECK(shapes_under(scene.shapes, {15, 15}, {}) == Strings{"o3", "o2", "o1"});
    CHECK(shapes_under(scene.shapes, {50, 50}, {}) == Strings{"o1"});
    CHECK(shapes_under(scene.shapes, {103, 50}, {4, 0}) == Strings{"o1"});
    CHECK(shapes_under(scene.shapes, {105, 50}, {4, 0}).empty());
}

TEST_CASE("picking: a line or a point that is near comes before the area it lies in") {
    const Scene scene({Polygon{{{0, 0}, {100, 0}, {100, 100}, {0, 100}}}, Polyline{{{10, 50}, {90, 50}}},
                       Keypoints{{{{50, 53}, Visibility::visible}, {{20, 20}, Visibility::unlabelled}}}});
    CHECK(shapes_under(scene.shapes, {50, 52}, {3, 6}) == Strings{"o3", "o2", "o1"});
    CHECK(shapes_under(scene.shapes, {50, 60}, {3, 6}) == Strings{"o1"});
    CHECK(shapes_under(scene.shapes, {20, 20}, {3, 6}) == Strings{"o1"}); // a point that is not there
}

TEST_CASE("picking: an area is hit where it is, not where its bounds are") {
    const Scene scene({Polygon{{{0, 0}, {100, 0}, {0, 100}}}, RotatedBox{{150, 50}, 80, 10, 45},
                       MaskRuns{100, 200, {{110 * 100 + 10, 110 * 100 + 20}}}});
    CHECK(shapes_under(scene.shapes, {20, 20}, {}) == Strings{"o1"});
    CHECK(shapes_under(scene.shapes, {80, 80}, {}).empty());
    CHECK(shapes_under(scene.shapes, {170, 70}, {}) == Strings{"o2"});
    CHECK(shapes_under(scene.shapes, {170, 30}, {}).empty());
    CHECK(shapes_under(scene.shapes, {110.5, 15}, {}) == Strings{"o3"});
    CHECK(shapes_under(scene.shapes, {111.5, 15}, {}).empty());
}

TEST_CASE("picking: an area takes what stands wholly inside it") {
    const Scene scene({Box{0, 0, 10, 10}, Polygon{{{20, 20}, {30, 20}, {20, 30}}}, Box{28, 20, 10, 10}});
    CHECK(shapes_inside(scene.shapes, {-1, -1, 32, 32}) == Strings{"o1", "o2"});
}

TEST_CASE("the index leaves out other pictures, hidden objects and other media; locked ones are there, not picked") {
    Scene scene({Box{0, 0, 10, 10}, Box{0, 0, 10, 10}, Box{0, 0, 10, 10}, Span{0, 1}, Box{0, 0, 10, 10}});
    scene.answer.objects["o2"].item = "p2";
    ShapeIndex index;
    const ObjectIds hidden{"o3"}, locked{"o5"};
    const auto& shapes = index.of(scene.answer, "p1", 1, {hidden, locked, {}});
    REQUIRE(shapes.size() == 2);
    CHECK(shapes[0].id == "o1");
    CHECK(shapes_under(shapes, {5, 5}, {}) == Strings{"o1"});
    CHECK(index.find("o5") == &shapes[1]);
    CHECK(index.find("o3") == nullptr);
}

TEST_CASE("the index looks again when the revision or the pile changes, and draws in the order of heights") {
    Scene scene({Box{0, 0, 10, 10}, Box{0, 0, 20, 20}});
    ShapeIndex index;
    const ObjectIds none;
    Heights heights;
    CHECK(index.of(scene.answer, "p1", 1, {none, none, heights})[0].id == "o1");
    scene.answer.objects["o1"].shape = Box{0, 0, 30, 30};
    CHECK(index.of(scene.answer, "p1", 2, {none, none, heights})[0].area == 900);
    heights["o1"] = 1;
    const auto& raised = index.of(scene.answer, "p1", 2, {none, none, heights});
    CHECK(raised[1].id == "o1");
    CHECK(index.find("o1") == &raised[1]);
}

TEST_CASE("the index tells a polygon that crosses itself, and that it does no more") {
    Scene scene({Polygon{{{0, 0}, {40, 40}, {40, 0}, {0, 40}}}});
    ShapeIndex index;
    const ObjectIds none;
    CHECK(index.of(scene.answer, "p1", 1, {none, none, {}})[0].crosses);
    std::get<Polygon>(scene.answer.objects["o1"].shape).points = {{0, 0}, {40, 0}, {40, 40}, {0, 40}};
    CHECK_FALSE(index.of(scene.answer, "p1", 2, {none, none, {}})[0].crosses);
}

TEST_CASE("the index tells a crossing as the mark does, to the last bit") {
    // Plain arithmetic took the three corners for one line: the screen said that the sliver crosses itself.
    const Scene scene({Polygon{{{2.18, 0.28}, {4.65, 2.15}, {9.59, 5.89}}}});
    ShapeIndex index;
    const ObjectIds none;
    CHECK_FALSE(index.of(scene.answer, "p1", 1, {none, none, {}})[0].crosses);
}

TEST_CASE("snapping: a point is pulled by edges that run beside it, and by no other") {
    const Scene scene({Box{50, 40, 60, 20}});
    const SnapLines lines = lines_near(scene);
    const Snap near = snap_point(lines, {53, 58}, 6);
    CHECK(near.delta == Vec2{-3, 2});
    REQUIRE(near.upright.has_value());
    CHECK(near.upright->at == 50);
    // Far below the box its upright edges mean nothing.
    CHECK(snap_point(lines, {53, 90}, 6).delta == Vec2{0, 0});
    CHECK(snap_point(lines, {57, 50}, 6).delta == Vec2{0, 0});
}

TEST_CASE("snapping: the border of the picture pulls, the nearest line wins, what moves does not pull itself") {
    const Scene scene({Box{4, 0, 60, 20}, Box{100, 50, 20, 20}});
    const SnapLines lines = lines_near(scene, {"o2"});
    CHECK(snap_point(lines, {3, 10}, 6).delta == Vec2{1, 0});
    CHECK(snap_point(lines, {1, 60}, 6).delta == Vec2{-1, 0});
    CHECK(snap_point(lines, {101, 60}, 6).delta == Vec2{0, 0});
    CHECK(snap_point(lines, {1, 60}, 6, false, true).delta == Vec2{0, 0});
}

TEST_CASE("snapping: a moved box is pulled by the nearer of its two sides") {
    const Scene scene({Box{50, 40, 60, 20}});
    const SnapLines lines = lines_near(scene);
    CHECK(snap_box(lines, {115, 44, 20, 10}, 6).delta == Vec2{-5, -4});
    CHECK(snap_box(lines, {24, 45, 28, 10}, 6).delta.x == -2);
}

TEST_CASE("snapping: a point of an outline is stronger than an edge, and does nothing to one side alone") {
    const Scene scene({Box{50, 40, 60, 20}, Polygon{{{54, 44}, {90, 80}, {40, 80}}}});
    const Snap snap = snap_point(lines_near(scene), {52, 45}, 6);
    CHECK(snap.delta == Vec2{2, -1});
    CHECK(snap.point == Vec2{54, 44});
    CHECK(snap_point(lines_near(scene), {52, 45}, 6, true, false).delta == Vec2{-2, 0});
}

TEST_CASE("snapping: shapes far from the place are not looked at") {
    const Scene scene({Polyline{{{10, 10}, {20, 20}}}, Polyline{{{150, 50}, {160, 60}}}});
    const SnapLines lines = snap_lines(scene.shapes, {200, 100}, ObjectIds{}, {0, 0, 30, 30});
    CHECK(lines.points == std::vector<Vec2>{{10, 10}, {20, 20}});
}
