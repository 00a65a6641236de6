#include "tasks/types/image_objects/grips.h"

#include <cmath>

#include "engine/answer/shape_bounds.h"
#include "tasks/types/image_objects/outline_edit.h"
#include "tasks/types/image_objects/shape_measure.h"
#include "tasks/types/image_objects/turning_frame.h"

namespace biaokao::image_objects {
namespace {

// An edge shorter than this many reaches shows no handle in its middle: there is no room beside those of its ends.
constexpr double shortest_edge_in_reaches = 3.5;

template <class BoxType>
void add_sides(std::vector<PlacedGrip>& grips, const BoxType& box) {
    for (int y = -1; y <= 1; ++y)
        for (int x = -1; x <= 1; ++x)
            if (x != 0 || y != 0) grips.push_back({{Grip::Kind::side, {x, y}, 0}, handle_position(box, {x, y})});
}

// A shape that can be grabbed inside keeps room for that.
double reach_inside(const Shape& shape, Vec2 point, double reach) {
    if (!is_closed(shape) || distance_to(shape, point) > 0) return reach;
    const Box bounds = bounds_of(shape).value_or(Box{});
    return std::min(reach, std::min(bounds.width, bounds.height) / 4);
}

std::optional<Grip> point_grip(const Shape& shape, Vec2 at, double reach) {
    if (const auto* points = outline_of(shape)) {
        const auto index = point_near(*points, at, reach_inside(shape, at, reach));
        return index ? std::optional(Grip{Grip::Kind::point, {}, *index}) : std::nullopt;
    }
    std::optional<Grip> nearest;
    for (std::size_t i = 0; i < point_count(shape); ++i) {
        const auto place = point_of(shape, i);
        if (!place || length_of(*place - at) > reach) continue;
        reach = length_of(*place - at);
        nearest = Grip{Grip::Kind::point, {}, i};
    }
    return nearest;
}

std::optional<Grip> edge_grip(const Shape& shape, Vec2 at, double reach) {
    const auto* points = outline_of(shape);
    if (!points) return std::nullopt;
    std::optional<Grip> nearest;
    reach = reach_inside(shape, at, reach);
    const double shortest = shortest_edge_in_reaches * reach;
    for (std::size_t edge = 0; edge < edge_count(points->size(), is_closed(shape)); ++edge) {
        const double distance = length_of(middle_of_edge(*points, edge) - at);
        const Vec2 way = (*points)[(edge + 1) % points->size()] - (*points)[edge];
        if (distance > reach || length_of(way) < shortest) continue;
        reach = distance;
        nearest = Grip{Grip::Kind::edge, {}, edge};
    }
    return nearest;
}

} // namespace

std::vector<PlacedGrip> grips_of(const Shape& shape, double arm) {
    std::vector<PlacedGrip> grips;
    if (const auto* box = std::get_if<Box>(&shape)) add_sides(grips, *box);
    if (const auto frame = turning_frame(shape)) {
        add_sides(grips, *frame);
        grips.push_back({{Grip::Kind::turn, {}, 0}, turning_handle(*frame, arm)});
    }
    if (const auto* points = outline_of(shape))
        for (std::size_t edge = 0; edge < edge_count(points->size(), is_closed(shape)); ++edge)
            grips.push_back({{Grip::Kind::edge, {}, edge}, middle_of_edge(*points, edge)});
    for (std::size_t i = 0; i < point_count(shape); ++i)
        if (const auto at = point_of(shape, i)) grips.push_back({{Grip::Kind::point, {}, i}, *at});
    return grips;
}

std::optional<Grip> grip_at(const Shape& shape, Vec2 point, const GripReach& reach) {
    std::optional<Handle> handle;
    if (const auto* box = std::get_if<Box>(&shape)) handle = handle_at(*box, point, reach.corner, reach.edge);
    if (const auto frame = turning_frame(shape)) {
        if (length_of(turning_handle(*frame, reach.arm) - point) <= reach.corner) return Grip{Grip::Kind::turn, {}, 0};
        handle = handle_at(*frame, point, reach.corner, reach.edge);
    }
    if (handle) return Grip{Grip::Kind::side, *handle, 0};
    if (const auto grip = point_grip(shape, point, reach.corner)) return grip;
    return edge_grip(shape, point, reach.corner);
}

Shape pulled(const Shape& start, const Grip& grip, Vec2 pointer, bool constrain, Vec2 image_size) {
    if (const auto* box = std::get_if<Box>(&start)) return resized(*box, grip.handle, pointer, constrain, image_size);
    if (const auto frame = turning_frame(start))
        return in_frame(start, grip.kind == Grip::Kind::turn ? turned_to(*frame, pointer, constrain)
                                                             : resized(*frame, grip.handle, pointer, constrain));
    Vec2 at = clamped(pointer, image_size);
    if (grip.kind == Grip::Kind::edge) return with_point_after(start, grip.index, at).value_or(start);
    const auto before = point_of(start, grip.index);
    if (!before) return start;
    if (constrain) at = constrained(*before, at, image_size);
    Shape shape = start;
    if (auto* points = outline_of(shape)) (*points)[grip.index] = at;
    else if (auto* keypoints = std::get_if<Keypoints>(&shape)) keypoints->points[grip.index].at = at;
    return shape;
}

std::size_t point_count(const Shape& shape) {
    if (const auto* points = outline_of(shape)) return points->size();
    const auto* keypoints = std::get_if<Keypoints>(&shape);
    return keypoints ? keypoints->points.size() : 0;
}

std::optional<Vec2> point_of(const Shape& shape, std::size_t index) {
    if (index >= point_count(shape)) return std::nullopt;
    if (const auto* points = outline_of(shape)) return (*points)[index];
    const Keypoint& point = std::get<Keypoints>(shape).points[index];
    return point.visibility == Visibility::unlabelled ? std::nullopt : std::optional(point.at);
}

std::optional<Shape> with_point_after(const Shape& shape, std::size_t index, Vec2 at) {
    Shape longer = shape;
    auto* points = outline_of(longer);
    if (!points || index >= points->size() || points->size() >= max_points_in_shape) return std::nullopt;
    points->insert(points->begin() + static_cast<std::ptrdiff_t>(index) + 1, at);
    return longer;
}

std::optional<Shape> without_point(const Shape& shape, std::size_t index) {
    Shape shorter = shape;
    auto* points = outline_of(shorter);
    const std::size_t fewest = is_closed(shape) ? fewest_of_polygon : fewest_of_polyline;
    if (!points || index >= points->size() || points->size() <= fewest) return std::nullopt;
    points->erase(points->begin() + static_cast<std::ptrdiff_t>(index));
    return shorter;
}

} // namespace biaokao::image_objects
