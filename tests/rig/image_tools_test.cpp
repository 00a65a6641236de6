// Tools and labels of the picture workspace, turned boxes, key points, masks, locking and order.
#include <doctest/doctest.h>

#include "tests/rig/image_shapes_rig.h"

using namespace biaokao;
using namespace biaokao::test;

TEST_CASE("tools: only those of the question's shapes are there") {
    TaskRig boxes("boxes");
    CHECK(boxes.seen("work/tool_box") != nullptr);
    CHECK(boxes.seen("work/tool_polygon") == nullptr);
    CHECK(boxes.hand().key("P"));
    CHECK(boxes.hand().key("1"));
    CHECK(boxes.hand().drag(shapes_canvas, {100, 100}, {200, 200}));
    CHECK(boxes.answer().objects.size() == 1); // still the box tool

    ShapesRig all;
    for (const char* tool : {"box", "rotated_box", "ellipse", "polygon", "polyline", "keypoints", "brush", "eraser"})
        CHECK_MESSAGE(all.seen(std::string("work/tool_") + tool) != nullptr, tool);
}

TEST_CASE("tools: a label brings its tool, and a tool its label") {
    ShapesRig rig;
    CHECK(rig.hand().click("work/side/labels/car"));
    CHECK(rig.hand().drag(shapes_canvas, {100, 100}, {200, 160}));
    CHECK(rig.answer().objects.at("o1").label == "car");
    CHECK(rig.hand().key("L"));
    rig.click_all({{50, 300}, {200, 300}});
    CHECK(rig.hand().key("Enter"));
    CHECK(rig.answer().objects.at("o2").label == "lane");
    CHECK(rig.hand().key("W")); // two labels of boxes: asked after drawing
    CHECK(rig.hand().drag(shapes_canvas, {300, 100}, {360, 160}));
    CHECK(rig.answer().objects.at("o3").label.empty());
    CHECK(rig.seen("work/ask_label/light") != nullptr);
    CHECK(rig.seen("work/ask_label/lawn") == nullptr); // a box cannot become a lawn
    CHECK(rig.hand().key("2"));
    CHECK(rig.answer().objects.at("o3").label == "light");
}

TEST_CASE("tools: a label of another shape leaves the selection as it is and means the next object") {
    ShapesRig rig;
    rig.put("o1", "person", Box{100, 100, 80, 60});
    rig.put("o2", "lawn", Polygon{{{300, 100}, {400, 100}, {350, 200}}});
    CHECK(rig.hand().key("Ctrl+A"));
    CHECK(rig.hand().key("2"));
    CHECK(rig.answer().objects.at("o1").label == "light");
    CHECK(rig.answer().objects.at("o2").label == "lawn");
    CHECK(rig.hand().key("4"));
    CHECK(rig.answer().objects.at("o1").label == "light");
    CHECK_FALSE(rig.selected("o1"));
    rig.click_all({{50, 300}, {200, 300}});
    CHECK(rig.hand().key("Enter"));
    CHECK(rig.shape<Polyline>("o3").points.size() == 2);
}

TEST_CASE("turned boxes: drawn by a drag, turned at the handle, by keys and by typed degrees") {
    ShapesRig rig;
    CHECK(rig.hand().key("5"));
    CHECK(rig.hand().drag(shapes_canvas, {200, 200}, {300, 260}));
    RotatedBox car = rig.shape<RotatedBox>("o1");
    CHECK(car.degrees == 0);
    CHECK(std::abs(car.centre.x - 250) <= 1);
    CHECK(std::abs(car.width - 100) <= 2);
    const auto& at = rig.seen(shapes_canvas)->screen_from_content;
    const double zoom = (at({100, 0}).x - at({0, 0}).x) / 100;
    const double arm = static_cast<double>(rig.ui().px(26)) / zoom;
    CHECK(rig.hand().drag(shapes_canvas, {250, 200 - arm}, {400, 230}));
    car = rig.shape<RotatedBox>("o1");
    CHECK(std::abs(car.degrees - 90) <= 1);
    CHECK(std::abs(car.width - 100) <= 2);
    CHECK(rig.hand().key("Esc")); // keys act in select mode
    CHECK(rig.hand().double_click("work/side/coordinates/degrees"));
    CHECK(rig.hand().type("30"));
    CHECK(rig.hand().key("Enter"));
    CHECK(rig.shape<RotatedBox>("o1").degrees == 30);
    CHECK(rig.hand().click_at(shapes_canvas, {250, 230}));
    CHECK(rig.hand().key("."));
    CHECK(rig.hand().key("."));
    CHECK(rig.hand().key("Shift+,"));
    CHECK(rig.shape<RotatedBox>("o1").degrees == doctest::Approx(31.9));
}

TEST_CASE("turned boxes: a side that is pulled keeps angle and opposite side, and Shift turns in steps of 15 degrees") {
    ShapesRig rig;
    rig.put("o1", "car", RotatedBox{{250, 240}, 120, 60, 90});
    CHECK(rig.hand().key("V"));
    CHECK(rig.hand().click_at(shapes_canvas, {250, 240}));
    CHECK(rig.hand().drag(shapes_canvas, {250, 300}, {250, 340})); // its right side, below
    RotatedBox car = rig.shape<RotatedBox>("o1");
    CHECK(std::abs(car.width - 160) <= 1);
    CHECK(car.height == 60);
    CHECK(car.degrees == 90);
    CHECK(std::abs(car.centre.y - 260) <= 1);
    const auto& at = rig.seen(shapes_canvas)->screen_from_content;
    const double arm = static_cast<double>(rig.ui().px(26)) / ((at({100, 0}).x - at({0, 0}).x) / 100);
    rig.hold(false, true);
    CHECK(rig.hand().drag(shapes_canvas, {280 + arm, 260}, {400, 300}));
    rig.hold();
    CHECK(rig.shape<RotatedBox>("o1").degrees == 105);
}

TEST_CASE("key points: left is visible, right is hidden, J is not there, and the last one finishes") {
    ShapesRig rig;
    CHECK(rig.hand().key("6"));
    CHECK(rig.hand().click_at(shapes_canvas, {300, 100}));
    CHECK(rig.hand().right_click_at(shapes_canvas, {250, 200}));
    CHECK(rig.answer().objects.empty());
    CHECK(rig.hand().key("J"));
    const auto points = rig.shape<Keypoints>("o1").points;
    REQUIRE(points.size() == 3);
    check_near({points[0].at, points[1].at}, {{300, 100}, {250, 200}});
    CHECK(points[0].visibility == Visibility::visible);
    CHECK(points[1].visibility == Visibility::hidden);
    CHECK(points[2] == Keypoint{});
    CHECK(rig.answer().objects.at("o1").label == "pose");
}

TEST_CASE("key points: Backspace takes one back, Enter leaves the rest out, nothing at all is no object") {
    ShapesRig rig;
    CHECK(rig.hand().key("K"));
    rig.click_all({{300, 100}, {250, 200}});
    CHECK(rig.hand().key("Backspace"));
    CHECK(rig.hand().key("Enter"));
    const auto points = rig.shape<Keypoints>("o1").points;
    CHECK(points[0].visibility == Visibility::visible);
    CHECK(points[1] == Keypoint{});
    for (int i = 0; i < 3; ++i) CHECK(rig.hand().key("J"));
    CHECK(rig.answer().objects.size() == 1);
}

TEST_CASE("key points: one is dragged, told hidden, taken away and brought back") {
    ShapesRig rig;
    rig.put("o1", "pose", Keypoints{{{{300, 100}, Visibility::visible}, {{250, 200}, Visibility::visible}, {}}});
    CHECK(rig.hand().key("V"));
    CHECK(rig.hand().click_at(shapes_canvas, {300, 100}));
    CHECK(rig.hand().drag(shapes_canvas, {250, 200}, {240, 260}));
    check_near({rig.shape<Keypoints>("o1").points[1].at}, {{240, 260}});
    CHECK(rig.last_journal_line().size() <= 300);
    CHECK(rig.hand().key("J"));
    CHECK(rig.shape<Keypoints>("o1").points[1].visibility == Visibility::hidden);
    CHECK(rig.hand().click("work/side/points/right"));
    CHECK(rig.hand().click("work/side/points/v2"));
    const Keypoint back = rig.shape<Keypoints>("o1").points[2];
    CHECK(back.visibility == Visibility::visible);
    check_near({back.at}, {{270, 180}}); // amid the others
    CHECK(rig.hand().click("work/side/points/v0"));
    CHECK(rig.shape<Keypoints>("o1").points[2] == Keypoint{});
}

TEST_CASE("masks: a stroke paints, another goes on, the eraser takes away, each one step") {
    ShapesRig rig;
    CHECK(rig.hand().key("7"));
    const std::size_t lines = rig.journal_lines();
    CHECK(rig.hand().drag(shapes_canvas, {100, 100}, {200, 100}));
    CHECK(rig.journal_lines() == lines + 1);
    const auto pixels = [&] {
        const auto mask = rig.shape<MaskRuns>("o1");
        CHECK(mask.width == 640);
        CHECK(mask.height == 480);
        std::uint32_t count = 0;
        for (const PixelRun& run : mask.runs) count += run.end - run.start;
        return count;
    };
    const std::uint32_t first = pixels();
    CHECK(first > 2000); // 100 × 20 and round ends
    CHECK(rig.hand().drag(shapes_canvas, {150, 60}, {150, 160}));
    CHECK(rig.answer().objects.size() == 1);
    CHECK(pixels() > first);
    CHECK(rig.hand().key("E"));
    for (int i = 0; i < 3; ++i) CHECK(rig.hand().key("]"));
    CHECK(rig.hand().drag(shapes_canvas, {150, 50}, {150, 170}));
    CHECK(pixels() < first);
    rig.undo();
    CHECK(pixels() > first);
}

TEST_CASE("masks: one that is wiped out is gone, and the eraser alone makes none") {
    ShapesRig rig;
    CHECK(rig.hand().key("E"));
    CHECK(rig.hand().drag(shapes_canvas, {100, 100}, {200, 100}));
    CHECK(rig.answer().objects.empty());
    CHECK(rig.hand().key("B"));
    CHECK(rig.hand().click_at(shapes_canvas, {300, 200}));
    CHECK(rig.answer().objects.size() == 1);
    CHECK(rig.hand().key("E"));
    for (int i = 0; i < 4; ++i) CHECK(rig.hand().key("]"));
    CHECK(rig.hand().click_at(shapes_canvas, {300, 200}));
    CHECK(rig.answer().objects.empty());
}

TEST_CASE("masks: a polygon becomes one by its menu") {
    ShapesRig rig;
    rig.put("o1", "lawn", Polygon{{{100, 100}, {200, 100}, {200, 150}, {100, 150}}});
    CHECK(rig.hand().key("V"));
    CHECK(rig.hand().right_click_at(shapes_canvas, {150, 125}));
    CHECK(rig.hand().click("work/menu/to_mask"));
    const auto mask = rig.shape<MaskRuns>("o2");
    CHECK(mask_box(mask) == PixelBox{100, 100, 100, 50});
    CHECK(rig.answer().objects.at("o2").label == "sky");
}

TEST_CASE("a locked object is neither picked nor moved nor deleted until it is unlocked") {
    ShapesRig rig;
    rig.put("o1", "person", Box{100, 100, 80, 60});
    rig.put("o2", "lawn", Polygon{{{50, 50}, {400, 50}, {400, 400}, {50, 400}}});
    CHECK(rig.hand().key("V"));
    CHECK(rig.hand().click_at(shapes_canvas, {140, 130}));
    CHECK(rig.hand().key("Ctrl+L"));
    CHECK(rig.hand().key("Delete"));
    CHECK(rig.hand().key("Right"));
    CHECK(rig.shape<Box>("o1") == Box{100, 100, 80, 60});
    CHECK(rig.hand().click_at(shapes_canvas, {140, 130})); // the lawn below it
    CHECK(rig.selected("o2"));
    CHECK(rig.hand().click("work/side/objects/o1"));
    CHECK(rig.hand().key("Esc"));
    CHECK(rig.hand().key("Ctrl+L"));
    CHECK(rig.hand().key("Delete"));
    CHECK_FALSE(rig.answer().objects.contains("o1"));
}

TEST_CASE("of two equal shapes the one that was brought to the front is picked") {
    ShapesRig rig;
    rig.put("o1", "person", Box{100, 100, 80, 60});
    rig.put("o2", "light", Box{100, 100, 80, 60});
    CHECK(rig.hand().key("V"));
    CHECK(rig.hand().click_at(shapes_canvas, {140, 130}));
    CHECK(rig.selected("o2"));
    CHECK(rig.hand().key("Ctrl+[")); // to the back
    CHECK(rig.hand().key("Esc"));
    CHECK(rig.hand().click_at(shapes_canvas, {140, 130}));
    CHECK(rig.selected("o1"));
    CHECK(rig.journal_lines() > 0);
}

TEST_CASE("hidden shapes are not picked, and come back") {
    ShapesRig rig;
    rig.put("o1", "lane", Polyline{{{100, 100}, {300, 100}}});
    CHECK(rig.hand().key("V"));
    CHECK(rig.hand().click_at(shapes_canvas, {200, 103}));
    CHECK(rig.selected("o1"));
    CHECK(rig.hand().key("Ctrl+H"));
    CHECK(rig.hand().key("Esc"));
    CHECK(rig.hand().click_at(shapes_canvas, {200, 103}));
    CHECK_FALSE(rig.selected("o1"));
    CHECK(rig.hand().key("Ctrl+H"));
    CHECK(rig.hand().click_at(shapes_canvas, {200, 103}));
    CHECK(rig.selected("o1"));
}
