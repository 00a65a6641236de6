// A picture question with every shape: the small pack's "boxes" and six labels more. Digits: 1 person, 2 light
// (boxes), 3 lawn (polygon), 4 lane (polyline), 5 car (rotated box), 6 pose (key points head, left, right), 7 sky
// (mask), 8 wheel (ellipse).
#pragma once

#include "tests/rig/task_rig.h"

namespace biaokao::test {

inline constexpr std::string_view shapes_canvas = "work/canvas"; // media/yard.png, 640 × 480

inline SmallPack pack_with_shapes() {
    SmallPack pack;
    for (const char* label :
         {R"({"id": "lawn", "title": {"zh": "草地", "en": "Lawn"}, "color": "#009e73", "shape": "polygon"})",
          R"({"id": "lane", "title": {"zh": "车道", "en": "Lane"}, "color": "#0072b2", "shape": "polyline"})",
          R"({"id": "car", "title": {"zh": "车", "en": "Car"}, "color": "#56b4e9", "shape": "rotated_box"})",
          R"({"id": "pose", "title": {"zh": "姿势", "en": "Pose"}, "color": "#d55e00", "shape": "keypoints", "points": [
                 {"id": "head", "title": {"zh": "头", "en": "Head"}}, {"id": "left", "title": {"zh": "左手", "en": "Left"}},
                 {"id": "right", "title": {"zh": "右手", "en": "Right"}}], "skeleton": [["head", "left"], ["head", "right"]]})",
          R"({"id": "sky", "title": {"zh": "天空", "en": "Sky"}, "color": "#cc79a7", "shape": "mask"})",
          R"({"id": "wheel", "title": {"zh": "车轮", "en": "Wheel"}, "color": "#e69f00", "shape": "ellipse"})"})
        pack.set("questions/boxes.json:/labels/objects/-", parse_json(label, "label").value());
    return pack;
}

class ShapesRig : public TaskRig {
public:
    ShapesRig() : TaskRig("boxes", pack_with_shapes()) {}

    // Objects with exact numbers, as an answer that was there before.
    void put(const std::string& id, const std::string& label, const Shape& shape) {
        const Object object{.item = "yard", .label = label, .attributes = {}, .shape = shape, .text = ""};
        REQUIRE(session().apply(
            {"edit.draw_box", "boxes", {{Change::Op::add, "/objects/" + id, json_from_object(object)}}}));
        REQUIRE(hand().settle());
    }
    template <class ShapeType>
    ShapeType shape(const std::string& id) {
        REQUIRE(answer().objects.contains(id));
        return std::get<ShapeType>(answer().objects.at(id).shape);
    }
    void click_all(const std::vector<Vec2>& points) {
        for (const Vec2 point : points) CHECK(hand().click_at(shapes_canvas, point));
    }
    // Held from now on; released by hold().
    void hold(bool ctrl = false, bool shift = false, bool alt = false) {
        platform().set_modifiers(ctrl, shift, alt);
        frames(2);
    }
    bool selected(const std::string& id) {
        const Seen* row = seen("work/side/objects/" + id);
        return row && row->value == "on";
    }
};

// The hand hits screen pixels, not image pixels: at a zoom of z it is right to 1/z.
inline void check_near(const std::vector<Vec2>& points, const std::vector<Vec2>& wanted) {
    REQUIRE(points.size() == wanted.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        CAPTURE(i);
        CHECK(std::abs(points[i].x - wanted[i].x) <= 1.0);
        CHECK(std::abs(points[i].y - wanted[i].y) <= 1.0);
    }
}

} // namespace biaokao::test
