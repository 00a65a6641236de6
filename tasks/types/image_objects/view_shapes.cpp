#include "tasks/types/image_objects/view_shapes.h"

#include <algorithm>

#include "app/ui/labelling/edits.h"
#include "engine/answer/shape_bounds.h"
#include "tasks/types/image_objects/grouping.h"
#include "tasks/types/image_objects/shape_edit.h"

namespace biaokao::image_objects {
namespace {

Box hull(const DraftShapes& shapes) {
    Box all = bounds_of(shapes.begin()->second).value_or(Box{});
    for (const auto& [id, shape] : shapes) all = box_around(all, bounds_of(shape).value_or(Box{}));
    return all;
}

// As far as the picture allows. What reaches beyond it already, as a turned box may, moves on freely.
Vec2 allowed(const Box& start, Vec2 delta, Vec2 image_size) {
    const Box whole{0, 0, image_size.x, image_size.y};
    if (!whole.contains({start.x, start.y}) || !whole.contains({start.right(), start.bottom()})) return delta;
    const Box goal = moved(start, delta, image_size);
    return {goal.x - start.x, goal.y - start.y};
}

ObjectIds unlocked(const CanvasFrame& canvas, const ObjectIds& ids) {
    ObjectIds free;
    for (const std::string& id : ids)
        if (!canvas.state.locked.contains(id)) free.insert(id);
    return free;
}

} // namespace

void begin_shapes(CanvasFrame& canvas, Gesture::Kind kind, const ObjectIds& ids) {
    Gesture& gesture = canvas.state.gesture;
    gesture = {};
    gesture.kind = kind;
    gesture.pressed = kind != Gesture::Kind::nudge;
    gesture.press_in_screen = canvas.pointer_in_screen;
    gesture.press_in_image = canvas.pointer_in_image;
    static_cast<void>(canvas.shapes());
    for (const std::string& id : ids)
        if (const PlacedShape* shape = canvas.state.shapes.find(id); shape && shape->pickable)
            gesture.before.emplace(id, shape->shape());
    gesture.shapes = gesture.before;
    if (gesture.before.empty()) gesture = {};
}

void move_shapes(CanvasFrame& canvas, Vec2 delta, double snap_reach) {
    Gesture& gesture = canvas.state.gesture;
    const Box start = hull(gesture.before);
    Vec2 way = allowed(start, delta, canvas.image_size);
    canvas.snap = {};
    if (snap_reach > 0) {
        const Box goal{start.x + way.x, start.y + way.y, start.width, start.height};
        const SnapLines lines =
            snap_lines(canvas.shapes(), canvas.image_size, canvas.state.selection.ids(), grown(goal, snap_reach));
        canvas.snap = snap_box(lines, goal, snap_reach);
        way = allowed(start, way + canvas.snap.delta, canvas.image_size);
    }
    for (auto& [id, shape] : gesture.shapes) shape = translated(gesture.before.at(id), way);
}

void pull_shape(CanvasFrame& canvas, Vec2 pointer_in_image, bool constrain, double snap_reach) {
    Gesture& gesture = canvas.state.gesture;
    const auto& [id, start] = *gesture.before.begin();
    const Grip& grip = gesture.grip;
    canvas.snap = {};
    if (snap_reach > 0 && !constrain && grip.kind != Grip::Kind::turn) {
        const Box place = grown({pointer_in_image.x, pointer_in_image.y, 0, 0}, snap_reach);
        const SnapLines lines = snap_lines(canvas.shapes(), canvas.image_size, canvas.state.selection.ids(), place);
        // A side of an upright box moves along one axis; whatever else is pulled moves freely.
        const bool one_way = grip.kind == Grip::Kind::side && std::holds_alternative<Box>(start);
        canvas.snap = snap_point(lines, pointer_in_image, snap_reach, !one_way || grip.handle.x != 0,
                                 !one_way || grip.handle.y != 0);
    }
    gesture.shapes[id] = pulled(start, grip, pointer_in_image + canvas.snap.delta, constrain, canvas.image_size);
}

void commit_shapes(CanvasFrame& canvas) {
    const Gesture gesture = std::exchange(canvas.state.gesture, {});
    ObjectIds changed;
    for (const auto& [id, shape] : gesture.shapes)
        if (rounded(shape) != gesture.before.at(id)) changed.insert(id);
    if (changed.empty()) return; // a click, not a move
    const bool pulls = gesture.kind == Gesture::Kind::pull || gesture.kind == Gesture::Kind::paint;
    change_each_object(canvas.task, pulls ? "edit.change_shape" : "edit.move_shape", changed,
                       [&](const std::string& id, Object& object) { object.shape = rounded(gesture.shapes.at(id)); });
}

void add_copies(CanvasFrame& canvas, const std::vector<Object>& objects, Vec2 offset) {
    std::vector<Object> copies = objects;
    std::erase_if(copies, [](const Object& object) { return !stands_in_picture(object.shape); });
    if (copies.empty()) return;
    regroup_copies(copies, GroupNames(canvas.task.answer.objects, canvas.item.id));
    const std::vector<std::string> ids = new_object_ids(canvas.task, copies.size());
    Objects added;
    for (Object& copy : copies) {
        copy.item = canvas.item.id;
        copy.shape = rounded(fitted(translated(copy.shape, offset), canvas.image_size));
        added.emplace(ids[added.size()], std::move(copy));
    }
    add_objects(canvas.task, "edit.copy_shape", added);
    canvas.state.selection.choose_all({ids.begin(), ids.end()});
}

void change_shape(TaskFrame& frame, const std::string& id, const Shape& shape) {
    change_objects(frame, "edit.change_shape", {id}, [&](Object& object) { object.shape = rounded(shape); });
}

void delete_selection(CanvasFrame& canvas) {
    delete_objects(canvas.task, unlocked(canvas, canvas.state.selection.ids()));
}

} // namespace biaokao::image_objects
