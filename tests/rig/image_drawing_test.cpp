#include <doctest/doctest.h>

#include "tests/rig/task_rig.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

constexpr std::string_view canvas = "work/canvas"; // media/yard.png, 640 × 480

const Box& box_of(TaskRig& rig, const std::string& id) {
    REQUIRE(rig.answer().objects.contains(id));
    return std::get<Box>(rig.answer().objects.at(id).shape);
}

// The hand hits screen pixels, not image pixels: at a zoom of z it is right to 1/z.
void check_close(const Box& box, const Box& wanted) {
    CHECK(std::abs(box.x - wanted.x) <= 1.0);
    CHECK(std::abs(box.y - wanted.y) <= 1.0);
    CHECK(std::abs(box.right() - wanted.right()) <= 1.0);
    CHECK(std::abs(box.bottom() - wanted.bottom()) <= 1.0);
}

} // namespace

TEST_CASE("image: a drag draws a box with the chosen label, as one step") {
    TaskRig rig("boxes");
    CHECK(rig.hand().click("work/side/labels/person"));
    const std::size_t lines = rig.journal_lines();
    CHECK(rig.hand().drag(canvas, {100, 120}, {180, 320}));
    REQUIRE(rig.answer().objects.size() == 1);
    check_close(box_of(rig, "o1"), {100, 120, 80, 200});
    CHECK(rig.answer().objects.at("o1").label == "person");
    CHECK(rig.answer().objects.at("o1").item == "yard");
    CHECK(rig.journal_lines() == lines + 1);
    rig.undo();
    CHECK(rig.answer().objects.empty());
}

TEST_CASE("image: two clicks draw a box as well") {
    TaskRig rig("boxes");
    CHECK(rig.hand().click("work/side/labels/person"));
    CHECK(rig.hand().click_at(canvas, {300, 100}));
    CHECK(rig.answer().objects.empty());
    CHECK(rig.hand().click_at(canvas, {250, 60})); // up and to the left
    check_close(box_of(rig, "o1"), {250, 60, 50, 40});
}

TEST_CASE("image: the right button takes the first corner back, and Esc too") {
    TaskRig rig("boxes");
    CHECK(rig.hand().click("work/side/labels/person"));
    CHECK(rig.hand().click_at(canvas, {300, 100}));
    CHECK(rig.hand().right_click_at(canvas, {320, 140}));
    CHECK(rig.hand().click_at(canvas, {200, 200}));
    CHECK(rig.hand().key("Esc"));
    CHECK(rig.hand().click_at(canvas, {400, 300}));
    CHECK(rig.hand().click_at(canvas, {440, 340}));
    REQUIRE(rig.answer().objects.size() == 1);
    check_close(box_of(rig, "o1"), {400, 300, 40, 40});
}

TEST_CASE("image: without a label the list at the pointer asks, and a digit answers") {
    TaskRig rig("boxes");
    CHECK(rig.hand().drag(canvas, {100, 120}, {180, 320}));
    CHECK(rig.answer().objects.at("o1").label.empty());
    CHECK(rig.seen("work/ask_label/light") != nullptr);
    CHECK(rig.hand().key("2"));
    CHECK(rig.answer().objects.at("o1").label == "light");
    CHECK(rig.seen("work/ask_label/light") == nullptr);
    CHECK(rig.hand().drag(canvas, {300, 120}, {360, 300})); // the label stays
    CHECK(rig.answer().objects.at("o2").label == "light");
}

TEST_CASE("image: a box under 3 pixels is not created, and the screen says why") {
    TaskRig rig("boxes");
    CHECK(rig.hand().key("1"));
    CHECK(rig.hand().key("Ctrl+0"));
    for (int i = 0; i < 20; ++i) CHECK(rig.hand().key("Ctrl+=")); // so large that 2 pixels are a drag
    const Vec2 middle{320, 240};
    CHECK(rig.hand().drag(canvas, middle, {322, 250}));
    CHECK(rig.answer().objects.empty());
    CHECK_FALSE(rig.ui().notes().empty());
    CHECK(rig.hand().drag(canvas, middle, {325, 250}));
    CHECK(rig.answer().objects.size() == 1);
}

TEST_CASE("image: points outside the picture are brought to its border") {
    TaskRig rig("boxes");
    CHECK(rig.hand().key("1"));
    CHECK(rig.hand().drag(canvas, {600, 400}, {652, 484}));
    const Box& box = box_of(rig, "o1");
    CHECK(box.right() == 640);
    CHECK(box.bottom() == 480);
}

TEST_CASE("image: a box drawn by keyboard alone is exact to the pixel") {
    TaskRig rig("boxes");
    CHECK(rig.hand().key("1"));
    CHECK(rig.hand().key("Insert")); // the cross-hair begins in the middle: 320, 240
    for (int i = 0; i < 3; ++i) CHECK(rig.hand().key("Shift+Right"));
    for (int i = 0; i < 7; ++i) CHECK(rig.hand().key("Down"));
    CHECK(rig.hand().key("Insert"));
    CHECK(box_of(rig, "o1") == Box{320, 240, 30, 7});
}

TEST_CASE("image: drawing snaps to the edge of another box, and not while Alt is held") {
    TaskRig rig("boxes");
    CHECK(rig.hand().key("1"));
    CHECK(rig.hand().drag(canvas, {100, 100}, {200, 200}));
    CHECK(rig.hand().key("Esc"));
    CHECK(rig.hand().key("Esc")); // deselects: its handles do not catch the pointer
    CHECK(rig.hand().key("W"));
    CHECK(rig.hand().drag(canvas, {202, 120}, {300, 180}));
    const double edge = box_of(rig, "o1").right();
    CHECK(box_of(rig, "o2").x == edge);
    CHECK(rig.hand().key("Esc"));
    CHECK(rig.hand().key("Esc"));
    CHECK(rig.hand().key("W"));
    rig.platform().set_modifiers(false, false, true);
    rig.frames(2);
    CHECK(rig.hand().drag(canvas, {202, 130}, {260, 170}));
    CHECK(box_of(rig, "o3").x != edge);
}

TEST_CASE("image: nothing is drawn where the answer cannot be edited") {
    TaskRig rig("boxes");
    CHECK(rig.hand().key("1"));
    rig.editable = false;
    CHECK(rig.hand().drag(canvas, {100, 120}, {180, 320}));
    CHECK(rig.hand().key("Insert"));
    CHECK(rig.answer().objects.empty());
}

TEST_CASE("image: time that runs out in the middle of a drag drops it") {
    TaskRig rig("boxes");
    CHECK(rig.hand().key("1"));
    CHECK(rig.hand().click_at(canvas, {100, 100}));
    rig.editable = false;
    rig.frames(1);
    rig.editable = true;
    CHECK(rig.hand().click_at(canvas, {200, 200}));
    CHECK(rig.answer().objects.empty()); // this click is a first corner again
}

TEST_CASE("image: undo while a box is being drawn takes its corner back and leaves the answer alone") {
    TaskRig rig("boxes");
    CHECK(rig.hand().key("1"));
    CHECK_FALSE(rig.view().undo_in_hand());
    CHECK(rig.hand().click_at(canvas, {100, 100}));
    CHECK(rig.view().undo_in_hand());
    CHECK_FALSE(rig.view().undo_in_hand());
    CHECK(rig.hand().click_at(canvas, {200, 200}));
    CHECK(rig.answer().objects.empty()); // a first corner again
}

TEST_CASE("image: where the panel is folded the labels are chosen by digits, and the panel is one click away") {
    // The font of the rig is 13 pixels high: as 683 × 384 at 100 %, which is what 200 % leaves of 1366 × 768.
    const int width = static_cast<int>(683 * 13 / base_font_size_px);
    TaskRig rig("boxes", {}, width, static_cast<int>(384 * 13 / base_font_size_px));
    CHECK(rig.seen("work/side/labels/person") == nullptr);
    CHECK(rig.hand().key("2"));
    CHECK(rig.hand().drag(canvas, {100, 120}, {180, 320}));
    CHECK(rig.answer().objects.at("o1").label == "light");
    CHECK(rig.hand().click("work/side_toggle"));
    CHECK(rig.hand().click("work/side/attributes/lamp/green"));
    CHECK(std::get<std::string>(rig.answer().objects.at("o1").attributes.at("lamp")) == "green");
    for (const auto& [id, seen] : rig.ui().probe().all())
        if (seen.kind == "button" && !id.starts_with("work/side/")) CHECK_MESSAGE(seen.in_screen.right() <= width, id);
}
