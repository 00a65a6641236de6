#include "tasks/types/image_objects/picking.h"

#include <algorithm>

namespace biaokao::image_objects {

const Box* box_of(const Object& object) { return std::get_if<Box>(&object.shape); }

std::vector<std::string> boxes_under(const std::vector<PickableBox>& boxes, Vec2 point, double reach) {
    std::vector<const PickableBox*> hits;
    for (const PickableBox& each : boxes) {
        const Box wide{each.box.x - reach, each.box.y - reach, each.box.width + 2 * reach, each.box.height + 2 * reach};
        if (wide.contains(point)) hits.push_back(&each);
    }
    // `hits` are in the order of drawing; the pointers tell it.
    std::sort(hits.begin(), hits.end(), [](const PickableBox* a, const PickableBox* b) {
        return a->box.area() != b->box.area() ? a->box.area() < b->box.area() : a > b;
    });
    std::vector<std::string> ids;
    for (const PickableBox* hit : hits) ids.push_back(hit->id);
    return ids;
}

std::vector<std::string> boxes_inside(const std::vector<PickableBox>& boxes, const Box& area) {
    std::vector<std::string> ids;
    for (const PickableBox& each : boxes)
        if (area.contains({each.box.x, each.box.y}) && area.contains({each.box.right(), each.box.bottom()}))
            ids.push_back(each.id);
    return ids;
}

} // namespace biaokao::image_objects
