// Ellipses on the canvas: drawn, turned, typed, picked; bones between key points; hatches on every closed shape.
#include <doctest/doctest.h>

#include "tests/rig/image_shapes_rig.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

double arm_in_image(ShapesRig& rig) {
    const auto& at = rig.seen(shapes_canvas)->screen_from_content;
    return static_cast<double>(rig.ui().px(26)) / ((at({100, 0}).x - at({0, 0}).x) / 100);
}

// Vertices that the screen needs with the colour-blind palette more than without.
int hatch_vertices(ShapesRig& rig) {
    int counts[2]{};
    for (const bool clear : {false, true}) {
        rig.ui().clear_colors = clear;
        rig.frames(2);
        counts[clear] = ImGui::GetDrawData()->TotalVtxCount;
    }
    return counts[1] - counts[0];
}

int vertices(ShapesRig& rig) {
    rig.frames(2);
    return ImGui::GetDrawData()->TotalVtxCount;
}

} // namespace

TEST_CASE("ellipses: drawn by a drag or two clicks, a circle with Shift, too small is not made") {
    ShapesRig rig;
    CHECK(rig.hand().key("I"));
    CHECK(rig.seen("work/tool_ellipse")->value == "on");
    CHECK(rig.hand().drag(shapes_canvas, {100, 100}, {200, 160}));
    const Ellipse drawn = rig.shape<Ellipse>("o1");
    check_near({drawn.centre, {drawn.radius_x, drawn.radius_y}}, {{150, 130}, {50, 30}});
    CHECK(drawn.degrees == 0);
    CHECK(rig.answer().objects.at("o1").label == "wheel");
    CHECK(rig.last_journal_line().size() <= 300);
    rig.click_all({{300, 300}, {380, 340}});
    check_near({rig.shape<Ellipse>("o2").centre}, {{340, 320}});
    rig.hold(false, true);
    CHECK(rig.hand().drag(shapes_canvas, {400, 100}, {500, 150}));
    rig.hold();
    CHECK(rig.shape<Ellipse>("o3").radius_x == rig.shape<Ellipse>("o3").radius_y);
    CHECK(rig.hand().drag(shapes_canvas, {20, 20}, {40, 21}));
    CHECK(rig.answer().objects.size() == 3);
    CHECK(rig.session().undo("boxes"));
    CHECK(rig.answer().objects.size() == 2); // one gesture, one step
}

TEST_CASE("ellipses: turned at the handle and by keys, pulled at a side, typed, nudged, duplicated") {
    ShapesRig rig;
    rig.put("o1", "wheel", Ellipse{{250, 240}, 60, 30, 0});
    CHECK(rig.hand().key("V"));
    CHECK(rig.hand().click_at(shapes_canvas, {250, 240}));
    CHECK(rig.hand().drag(shapes_canvas, {250, 210 - arm_in_image(rig)}, {400, 240}));
    CHECK(std::abs(rig.shape<Ellipse>("o1").degrees - 90) <= 1);
    CHECK(rig.hand().double_click("work/side/coordinates/degrees"));
    CHECK(rig.hand().type("0"));
    CHECK(rig.hand().key("Enter"));
    CHECK(rig.hand().drag(shapes_canvas, {310, 240}, {350, 240}));
    const Ellipse longer = rig.shape<Ellipse>("o1");
    check_near({longer.centre, {longer.radius_x, longer.radius_y}}, {{270, 240}, {80, 30}});
    CHECK(rig.hand().key("."));
    CHECK(rig.hand().key("Shift+,"));
    CHECK(rig.shape<Ellipse>("o1").degrees == doctest::Approx(0.9));
    CHECK(rig.last_journal_line().size() <= 300);
    CHECK(rig.hand().double_click("work/side/coordinates/radius_y"));
    CHECK(rig.hand().type("45.5"));
    CHECK(rig.hand().key("Enter"));
    CHECK(rig.shape<Ellipse>("o1").radius_y == 45.5);
    CHECK(rig.hand().click_at(shapes_canvas, {270, 240}));
    CHECK(rig.hand().key("Shift+Right"));
    CHECK(rig.shape<Ellipse>("o1").centre.x == longer.centre.x + 10);
    CHECK(rig.hand().key("Ctrl+D"));
    CHECK(rig.shape<Ellipse>("o2").centre == rig.shape<Ellipse>("o1").centre + Vec2{10, 10});
}

TEST_CASE("ellipses: a click at a corner of its bounds meets what lies there, not the ellipse") {
    ShapesRig rig;
    rig.put("o1", "person", Box{100, 100, 400, 300});
    rig.put("o2", "wheel", Ellipse{{300, 250}, 100, 80, 0});
    CHECK(rig.hand().key("V"));
    CHECK(rig.hand().click_at(shapes_canvas, {215, 185}));
    CHECK(rig.selected("o1"));
    CHECK(rig.hand().key("Esc"));
    CHECK(rig.hand().click_at(shapes_canvas, {300, 250}));
    CHECK(rig.selected("o2"));
    CHECK(rig.seen("work/side/objects/o2")->label.find("200 × 160") != std::string::npos);
}

TEST_CASE("key points: bones are drawn between those that are there") {
    ShapesRig rig;
    const auto with_head = [](Visibility head) {
        return Keypoints{{{{300, 100}, head}, {{200, 200}, Visibility::visible}, {{400, 200}, Visibility::visible}}};
    };
    rig.put("o1", "pose", with_head(Visibility::unlabelled));
    const int without = vertices(rig);
    CHECK(rig.session().apply(
        {"edit.change_shape",
         "boxes",
         {{Change::Op::replace, "/objects/o1/keypoints", json_from_shape(with_head(Visibility::visible))}}}));
    const int with = vertices(rig);
    CHECK(rig.session().apply({"edit.relabel", "boxes", {{Change::Op::replace, "/objects/o1/label", Json("")}}}));
    const int unlabelled = vertices(rig); // no label, no skeleton: the points alone
    CHECK(with > without);
    CHECK(with > unlabelled);
}

TEST_CASE("hatch: every closed shape has one under the colour-blind palette, lines and points have none") {
    const auto ring = [](double x, double y, double side) {
        return Polygon{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}};
    };
    MaskRuns large{480, 640, {}}, small{480, 640, {}};
    for (std::uint32_t x = 100; x < 300; ++x) large.runs.push_back({x * 480 + 100, x * 480 + 300});
    for (std::uint32_t x = 100; x < 104; ++x) small.runs.push_back({x * 480 + 100, x * 480 + 104});
    struct Row {
        const char* label;
        Shape large, small;
        bool hatched;
    };
    const Row rows[] = {
        {"person", Box{100, 100, 200, 200}, Box{100, 100, 4, 4}, true},
        {"car", RotatedBox{{200, 200}, 200, 200, 30}, RotatedBox{{200, 200}, 4, 4, 30}, true},
        {"wheel", Ellipse{{200, 200}, 100, 100, 0}, Ellipse{{200, 200}, 2, 2, 0}, true},
        {"lawn", ring(100, 100, 200), ring(100, 100, 4), true},
        {"sky", large, small, true},
        {"lane", Polyline{{{100, 100}, {300, 300}}}, Polyline{{{100, 100}, {104, 104}}}, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.label);
        ShapesRig large_rig, small_rig;
        large_rig.put("o1", row.label, row.large);
        small_rig.put("o1", row.label, row.small);
        const int more = hatch_vertices(large_rig) - hatch_vertices(small_rig);
        if (row.hatched) CHECK(more >= 4 * 10);
        else CHECK(more == 0);
    }
}
