// One shape in each picture: the next picture comes by itself.
#include <doctest/doctest.h>

#include "tests/rig/image_shapes_rig.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

// Pictures yard and lane; each wants one of this label.
struct OneShapeRig : TaskRig {
    explicit OneShapeRig(const std::string& label, int points = 0) : TaskRig("boxes", pack_with(label, points)) {}

    static SmallPack pack_with(const std::string& label, int points) {
        SmallPack pack = pack_with_shapes();
        Json::Object one{{"label", label}};
        if (points > 0) one.emplace_back("points", points);
        pack.set("questions/boxes.json:/tools/one_shape", std::move(one));
        return pack;
    }
    std::vector<std::string> items() {
        std::vector<std::string> items;
        for (const auto& [id, object] : answer().objects) items.push_back(object.item + " " + object.label);
        return items;
    }
};

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("one shape: the tool is in the hand, the next picture comes when the box is drawn, and draws on") {
    OneShapeRig rig("person");
    CHECK(rig.hand().drag(shapes_canvas, {100, 100}, {200, 200}));
    CHECK(rig.view().current_item() == "lane");
    CHECK(rig.hand().drag(shapes_canvas, {100, 100}, {200, 200}));
    CHECK(rig.items() == Strings{"yard person", "lane person"});
    CHECK(rig.view().current_item() == "lane"); // the last one stays
    REQUIRE(rig.ui().notes().size() == 1);
    CHECK(rig.ui().notes()[0].words == rig.ui().tr("image.one_shape_last"));
}

TEST_CASE("one shape: a polygon is finished with its last point, without a key") {
    OneShapeRig rig("lawn", 3);
    for (const Vec2 point : {Vec2{100, 100}, Vec2{300, 100}, Vec2{200, 300}})
        CHECK(rig.hand().click_at(shapes_canvas, point));
    REQUIRE(rig.items() == Strings{"yard lawn"});
    CHECK(std::get<Polygon>(rig.answer().objects.at("o1").shape).points.size() == 3);
    CHECK(rig.view().current_item() == "lane");
}

TEST_CASE("one shape: skip goes on without drawing; where one is drawn already nothing is taken into the hand") {
    OneShapeRig rig("person");
    CHECK(rig.hand().click("work/skip"));
    CHECK(rig.view().current_item() == "lane");
    CHECK(rig.answer().objects.empty());
    CHECK_FALSE(rig.seen("work/skip")->enabled);
    CHECK(rig.hand().drag(shapes_canvas, {100, 100}, {200, 200}));
    CHECK(rig.hand().key("A"));
    CHECK(rig.view().current_item() == "yard");
    CHECK(rig.seen("work/tool_box")->value == "on");
    CHECK(rig.hand().key("V"));
    CHECK(rig.hand().key("D"));
    CHECK(rig.seen("work/tool_select")->value == "on");
}

TEST_CASE("one shape: while a required attribute waits for its value, the picture stays") {
    OneShapeRig rig("light");
    CHECK(rig.hand().drag(shapes_canvas, {100, 100}, {200, 200}));
    CHECK(rig.items() == Strings{"yard light"});
    CHECK(rig.view().current_item() == "yard");
}
