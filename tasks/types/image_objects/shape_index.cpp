#include "tasks/types/image_objects/shape_index.h"

#include <algorithm>

#include "engine/answer/shape_bounds.h"
#include "engine/geometry/ring_crossing.h"

namespace biaokao::image_objects {

const std::vector<PlacedShape>& ShapeIndex::of(const Answer& answer, std::string_view item, std::uint64_t revision,
                                               const Pile& pile) {
    if (answer_ == &answer && item_ == item && revision_ == revision && hidden_ == pile.hidden &&
        locked_ == pile.locked && height_ == pile.height)
        return shapes_;
    if (item_ != item) polygons_.clear();
    answer_ = &answer;
    item_ = item;
    revision_ = revision;
    hidden_ = pile.hidden;
    locked_ = pile.locked;
    height_ = pile.height;
    build(answer);
    return shapes_;
}

const PlacedShape* ShapeIndex::find(std::string_view id) const {
    const auto place = places_.find(id);
    return place == places_.end() ? nullptr : &shapes_[place->second];
}

void ShapeIndex::build(const Answer& answer) {
    shapes_.clear();
    places_.clear();
    for (const auto& [id, object] : answer.objects) {
        if (object.item != item_ || (!hidden_.empty() && hidden_.contains(id)) || !bounds_of(object.shape)) continue;
        PlacedShape shape = placed(id, object);
        if (const auto* polygon = std::get_if<Polygon>(&object.shape)) shape.crosses = crosses(id, *polygon);
        shape.pickable = !locked_.contains(id);
        shapes_.push_back(std::move(shape));
    }
    if (!height_.empty()) {
        const auto height = [&](const PlacedShape& shape) {
            const auto found = height_.find(shape.id);
            return found == height_.end() ? 0 : found->second;
        };
        std::stable_sort(shapes_.begin(), shapes_.end(),
                         [&](const PlacedShape& a, const PlacedShape& b) { return height(a) < height(b); });
    }
    for (std::size_t i = 0; i < shapes_.size(); ++i) places_.emplace(shapes_[i].id, i);
}

bool ShapeIndex::crosses(const std::string& id, const Polygon& polygon) {
    Known& known = polygons_[id];
    if (known.points != polygon.points) known = {polygon.points, crosses_itself(sort_ring(polygon.points))};
    return known.crosses;
}

} // namespace biaokao::image_objects
