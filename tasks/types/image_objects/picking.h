// Which shape is meant by a click: lines and points that are near, then the smallest area under the pointer, so that a
// large shape never hides a small one.
#pragma once

#include <string>
#include <vector>

#include "engine/answer/answer.h"

namespace biaokao::image_objects {

// The box of an object, or null where it has another shape.
[[nodiscard]] const Box* box_of(const Object& object);

// A shape of the picture that is shown, with what is asked of it in every frame. Made by ShapeIndex.
struct PlacedShape {
    std::string id;
    const Object* object = nullptr; // in the answer
    Box bounds;
    double area = 0;      // 0 for lines and points
    bool crosses = false; // a polygon that touches or crosses itself
    bool pickable = true; // false: locked
    [[nodiscard]] const Shape& shape() const { return object->shape; }
};
[[nodiscard]] PlacedShape placed(std::string id, const Object& object);

struct PickReach { // in image pixels: how far outside an area, and how far from a line or a point, still counts
    double area = 0, thin = 0;
};
// Ids of all pickable shapes under the point: lines and points by distance, then areas from small to large (the later
// drawn first where they are equal).
[[nodiscard]] std::vector<std::string> shapes_under(const std::vector<PlacedShape>& shapes, Vec2 point,
                                                    PickReach reach);
// Ids of the pickable shapes that stand wholly inside the area.
[[nodiscard]] std::vector<std::string> shapes_inside(const std::vector<PlacedShape>& shapes, const Box& area);

[[nodiscard]] Box grown(const Box& box, double by); // by this much on every side

} // namespace biaokao::image_objects
