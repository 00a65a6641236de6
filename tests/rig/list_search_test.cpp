#include <doctest/doctest.h>

#include "engine/base/json.h"
#include "tests/rig/task_rig.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

void put_boxes(TaskRig& rig) {
    for (int i = 1; i <= 7; ++i) {
        const bool light = i > 4;
        Attributes attributes;
        if (i == 7) attributes["lamp"] = "red";
        const Object object{.item = "yard",
                            .label = light ? "light" : "person",
                            .attributes = attributes,
                            .shape = Box{20.0 * i, 20, 15, 15},
                            .text = ""};
        REQUIRE(rig.session().apply({"edit.draw_box",
                                     "boxes",
                                     {{Change::Op::add, "/objects/o" + std::to_string(i), json_from_object(object)}}}));
    }
    REQUIRE(rig.hand().settle());
}

bool listed(TaskRig& rig, const std::string& id) { return rig.seen("work/side/objects/" + id) != nullptr; }

SmallPack pack_with_twelve_labels() {
    SmallPack pack;
    for (int i = 3; i <= 12; ++i) {
        const std::string number = std::to_string(i);
        const std::string label = R"({"id": "thing)" + number + R"(", "title": {"zh": "物品)" + number +
                                  R"(", "en": "Thing )" + number + R"("}, "color": "#56B4E9", "shape": "box"})";
        pack.set("questions/boxes.json:/labels/objects/-", parse_json(label, "label").value());
    }
    return pack;
}

} // namespace

TEST_CASE("list search: what is typed leaves the rows that match, says how many, and Clear brings all back") {
    TaskRig rig("boxes");
    put_boxes(rig);
    CHECK(rig.hand().click("work/side/objects/search"));
    CHECK(rig.hand().type("label::light"));
    CHECK_FALSE(listed(rig, "o1"));
    CHECK(listed(rig, "o5"));
    REQUIRE(rig.seen("work/side/objects/found") != nullptr);
    CHECK(rig.seen("work/side/objects/found")->label.find("3") != std::string::npos);
    CHECK(rig.seen("work/side/objects/found")->label.find("4") != std::string::npos);
    CHECK(rig.hand().type(" lamp::"));
    CHECK(listed(rig, "o5"));
    CHECK_FALSE(listed(rig, "o7"));
    CHECK(rig.hand().click("work/side/objects/clear_search"));
    CHECK(listed(rig, "o1"));
    CHECK(rig.seen("work/side/objects/found") == nullptr);
}

TEST_CASE("list search: no key acts on a row that is left out") {
    TaskRig rig("boxes");
    put_boxes(rig);
    CHECK(rig.hand().key("Ctrl+A")); // all seven, on the canvas
    CHECK(rig.hand().click("work/side/objects/search"));
    CHECK(rig.hand().type("label::light"));
    CHECK(rig.hand().click("work/side/objects/o6"));
    CHECK(rig.hand().key("Ctrl+A"));
    CHECK(rig.hand().key("Delete"));
    CHECK(rig.answer().objects.size() == 4);
    CHECK(rig.answer().objects.contains("o1"));
}

TEST_CASE("list search: what was selected and is left out is no longer selected") {
    TaskRig rig("boxes");
    put_boxes(rig);
    CHECK(rig.hand().key("Ctrl+A"));
    CHECK(rig.hand().click("work/side/objects/search"));
    CHECK(rig.hand().type("lamp::red"));
    CHECK(rig.hand().key("Esc"));
    CHECK(rig.hand().key("Delete"));
    CHECK(rig.answer().objects.size() == 6);
    CHECK_FALSE(rig.answer().objects.contains("o7"));
}

TEST_CASE("list search: Ctrl+F in the list goes to the field, Enter keeps what was typed") {
    TaskRig rig("boxes");
    put_boxes(rig);
    CHECK(rig.hand().click("work/side/objects/o2"));
    CHECK(rig.hand().key("Ctrl+F"));
    CHECK(rig.hand().type("o3"));
    CHECK(rig.hand().key("Enter"));
    CHECK(listed(rig, "o3"));
    CHECK_FALSE(listed(rig, "o2"));
}

TEST_CASE("palette search: more than ten labels have a field, and the digits stay with their labels") {
    TaskRig few("boxes");
    CHECK(few.seen("work/side/labels/search") == nullptr);
    TaskRig rig("boxes", pack_with_twelve_labels());
    CHECK(rig.hand().click("work/side/labels/search"));
    CHECK(rig.hand().type("thing 11"));
    CHECK(rig.seen("work/side/labels/person") == nullptr);
    CHECK(rig.hand().click("work/side/labels/thing11"));
    CHECK(rig.hand().drag("work/canvas", {50, 50}, {100, 100}));
    REQUIRE(rig.answer().objects.size() == 1);
    CHECK(rig.answer().objects.begin()->second.label == "thing11");
    CHECK(rig.hand().key("Ctrl+A"));
    CHECK(rig.hand().key("1"));
    CHECK(rig.answer().objects.begin()->second.label == "person");
}
