#include "tasks/types/image_objects/view_points.h"

#include "engine/answer/shape_bounds.h"
#include "tasks/types/image_objects/outline_edit.h"
#include "tasks/types/image_objects/shape_measure.h"
#include "tasks/types/image_objects/view_shapes.h"

namespace biaokao::image_objects {
namespace {

constexpr float corner_reach_px = 10, edge_reach_px = 6, arm_px = 26;

// The chosen point of the selected shape, if it has that many.
std::optional<std::size_t> chosen_point(const CanvasFrame& canvas, const PlacedShape* shape) {
    const auto& point = canvas.state.point;
    return shape && point && *point < point_count(shape->shape()) ? point : std::nullopt;
}

void remove_point(CanvasFrame& canvas, const PlacedShape& shape, std::size_t index) {
    canvas.state.point.reset();
    if (const auto shorter = without_point(shape.shape(), index))
        return change_shape(canvas.task, std::string(shape.id), *shorter);
    Ui& ui = canvas.task.ui;
    const std::size_t fewest = is_closed(shape.shape()) ? fewest_of_polygon : fewest_of_polyline;
    ui.notify(ui.tr("image.too_few_points", {{"count", std::to_string(fewest)}}));
}

bool insert_point(CanvasFrame& canvas, const PlacedShape& shape, std::size_t edge, Vec2 at) {
    const auto longer = with_point_after(shape.shape(), edge, at);
    if (!longer) return false;
    canvas.state.point = edge + 1;
    change_shape(canvas.task, std::string(shape.id), *longer);
    return true;
}

} // namespace

GripReach grip_reach(const CanvasFrame& canvas) {
    return {canvas.image_from_px(corner_reach_px), canvas.image_from_px(edge_reach_px), canvas.image_from_px(arm_px)};
}

std::optional<Grip> grip_under_pointer(const CanvasFrame& canvas) {
    const PlacedShape* shape = canvas.edited();
    if (!shape || !canvas.area->hovered) return std::nullopt;
    return grip_at(shape->shape(), canvas.state.zoom.image_from_screen(canvas.pointer_in_screen), grip_reach(canvas));
}

bool toggle_point_under_pointer(CanvasFrame& canvas) {
    const PlacedShape* shape = canvas.edited();
    const auto* points = shape ? outline_of(shape->shape()) : nullptr;
    if (!points) return false;
    const GripReach reach = grip_reach(canvas);
    if (const auto index = point_near(*points, canvas.pointer_in_image, reach.corner)) {
        remove_point(canvas, *shape, *index);
        return true;
    }
    const auto edge = edge_near(*points, is_closed(shape->shape()), canvas.pointer_in_image, reach.edge);
    return edge && insert_point(canvas, *shape, *edge, canvas.pointer_in_image);
}

bool remove_chosen_point(CanvasFrame& canvas) {
    const PlacedShape* shape = canvas.edited();
    const auto point = chosen_point(canvas, shape);
    if (!point || !outline_of(shape->shape())) return false;
    remove_point(canvas, *shape, *point);
    return true;
}

bool add_point_behind_chosen(CanvasFrame& canvas) {
    const PlacedShape* shape = canvas.edited();
    const auto point = chosen_point(canvas, shape);
    const auto* points = point ? outline_of(shape->shape()) : nullptr;
    if (!points || *point >= edge_count(points->size(), is_closed(shape->shape()))) return false;
    return insert_point(canvas, *shape, *point, middle_of_edge(*points, *point));
}

void set_visibility(TaskFrame& frame, const std::string& id, std::size_t point, Visibility visibility) {
    const auto object = frame.answer.objects.find(id);
    if (object == frame.answer.objects.end()) return;
    Shape shape = object->second.shape;
    auto* keypoints = std::get_if<Keypoints>(&shape);
    if (!keypoints || point >= keypoints->points.size()) return;
    Keypoint& changed = keypoints->points[point];
    if (changed.visibility == Visibility::unlabelled && visibility != Visibility::unlabelled) {
        const Box bounds = bounds_of(object->second.shape).value_or(Box{});
        changed.at = {bounds.x + bounds.width / 2, bounds.y + bounds.height / 2};
    }
    if (visibility == Visibility::unlabelled) changed.at = {};
    changed.visibility = visibility;
    change_shape(frame, id, shape);
}

bool step_visibility(CanvasFrame& canvas) {
    const PlacedShape* shape = canvas.edited();
    const auto point = chosen_point(canvas, shape);
    const auto* keypoints = point ? std::get_if<Keypoints>(&shape->shape()) : nullptr;
    if (!keypoints) return false;
    const Visibility now = keypoints->points[*point].visibility;
    set_visibility(canvas.task, shape->id, *point,
                   now == Visibility::visible  ? Visibility::hidden
                   : now == Visibility::hidden ? Visibility::unlabelled
                                               : Visibility::visible);
    return true;
}

} // namespace biaokao::image_objects
