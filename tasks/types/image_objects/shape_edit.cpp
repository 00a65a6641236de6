#include "tasks/types/image_objects/shape_edit.h"

#include <algorithm>
#include <cmath>

#include "engine/answer/shape_bounds.h"
#include "engine/geometry/ring_crossing.h"
#include "tasks/types/image_objects/mask_edit.h"
#include "tasks/types/image_objects/outline_edit.h"
#include "tasks/types/image_objects/shape_measure.h"
#include "tasks/types/image_objects/turning_frame.h"

namespace biaokao::image_objects {
namespace {

double hundredth(double value) { return std::round(value * 100) / 100; }

// Does the same to every point of a shape that consists of points.
template <class Change>
void change_points(Shape& shape, const Change& change) {
    if (auto* points = outline_of(shape))
        for (Vec2& point : *points) point = change(point);
    if (auto* keypoints = std::get_if<Keypoints>(&shape))
        for (Keypoint& point : keypoints->points)
            if (point.visibility != Visibility::unlabelled) point.at = change(point.at);
}

Extent extent_of_sides(double width, double height) {
    const double side = std::min(width, height);
    return side < smallest_box_px ? Extent::too_small : side < small_box_px ? Extent::small : Extent::good;
}

double path_length(const std::vector<Vec2>& points) {
    double length = 0;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) length += length_of(points[i + 1] - points[i]);
    return length;
}

} // namespace

Shape rounded(const Shape& shape) {
    if (const auto* box = std::get_if<Box>(&shape)) return rounded(*box);
    if (const auto* box = std::get_if<RotatedBox>(&shape))
        return RotatedBox{{hundredth(box->centre.x), hundredth(box->centre.y)},
                          hundredth(box->width),
                          hundredth(box->height),
                          hundredth(box->degrees)};
    if (const auto* ellipse = std::get_if<Ellipse>(&shape)) // the half axes: they are what is stored
        return Ellipse{{hundredth(ellipse->centre.x), hundredth(ellipse->centre.y)},
                       hundredth(ellipse->radius_x),
                       hundredth(ellipse->radius_y),
                       hundredth(ellipse->degrees)};
    Shape result = shape;
    change_points(result, [](Vec2 point) { return Vec2{hundredth(point.x), hundredth(point.y)}; });
    return result;
}

Shape translated(const Shape& shape, Vec2 delta) {
    if (const auto* box = std::get_if<Box>(&shape))
        return Box{box->x + delta.x, box->y + delta.y, box->width, box->height};
    if (const auto frame = turning_frame(shape))
        return in_frame(shape, {frame->centre + delta, frame->width, frame->height, frame->degrees});
    if (const auto* mask = std::get_if<MaskRuns>(&shape)) return moved(*mask, delta);
    Shape result = shape;
    change_points(result, [delta](Vec2 point) { return point + delta; });
    return result;
}

Shape fitted(const Shape& shape, Vec2 image_size) {
    if (const auto* box = std::get_if<Box>(&shape)) return fitted(*box, image_size);
    if (const auto frame = turning_frame(shape))
        return in_frame(shape, {clamped(frame->centre, image_size), std::max(frame->width, smallest_side_px),
                                std::max(frame->height, smallest_side_px), normal_degrees(frame->degrees)});
    if (const auto* mask = std::get_if<MaskRuns>(&shape)) return cut_to(*mask, image_size);
    const Box bounds = bounds_of(shape).value_or(Box{});
    const Box inside = moved(bounds, {0, 0}, image_size);
    Shape result = translated(shape, {inside.x - bounds.x, inside.y - bounds.y});
    change_points(result, [image_size](Vec2 point) { return clamped(point, image_size); });
    return result;
}

Extent extent_of(const Shape& shape) {
    if (const auto* box = std::get_if<Box>(&shape)) return extent_of_sides(box->width, box->height);
    if (const auto frame = turning_frame(shape)) return extent_of_sides(frame->width, frame->height);
    if (const auto* line = std::get_if<Polyline>(&shape))
        return path_length(line->points) < smallest_line_px ? Extent::too_small : Extent::good;
    if (const auto* polygon = std::get_if<Polygon>(&shape)) {
        // The lobes of a crossing outline cancel each other out; its bounds tell that it is there.
        const double area = crosses_itself(sort_ring(polygon->points)) ? bounds_of(shape)->area() : area_of(shape);
        return area < smallest_area_px2 ? Extent::too_small : Extent::good;
    }
    return Extent::good;
}

} // namespace biaokao::image_objects
