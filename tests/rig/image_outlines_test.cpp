// Polygons and polylines: drawn, edited point by point, by mouse and by keyboard.
#include <doctest/doctest.h>

#include "tests/rig/image_shapes_rig.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

const std::vector<Vec2> corners{{100, 100}, {300, 100}, {300, 300}, {100, 300}};
const Polygon lawn{corners};

// The polygon o1 lies there and is selected, with the select tool in the hand.
struct Lawn : ShapesRig {
    Lawn() {
        put("o1", "lawn", lawn);
        CHECK(hand().key("V"));
        CHECK(hand().click_at(shapes_canvas, {200, 180}));
        CHECK(selected("o1"));
    }
    std::vector<Vec2> points() { return shape<Polygon>("o1").points; }
};

} // namespace

TEST_CASE("outlines: clicks set the corners and Enter finishes, as one step") {
    ShapesRig rig;
    CHECK(rig.hand().key("3"));
    const std::size_t lines = rig.journal_lines();
    rig.click_all(corners);
    CHECK(rig.answer().objects.empty());
    CHECK(rig.hand().key("Enter"));
    check_near(rig.shape<Polygon>("o1").points, corners);
    CHECK(rig.answer().objects.at("o1").label == "lawn");
    CHECK(rig.journal_lines() == lines + 1);
    rig.undo();
    CHECK(rig.answer().objects.empty());
}

TEST_CASE("outlines: a click on the first corner finishes, and so does a double click") {
    ShapesRig rig;
    CHECK(rig.hand().key("3"));
    rig.click_all({{100, 100}, {300, 100}, {200, 250}, {104, 103}});
    check_near(rig.shape<Polygon>("o1").points, {{100, 100}, {300, 100}, {200, 250}});
    CHECK(rig.hand().key("4"));
    rig.click_all({{50, 400}, {200, 420}});
    CHECK(rig.hand().double_click_at(shapes_canvas, {400, 400}));
    check_near(rig.shape<Polyline>("o2").points, {{50, 400}, {200, 420}, {400, 400}});
}

TEST_CASE("outlines: right click, Backspace and undo take back the last corner, Esc all of them") {
    ShapesRig rig;
    CHECK(rig.hand().key("4"));
    rig.click_all({{50, 50}, {150, 50}, {250, 90}, {350, 90}, {450, 90}});
    CHECK(rig.hand().right_click_at(shapes_canvas, {460, 100}));
    CHECK(rig.hand().key("Backspace"));
    CHECK(rig.view().undo_in_hand());
    CHECK(rig.hand().key("Enter"));
    check_near(rig.shape<Polyline>("o1").points, {{50, 50}, {150, 50}});
    rig.click_all({{50, 200}, {150, 200}});
    CHECK(rig.hand().key("Esc"));
    CHECK(rig.hand().key("Enter"));
    CHECK(rig.answer().objects.size() == 1);
    CHECK_FALSE(rig.view().undo_in_hand());
}

TEST_CASE("outlines: too few corners or too small an area make nothing, and the screen says why") {
    ShapesRig rig;
    CHECK(rig.hand().key("3"));
    rig.click_all({{100, 100}, {300, 100}});
    CHECK(rig.hand().key("Enter"));
    CHECK(rig.answer().objects.empty());
    CHECK_FALSE(rig.ui().notes().empty());
    rig.click_all({{200, 250}}); // the drawing goes on
    CHECK(rig.hand().key("Enter"));
    CHECK(rig.answer().objects.size() == 1);
    CHECK(rig.hand().key("Insert"));
    CHECK(rig.hand().key("Right"));
    CHECK(rig.hand().key("Insert"));
    CHECK(rig.hand().key("Down"));
    CHECK(rig.hand().key("Insert"));
    CHECK(rig.hand().key("Enter"));
    CHECK(rig.answer().objects.size() == 1); // half a square pixel
}

TEST_CASE("outlines: Shift keeps the way from the last corner level, upright or at 45 degrees") {
    ShapesRig rig;
    CHECK(rig.hand().key("4"));
    rig.click_all({{100, 100}});
    rig.hold(false, true);
    rig.click_all({{250, 112}, {262, 240}, {160, 330}});
    rig.hold();
    CHECK(rig.hand().key("Enter"));
    const auto points = rig.shape<Polyline>("o1").points;
    REQUIRE(points.size() == 4);
    CHECK(points[1].y == points[0].y);
    CHECK(points[2].x == points[1].x);
    CHECK(points[3].y - points[2].y == doctest::Approx(points[2].x - points[3].x).epsilon(0.001));
}

TEST_CASE("outlines: a polygon drawn by keyboard alone is exact to the pixel") {
    ShapesRig rig;
    CHECK(rig.hand().key("3"));
    CHECK(rig.hand().key("Insert")); // the cross-hair begins in the middle: 320, 240
    for (int i = 0; i < 3; ++i) CHECK(rig.hand().key("Shift+Right"));
    CHECK(rig.hand().key("Insert"));
    for (int i = 0; i < 2; ++i) CHECK(rig.hand().key("Shift+Down"));
    CHECK(rig.hand().key("Insert"));
    CHECK(rig.hand().key("Enter"));
    CHECK(rig.shape<Polygon>("o1").points == std::vector<Vec2>{{320, 240}, {350, 240}, {350, 260}});
}

TEST_CASE("outlines: a dragged corner moves alone, in one short journal line, and can be undone") {
    Lawn rig;
    const std::size_t lines = rig.journal_lines();
    CHECK(rig.hand().drag(shapes_canvas, {300, 300}, {350, 340}));
    check_near(rig.points(), {{100, 100}, {300, 100}, {350, 340}, {100, 300}});
    CHECK(rig.points()[0] == corners[0]);
    CHECK(rig.journal_lines() == lines + 1);
    CHECK(rig.last_journal_line().size() <= 300);
    rig.undo();
    CHECK(rig.points() == corners);
}

TEST_CASE("outlines: a dragged middle of an edge gives a new corner; Alt and a click add and take one away") {
    Lawn rig;
    CHECK(rig.hand().drag(shapes_canvas, {200, 100}, {200, 60}));
    check_near(rig.points(), {{100, 100}, {200, 60}, {300, 100}, {300, 300}, {100, 300}});
    rig.hold(false, false, true);
    CHECK(rig.hand().click_at(shapes_canvas, {200, 60}));
    CHECK(rig.points() == corners);
    CHECK(rig.hand().click_at(shapes_canvas, {300, 150})); // on the right edge, not at its middle
    check_near(rig.points(), {{100, 100}, {300, 100}, {300, 150}, {300, 300}, {100, 300}});
    rig.hold();
}

TEST_CASE("outlines: Delete takes the chosen corner, down to three; without one it takes the polygon") {
    Lawn rig;
    CHECK(rig.hand().click_at(shapes_canvas, {300, 300}));
    CHECK(rig.hand().key("Delete"));
    check_near(rig.points(), {{100, 100}, {300, 100}, {100, 300}});
    CHECK(rig.hand().click_at(shapes_canvas, {300, 100}));
    CHECK(rig.hand().key("Backspace"));
    CHECK(rig.points().size() == 3);
    CHECK_FALSE(rig.ui().notes().empty());
    CHECK(rig.hand().key("Backspace")); // nothing is chosen any more, and Backspace deletes no objects
    CHECK(rig.answer().objects.size() == 1);
    CHECK(rig.hand().key("Delete"));
    CHECK(rig.answer().objects.empty());
}

TEST_CASE("outlines: arrows move the chosen corner, Insert adds one behind it, typed numbers place it") {
    Lawn rig;
    CHECK(rig.hand().click_at(shapes_canvas, {100, 100}));
    CHECK(rig.hand().key("Shift+Left"));
    CHECK(rig.points()[0] == Vec2{90, 100});
    CHECK(rig.points()[1] == corners[1]);
    CHECK(rig.hand().key("Insert"));
    CHECK(rig.points()[1] == Vec2{195, 100});
    CHECK(rig.hand().double_click("work/side/coordinates/y"));
    CHECK(rig.hand().type("60.5"));
    CHECK(rig.hand().key("Enter"));
    CHECK(rig.points()[1] == Vec2{195, 60.5});
    CHECK(rig.hand().double_click("work/side/coordinates/point"));
    CHECK(rig.hand().type("4"));
    CHECK(rig.hand().key("Enter"));
    CHECK(rig.hand().double_click("work/side/coordinates/x"));
    CHECK(rig.hand().type("310"));
    CHECK(rig.hand().key("Enter"));
    CHECK(rig.points()[3] == Vec2{310, 300});
}

TEST_CASE("outlines: a corner snaps to the corner of another shape, and not while Alt is held") {
    ShapesRig rig;
    rig.put("o1", "lawn", Polygon{{{100, 100}, {200, 100}, {150, 200}}});
    CHECK(rig.hand().key("Esc"));
    CHECK(rig.hand().key("3"));
    rig.click_all({{202, 102}, {300, 150}, {250, 250}});
    CHECK(rig.hand().key("Enter"));
    CHECK(rig.shape<Polygon>("o2").points[0] == Vec2{200, 100});
    CHECK(rig.hand().key("Esc"));
    CHECK(rig.hand().key("Esc"));
    CHECK(rig.hand().key("3"));
    rig.hold(false, false, true);
    rig.click_all({{202, 98}, {300, 50}, {250, 20}});
    rig.hold();
    CHECK(rig.hand().key("Enter"));
    CHECK(rig.shape<Polygon>("o3").points[0] != Vec2{200, 100});
}

TEST_CASE("outlines: a polygon moves as a whole, stops at the border, and copies stand beside it") {
    Lawn rig;
    CHECK(rig.hand().drag(shapes_canvas, {200, 200}, {260, 230}));
    const auto moved = rig.points();
    check_near(moved, {{160, 130}, {360, 130}, {360, 330}, {160, 330}});
    CHECK(rig.hand().key("Ctrl+D"));
    CHECK(rig.shape<Polygon>("o2").points[0] == moved[0] + Vec2{10, 10});
    CHECK(rig.hand().drag(shapes_canvas, {250, 250}, {640, 250}));
    CHECK(rig.shape<Polygon>("o2").points[1].x == 640);
}

TEST_CASE("outlines: one that crosses itself is told in the list") {
    Lawn rig;
    CHECK(rig.hand().drag(shapes_canvas, {300, 300}, {20, 200}));
    const Seen* row = rig.seen("work/side/objects/o1");
    REQUIRE(row != nullptr);
    CHECK(row->label.find("自相交") != std::string::npos);
}
