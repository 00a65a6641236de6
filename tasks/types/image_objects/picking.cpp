#include "tasks/types/image_objects/picking.h"

#include <algorithm>

#include "engine/answer/shape_bounds.h"
#include "tasks/types/image_objects/shape_measure.h"

namespace biaokao::image_objects {
namespace {

struct Hit {
    const PlacedShape* shape;
    bool closed;
    double rank; // distance or area
};

} // namespace

const Box* box_of(const Object& object) { return std::get_if<Box>(&object.shape); }

PlacedShape placed(std::string id, const Object& object) {
    return {.id = std::move(id),
            .object = &object,
            .bounds = bounds_of(object.shape).value_or(Box{}),
            .area = area_of(object.shape)};
}

std::vector<std::string> shapes_under(const std::vector<PlacedShape>& shapes, Vec2 point, PickReach reach) {
    std::vector<Hit> hits;
    const double widest = std::max(reach.area, reach.thin);
    for (const PlacedShape& each : shapes) {
        if (!each.pickable || !grown(each.bounds, widest).contains(point)) continue;
        const bool closed = is_closed(each.shape());
        const double distance = distance_to(each.shape(), point);
        if (distance <= (closed ? reach.area : reach.thin))
            hits.push_back({&each, closed, closed ? each.area : distance});
    }
    // `hits` are in the order of drawing; the pointers tell it.
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        if (a.closed != b.closed) return b.closed;
        return a.rank != b.rank ? a.rank < b.rank : a.shape > b.shape;
    });
    std::vector<std::string> ids;
    for (const Hit& hit : hits) ids.push_back(hit.shape->id);
    return ids;
}

std::vector<std::string> shapes_inside(const std::vector<PlacedShape>& shapes, const Box& area) {
    std::vector<std::string> ids;
    for (const PlacedShape& each : shapes)
        if (each.pickable && area.contains({each.bounds.x, each.bounds.y}) &&
            area.contains({each.bounds.right(), each.bounds.bottom()}))
            ids.push_back(each.id);
    return ids;
}

Box grown(const Box& box, double by) { return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by}; }

} // namespace biaokao::image_objects
