// Groups of shapes on the canvas and in the list.
#include <doctest/doctest.h>

#include "tests/rig/image_shapes_rig.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

struct ThreeBoxes : ShapesRig {
    ThreeBoxes() {
        put("o1", "person", Box{100, 100, 60, 60});
        put("o2", "light", Box{200, 100, 60, 60});
        put("o3", "person", Box{100, 300, 60, 60});
        CHECK(hand().key("V"));
    }
    const std::string& group(const std::string& id) { return answer().objects.at(id).group; }
    // The first two, by an area around them.
    void group_first_two() {
        CHECK(hand().drag(shapes_canvas, {80, 80}, {280, 180}));
        CHECK(hand().key("Ctrl+G"));
    }
};

} // namespace

TEST_CASE("groups: Ctrl+G joins the selection in one step, Ctrl+Shift+G takes the whole group apart") {
    ThreeBoxes rig;
    const std::size_t lines = rig.journal_lines();
    rig.group_first_two();
    CHECK(rig.group("o1") == "g1");
    CHECK(rig.group("o2") == "g1");
    CHECK(rig.group("o3").empty());
    CHECK(rig.journal_lines() == lines + 1);
    CHECK(rig.last_journal_line().size() <= 300);
    CHECK(rig.hand().click_at(shapes_canvas, {130, 330}));
    CHECK(rig.hand().key("Ctrl+G")); // one alone is no group
    CHECK(rig.group("o3").empty());
    CHECK(rig.hand().click_at(shapes_canvas, {130, 130}));
    CHECK(rig.hand().key("Ctrl+Shift+G"));
    CHECK(rig.group("o1").empty());
    CHECK(rig.group("o2").empty());
    rig.undo();
    CHECK(rig.group("o2") == "g1");
}

TEST_CASE("groups: a click takes the member alone, a double click the whole group, and a drag from there moves it") {
    ThreeBoxes rig;
    rig.group_first_two();
    CHECK(rig.hand().key("Esc"));
    CHECK(rig.hand().click_at(shapes_canvas, {130, 130}));
    CHECK(rig.selected("o1"));
    CHECK_FALSE(rig.selected("o2"));
    CHECK(rig.hand().double_click_at(shapes_canvas, {230, 130}));
    CHECK(rig.selected("o1"));
    CHECK(rig.selected("o2"));
    CHECK_FALSE(rig.selected("o3"));
    CHECK(rig.hand().drag(shapes_canvas, {230, 130}, {270, 150}));
    CHECK(std::abs(rig.shape<Box>("o1").x - 140) <= 1);
    CHECK(std::abs(rig.shape<Box>("o2").x - 240) <= 1);
    CHECK(rig.hand().double_click_at(shapes_canvas, {130, 330})); // in no group: a click like any other
    CHECK(rig.selected("o3"));
    CHECK_FALSE(rig.selected("o1"));
}

TEST_CASE("groups: the list names the group, a double click or Enter on a row takes all of it, group:: finds it") {
    ThreeBoxes rig;
    rig.group_first_two();
    CHECK(rig.seen("work/side/objects/o1")->label.find("g1") != std::string::npos);
    CHECK(rig.seen("work/side/objects/o3")->label.find("g1") == std::string::npos);
    CHECK(rig.hand().click("work/side/objects/o2")); // what is told of it moves the list
    CHECK(rig.hand().double_click("work/side/objects/o2"));
    CHECK(rig.selected("o1"));
    CHECK(rig.selected("o2"));
    CHECK_FALSE(rig.selected("o3"));
    CHECK(rig.hand().wait(600));
    CHECK(rig.hand().click("work/side/objects/o1"));
    CHECK_FALSE(rig.selected("o2"));
    CHECK(rig.hand().key("Enter"));
    CHECK(rig.selected("o2"));
    for (int i = 4; i <= 6; ++i) rig.put("o" + std::to_string(i), "person", Box{400, 20.0 * i, 10, 10});
    CHECK(rig.hand().click("work/side/objects/search"));
    CHECK(rig.hand().type("group::g1"));
    CHECK(rig.seen("work/side/objects/o2") != nullptr);
    CHECK(rig.seen("work/side/objects/o3") == nullptr);
}

TEST_CASE("groups: copies are a new group, one copied without its fellows is alone, deleting one leaves the other") {
    ThreeBoxes rig;
    rig.group_first_two();
    CHECK(rig.hand().key("Ctrl+D"));
    CHECK(rig.group("o4") == "g2");
    CHECK(rig.group("o5") == "g2");
    CHECK(rig.hand().key("Ctrl+C"));
    CHECK(rig.hand().key("Ctrl+V"));
    CHECK(rig.group("o6") == "g3");
    CHECK(rig.group("o7") == "g3");
    CHECK(rig.hand().click("work/side/objects/o1"));
    CHECK(rig.hand().key("F6")); // back to the canvas
    CHECK(rig.hand().click_at(shapes_canvas, {130, 330}));
    CHECK(rig.hand().click_at(shapes_canvas, {103, 103})); // o1 alone
    CHECK(rig.hand().key("Ctrl+D"));
    CHECK(rig.group("o8").empty());
    CHECK(rig.hand().click("work/side/objects/o1"));
    CHECK(rig.hand().key("Delete"));
    CHECK_FALSE(rig.answer().objects.contains("o1"));
    CHECK(rig.group("o2") == "g1");
}

TEST_CASE(
    "groups: the menu of an object joins, takes apart and chooses the whole group; locked members stay out of it") {
    ThreeBoxes rig;
    CHECK(rig.hand().right_click_at(shapes_canvas, {130, 330}));
    CHECK(rig.seen("work/menu/group") == nullptr); // one alone
    CHECK(rig.seen("work/menu/ungroup") == nullptr);
    CHECK(rig.hand().key("Esc"));
    CHECK(rig.hand().drag(shapes_canvas, {80, 80}, {280, 180}));
    CHECK(rig.hand().right_click_at(shapes_canvas, {130, 130}));
    CHECK(rig.hand().click("work/menu/group"));
    CHECK(rig.group("o2") == "g1");
    CHECK(rig.hand().click_at(shapes_canvas, {230, 130}));
    CHECK(rig.hand().right_click_at(shapes_canvas, {230, 130}));
    CHECK(rig.hand().click("work/menu/whole_group"));
    CHECK(rig.selected("o1"));
    CHECK(rig.hand().right_click_at(shapes_canvas, {230, 130}));
    CHECK(rig.hand().click("work/menu/ungroup"));
    CHECK(rig.group("o1").empty());
}
