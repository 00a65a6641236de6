// Which box is meant by a click: the smallest one under the pointer, so that a large box never hides a small one.
#pragma once

#include <string>
#include <vector>

#include "engine/answer/answer.h"

namespace biaokao::image_objects {

// The box of an object, or null where it has another shape.
[[nodiscard]] const Box* box_of(const Object& object);

struct PickableBox {
    std::string id;
    Box box;
};

// The boxes of this item that are not in `hidden`, in the order of drawing.
template <class Ids>
[[nodiscard]] std::vector<PickableBox> boxes_of_item(const Answer& answer, std::string_view item, const Ids& hidden) {
    std::vector<PickableBox> boxes;
    for (const auto& [id, object] : answer.objects)
        if (const Box* box = box_of(object); box && object.item == item && !hidden.contains(id))
            boxes.push_back({id, *box});
    return boxes;
}

// Ids of all boxes under the point, from small to large (the later drawn first where areas are equal). `reach` is how
// far outside its edges a box still counts as hit, in image pixels.
[[nodiscard]] std::vector<std::string> boxes_under(const std::vector<PickableBox>& boxes, Vec2 point, double reach);
// Ids of the boxes that stand wholly inside the area.
[[nodiscard]] std::vector<std::string> boxes_inside(const std::vector<PickableBox>& boxes, const Box& area);

} // namespace biaokao::image_objects
