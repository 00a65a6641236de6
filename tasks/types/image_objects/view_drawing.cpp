#include "tasks/types/image_objects/view_drawing.h"

#include <algorithm>

#include "app/ui/labelling/edits.h"
#include "tasks/types/image_objects/outline_edit.h"
#include "tasks/types/image_objects/shape_edit.h"
#include "tasks/types/image_objects/shape_measure.h"
#include "tasks/types/image_objects/turning_frame.h"
#include "tasks/types/image_objects/view_one_shape.h"

namespace biaokao::image_objects {
namespace {

constexpr float close_reach_px = 10;

bool has_sides(const Shape& shape) { return std::holds_alternative<Box>(shape) || turning_frame(shape); }

// Too small a shape only gives a hint; a small box is made with a warning.
bool big_enough(Ui& ui, const Shape& shape) {
    const auto pixels = [](double number) { return std::to_string(static_cast<int>(number)); };
    switch (extent_of(shape)) {
    case Extent::good: return true;
    case Extent::small: ui.notify(ui.tr("image.small", {{"pixels", pixels(small_box_px)}})); return true;
    case Extent::too_small: break;
    }
    if (has_sides(shape)) ui.notify(ui.tr("image.too_small", {{"pixels", pixels(smallest_box_px)}}));
    else if (is_closed(shape)) ui.notify(ui.tr("image.too_small_area", {{"pixels", pixels(smallest_area_px2)}}));
    else ui.notify(ui.tr("image.too_small_line", {{"pixels", pixels(smallest_line_px)}}));
    return false;
}

std::size_t fewest_for(Tool tool) {
    return tool == Tool::polygon ? fewest_of_polygon : tool == Tool::polyline ? fewest_of_polyline : 1;
}

Shape shape_of_points(Tool tool, const std::vector<Keypoint>& points) {
    if (tool == Tool::keypoints) return Keypoints{points};
    std::vector<Vec2> outline;
    for (const Keypoint& point : points) outline.push_back(point.at);
    return tool == Tool::polygon ? Shape(Polygon{std::move(outline)}) : Shape(Polyline{std::move(outline)});
}

void begin_points(CanvasFrame& canvas) {
    Gesture& gesture = canvas.state.gesture;
    gesture = {};
    gesture.kind = Gesture::Kind::points;
    gesture.press_in_screen = canvas.pointer_in_screen;
}

void add_point(CanvasFrame& canvas, const Keypoint& point) {
    Gesture& gesture = canvas.state.gesture;
    if (gesture.kind != Gesture::Kind::points) begin_points(canvas);
    const bool repeats = !gesture.points.empty() && gesture.points.back().at == point.at;
    const bool outline = canvas.state.tool != Tool::keypoints;
    if ((outline && repeats) || gesture.points.size() >= max_points_in_shape) return;
    gesture.points.push_back(point);
    const auto* names = key_point_names(canvas);
    const std::size_t fixed = outline ? points_of_one_shape(canvas) : names ? names->size() : 0;
    if (fixed > 0 && gesture.points.size() >= fixed) finish_points(canvas);
}

} // namespace

void begin_corners(CanvasFrame& canvas, Vec2 corner_in_image) {
    Gesture& gesture = canvas.state.gesture;
    gesture = {};
    gesture.kind = Gesture::Kind::corners;
    gesture.presses = 1;
    gesture.press_in_image = clamped(corner_in_image, canvas.image_size);
    gesture.press_in_screen = canvas.pointer_in_screen;
    gesture.drawn = {gesture.press_in_image.x, gesture.press_in_image.y, 0, 0};
}

void update_corners(CanvasFrame& canvas, Vec2 corner_in_image, bool square) {
    Gesture& gesture = canvas.state.gesture;
    gesture.drawn = drawn_box(gesture.press_in_image, corner_in_image, square, canvas.image_size);
}

void finish_corners(CanvasFrame& canvas) {
    const Box drawn = std::exchange(canvas.state.gesture, {}).drawn;
    create_shape(canvas, shape_in_corners(canvas.state.tool, drawn));
}

Shape shape_in_corners(Tool tool, const Box& drawn) {
    if (tool == Tool::rotated_box) return rotated_from_box(drawn);
    if (tool == Tool::ellipse) return ellipse_in(rotated_from_box(drawn));
    return drawn;
}

void set_point(CanvasFrame& canvas, Vec2 point_in_image, Visibility visibility) {
    if (canvas.state.tool == Tool::keypoints && key_point_names(canvas) == nullptr) return;
    if (closes_polygon(canvas, point_in_image)) return finish_points(canvas);
    add_point(canvas, {clamped(point_in_image, canvas.image_size), visibility});
}

void skip_key_point(CanvasFrame& canvas) {
    if (canvas.state.tool != Tool::keypoints || key_point_names(canvas) == nullptr) return;
    add_point(canvas, {{0, 0}, Visibility::unlabelled}); // as COCO writes a point that is not there
}

void finish_points(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    std::vector<Keypoint> points = state.gesture.points;
    const auto labelled =
        static_cast<std::size_t>(std::count_if(points.begin(), points.end(), [](const Keypoint& point) {
            return point.visibility != Visibility::unlabelled;
        }));
    if (const std::size_t fewest = fewest_for(state.tool); labelled < fewest) {
        Ui& ui = canvas.task.ui;
        ui.notify(ui.tr("image.too_few_points", {{"count", std::to_string(fewest)}}));
        const auto* names = key_point_names(canvas);
        if (state.tool == Tool::keypoints && names && points.size() >= names->size()) state.gesture = {};
        return;
    }
    if (const auto* names = key_point_names(canvas); names && state.tool == Tool::keypoints)
        points.resize(names->size());
    state.gesture = {};
    create_shape(canvas, shape_of_points(state.tool, points));
}

bool take_back(Gesture& gesture) {
    if (!gesture.draws()) return false;
    if (!gesture.points.empty()) gesture.points.pop_back();
    if (gesture.points.empty()) gesture = {};
    return true;
}

bool closes_polygon(const CanvasFrame& canvas, Vec2 point_in_image) {
    const Gesture& gesture = canvas.state.gesture;
    return canvas.state.tool == Tool::polygon && gesture.points.size() >= fewest_of_polygon &&
           length_of(gesture.points.front().at - point_in_image) <= canvas.image_from_px(close_reach_px);
}

const std::vector<Option>* key_point_names(const CanvasFrame& canvas) {
    const LabelSpec* label = canvas.task.question.labels.find_label(canvas.state.label);
    return label && label->shape == shape_of_tool(Tool::keypoints) ? &label->points : nullptr;
}

void create_shape(CanvasFrame& canvas, const Shape& drawn) {
    const Shape shape = rounded(drawn);
    if (!big_enough(canvas.task.ui, shape)) return;
    ViewState& state = canvas.state;
    Object object;
    object.item = canvas.item.id;
    object.label = state.label;
    object.shape = shape;
    const std::string id = canvas.task.new_object_id();
    add_objects(canvas.task, "edit.draw_" + std::string(shape_name(shape)), {{id, object}});
    state.selection.choose(id);
    state.point.reset();
    state.list.scroll_to = id;
    state.ask_label = state.label.empty();
    go_on_after_one_shape(canvas, object);
}

} // namespace biaokao::image_objects
