#include "tasks/types/image_objects/view_groups.h"

#include <map>

#include <imgui.h>

#include "app/ui/labelling/edits.h"
#include "engine/answer/shape_bounds.h"
#include "tasks/types/image_objects/grouping.h"
#include "tasks/types/image_objects/view_draw_shapes.h"

namespace biaokao::image_objects {
namespace {

constexpr std::uint32_t frame_color = IM_COL32(255, 255, 255, 235);
constexpr float frame_gap_px = 7; // outside the lines and corners of the members

struct Members { // of one group, as they are seen
    Box hull;
    int count = 0;
};

} // namespace

bool can_group(const CanvasFrame& canvas) { return canvas.editable() && canvas.state.selection.size() > 1; }

bool can_ungroup(const CanvasFrame& canvas) {
    return canvas.editable() && !members_of_groups(canvas.task.answer.objects, canvas.state.selection.ids()).empty();
}

void group_selection(CanvasFrame& canvas) {
    if (!can_group(canvas)) return;
    const std::string name = GroupNames(canvas.task.answer.objects, canvas.item.id).next();
    change_objects(canvas.task, "edit.group", canvas.state.selection.ids(),
                   [&](Object& object) { object.group = name; });
}

void ungroup_selection(CanvasFrame& canvas) {
    change_objects(canvas.task, "edit.ungroup",
                   members_of_groups(canvas.task.answer.objects, canvas.state.selection.ids()),
                   [](Object& object) { object.group.clear(); });
}

bool choose_group_of(const TaskFrame& frame, ViewState& state, const std::string& id) {
    ObjectIds seen;
    for (const std::string& member : members_of_groups(frame.answer.objects, {id}))
        if (const PlacedShape* shape = state.shapes.find(member); shape && shape->pickable) seen.insert(member);
    if (seen.empty()) return false;
    state.selection.choose_all(seen);
    return true;
}

void draw_groups(const CanvasFrame& canvas, ImDrawList& list) {
    std::map<std::string_view, Members> groups;
    for (const std::string& id : canvas.state.selection.ids())
        if (const auto found = canvas.task.answer.objects.find(id);
            found != canvas.task.answer.objects.end() && !found->second.group.empty())
            groups[found->second.group];
    if (groups.empty()) return;
    for (const PlacedShape& shape : canvas.shapes()) {
        const auto group = groups.find(shape.object->group);
        if (group == groups.end()) continue;
        const Box bounds = bounds_of(canvas.shown(shape)).value_or(shape.bounds);
        Members& members = group->second;
        members.hull = members.count++ == 0 ? bounds : box_around(members.hull, bounds);
    }
    const double gap = static_cast<double>(canvas.task.ui.px(frame_gap_px));
    for (const auto& [name, members] : groups)
        if (members.count > 1)
            draw_box(canvas.task.ui, list, grown(canvas.state.zoom.screen_from_image(members.hull), gap),
                     {.color = frame_color, .width_px = 1, .dashed = true}, canvas.area->in_screen);
}

} // namespace biaokao::image_objects
