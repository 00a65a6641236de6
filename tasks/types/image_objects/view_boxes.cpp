#include "tasks/types/image_objects/view_boxes.h"

#include <algorithm>

#include <imgui.h>

#include "app/ui/labelling/edits.h"

namespace biaokao::image_objects {
namespace {

// Too small a box only gives a hint; a small one is made with a warning.
bool big_enough(Ui& ui, const Box& box) {
    const double side = std::min(box.width, box.height);
    if (side < smallest_box_px) {
        ui.notify(ui.tr("image.too_small", {{"pixels", std::to_string(static_cast<int>(smallest_box_px))}}));
        return false;
    }
    if (side < small_box_px)
        ui.notify(ui.tr("image.small", {{"pixels", std::to_string(static_cast<int>(small_box_px))}}));
    return true;
}

void create_box(CanvasFrame& canvas, const Box& drawn) {
    const Box box = rounded(drawn);
    if (!big_enough(canvas.task.ui, box)) return;
    ViewState& state = canvas.state;
    Object object;
    object.item = canvas.item.id;
    object.label = state.label;
    object.shape = box;
    const std::string id = canvas.task.new_object_id();
    add_objects(canvas.task, "edit.draw_box", {{id, object}});
    state.selection.choose(id);
    state.list.scroll_to = id;
    state.ask_label = state.label.empty();
}

Box hull(const DraftBoxes& boxes) {
    Box all = boxes.begin()->second;
    for (const auto& [id, box] : boxes)
        all = box_from_corners({std::min(all.x, box.x), std::min(all.y, box.y)},
                               {std::max(all.right(), box.right()), std::max(all.bottom(), box.bottom())});
    return all;
}

} // namespace

void begin_drawing(CanvasFrame& canvas, Vec2 corner_in_image) {
    Gesture& gesture = canvas.state.gesture;
    gesture = {};
    gesture.kind = Gesture::Kind::draw;
    gesture.presses = 1;
    gesture.press_in_image = clamped(corner_in_image, canvas.image_size);
    gesture.press_in_screen = canvas.pointer_in_screen;
    gesture.drawn = {gesture.press_in_image.x, gesture.press_in_image.y, 0, 0};
}

void update_drawing(CanvasFrame& canvas, Vec2 corner_in_image, bool square) {
    Gesture& gesture = canvas.state.gesture;
    gesture.drawn = drawn_box(gesture.press_in_image, corner_in_image, square, canvas.image_size);
}

void finish_drawing(CanvasFrame& canvas) {
    const Box drawn = canvas.state.gesture.drawn;
    canvas.state.gesture = {};
    create_box(canvas, drawn);
}

void begin_boxes(CanvasFrame& canvas, Gesture::Kind kind, const ObjectIds& ids) {
    Gesture& gesture = canvas.state.gesture;
    gesture = {};
    gesture.kind = kind;
    gesture.pressed = kind != Gesture::Kind::nudge;
    gesture.press_in_screen = canvas.pointer_in_screen;
    gesture.press_in_image = canvas.pointer_in_image;
    for (const PickableBox& each : canvas.boxes)
        if (ids.contains(each.id)) gesture.before.emplace(each.id, each.box);
    gesture.boxes = gesture.before;
    if (gesture.before.empty()) gesture = {};
}

void move_boxes(CanvasFrame& canvas, Vec2 delta, double snap_reach) {
    Gesture& gesture = canvas.state.gesture;
    const Box start = hull(gesture.before);
    Box goal = moved(start, delta, canvas.image_size);
    canvas.snap = {};
    if (snap_reach > 0) {
        const SnapLines lines = snap_lines(canvas.boxes, canvas.image_size, canvas.state.selection.ids());
        canvas.snap = snap_box(lines, goal, snap_reach);
        goal = moved(goal, canvas.snap.delta, canvas.image_size);
    }
    for (auto& [id, box] : gesture.boxes) {
        const Box& before = gesture.before.at(id);
        box = {before.x + goal.x - start.x, before.y + goal.y - start.y, before.width, before.height};
    }
}

void resize_box(CanvasFrame& canvas, Vec2 pointer_in_image, bool square, double snap_reach) {
    Gesture& gesture = canvas.state.gesture;
    const auto& [id, start] = *gesture.before.begin();
    canvas.snap = {};
    if (snap_reach > 0 && !square) {
        const SnapLines lines = snap_lines(canvas.boxes, canvas.image_size, canvas.state.selection.ids());
        canvas.snap = snap_point(lines, pointer_in_image, snap_reach, gesture.handle.x != 0, gesture.handle.y != 0);
    }
    gesture.boxes[id] = resized(start, gesture.handle, pointer_in_image + canvas.snap.delta, square, canvas.image_size);
}

void commit_boxes(CanvasFrame& canvas) {
    const Gesture gesture = canvas.state.gesture;
    canvas.state.gesture = {};
    ObjectIds changed;
    for (const auto& [id, box] : gesture.boxes)
        if (rounded(box) != gesture.before.at(id)) changed.insert(id);
    if (changed.empty()) return; // a click, not a move
    const std::string_view label = gesture.kind == Gesture::Kind::resize ? "edit.resize_box" : "edit.move_box";
    change_each_object(canvas.task, label, changed,
                       [&](const std::string& id, Object& object) { object.shape = rounded(gesture.boxes.at(id)); });
}

void add_copies(CanvasFrame& canvas, const std::vector<Object>& objects, Vec2 offset) {
    if (objects.empty()) return;
    const std::vector<std::string> ids = new_object_ids(canvas.task, objects.size());
    Objects added;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        Object copy = objects[i];
        const Box* box = box_of(copy);
        if (box == nullptr) continue;
        copy.item = canvas.item.id;
        copy.shape = rounded(fitted(moved(*box, offset, canvas.image_size), canvas.image_size));
        added.emplace(ids[i], std::move(copy));
    }
    add_objects(canvas.task, "edit.copy_box", added);
    canvas.state.selection.choose_all({ids.begin(), ids.end()});
}

void set_box(CanvasFrame& canvas, const std::string& id, const Box& box) {
    const Box inside = rounded(fitted(box, canvas.image_size));
    change_objects(canvas.task, "edit.resize_box", {id}, [&](Object& object) { object.shape = inside; });
}

} // namespace biaokao::image_objects
