#include "tasks/types/image_objects/shape_index.h"

#include <algorithm>

#include "engine/answer/shape_bounds.h"
#include "engine/geometry/ring_crossing.h"

namespace biaokao::image_objects {

const std::vector<PlacedShape>& ShapeIndex::of(const Answer& answer, std::string_view item, std::uint64_t revision,
                                               const Pile& pile, const ChangedSince& changed_since) {
    const bool same_pile = answer_ == &answer && item_ == item && hidden_ == pile.hidden && locked_ == pile.locked &&
                           height_ == pile.height;
    if (same_pile && revision_ == revision) return shapes_;
    const auto changed = same_pile && changed_since ? changed_since(revision_) : std::nullopt;
    revision_ = revision;
    if (changed) {
        for (const std::string& id : *changed) update(id);
        return shapes_;
    }
    if (item_ != item) polygons_.clear();
    answer_ = &answer;
    item_ = item;
    hidden_ = pile.hidden;
    locked_ = pile.locked;
    height_ = pile.height;
    build();
    return shapes_;
}

const PlacedShape* ShapeIndex::find(std::string_view id) const {
    const auto place = place_of(id);
    return place == shapes_.end() || place->id != id ? nullptr : &*place;
}

int ShapeIndex::height_of(std::string_view id) const {
    const auto found = height_.find(id);
    return found == height_.end() ? 0 : found->second;
}

std::vector<PlacedShape>::const_iterator ShapeIndex::place_of(std::string_view id) const {
    const int height = height_of(id);
    return std::partition_point(shapes_.begin(), shapes_.end(), [&](const PlacedShape& shape) {
        const int other = height_of(shape.id);
        return other != height ? other < height : IdOrder{}(shape.id, id);
    });
}

std::optional<PlacedShape> ShapeIndex::made(const std::string& id, const Object& object) {
    if (object.item != item_ || hidden_.contains(id) || !stands_in_picture(object.shape)) return std::nullopt;
    PlacedShape shape = placed(id, object);
    if (const auto* polygon = std::get_if<Polygon>(&object.shape)) shape.crosses = crosses(id, *polygon);
    shape.pickable = !locked_.contains(id);
    return shape;
}

void ShapeIndex::build() {
    shapes_.clear();
    for (const auto& [id, object] : answer_->objects)
        if (auto shape = made(id, object)) shapes_.push_back(std::move(*shape));
    if (height_.empty()) return; // in the order of their ids already
    std::stable_sort(shapes_.begin(), shapes_.end(),
                     [this](const PlacedShape& a, const PlacedShape& b) { return height_of(a.id) < height_of(b.id); });
}

void ShapeIndex::update(const std::string& id) {
    const auto object = answer_->objects.find(id);
    auto shape = object == answer_->objects.end() ? std::nullopt : made(id, object->second);
    const auto place = shapes_.begin() + (place_of(id) - shapes_.cbegin());
    const bool was_there = place != shapes_.end() && place->id == id;
    if (shape && was_there) *place = std::move(*shape);
    else if (shape) shapes_.insert(place, std::move(*shape));
    else if (was_there) shapes_.erase(place);
}

bool ShapeIndex::crosses(const std::string& id, const Polygon& polygon) {
    Known& known = polygons_[id];
    if (known.points != polygon.points) known = {polygon.points, crosses_itself(sort_ring(polygon.points))};
    return known.crosses;
}

} // namespace biaokao::image_objects
