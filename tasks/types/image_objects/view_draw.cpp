#include "tasks/types/image_objects/view_draw.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "app/ui/labelling/label_look.h"
#include "app/ui/labelling/overlay_style.h"
#include "engine/answer/shape_bounds.h"
#include "engine/geometry/ring_crossing.h"
#include "tasks/types/image_objects/shape_measure.h"
#include "tasks/types/image_objects/turning_frame.h"
#include "tasks/types/image_objects/view_draw_shapes.h"
#include "tasks/types/image_objects/view_groups.h"
#include "tasks/types/image_objects/view_hatch.h"
#include "tasks/types/image_objects/view_points.h"

namespace biaokao::image_objects {
namespace {

constexpr std::uint32_t crossing_color = IM_COL32(255, 45, 45, 255);
constexpr std::size_t tags_up_to = 30;   // more shapes than this: tags and fills only for those in the hand
constexpr std::size_t cased_up_to = 600; // more shapes in view than this: thin lines and fewer points

LabelLook look_of(const CanvasFrame& canvas, const Object& object) {
    return label_look(canvas.task.ui, canvas.task.question.labels, object.label, IM_COL32(235, 238, 242, 255));
}

std::string tag_of(const CanvasFrame& canvas, const Object& object) {
    const LabelSpec* label = canvas.task.question.labels.find_label(object.label);
    return label ? label->title.in(canvas.task.ui.language()) : std::string(canvas.task.ui.tr("labelling.no_label"));
}

// Squares, round for a turn and for the middle of an edge. On a small box the corners alone and smaller, so that the
// box is still seen.
void draw_grips(const CanvasFrame& canvas, ImDrawList& list, const PlacedShape& placed_shape) {
    Ui& ui = canvas.task.ui;
    const Shape& shape = canvas.shown(placed_shape);
    const Box on_screen = canvas.state.zoom.screen_from_image(bounds_of(shape).value_or(Box{}));
    const auto side = static_cast<float>(std::min(on_screen.width, on_screen.height));
    const bool line = !is_closed(shape), small = side < ui.px(40);
    Vec2 last{-1e9, -1e9};
    for (const PlacedGrip& each : grips_of(shape, grip_reach(canvas).arm)) {
        const Grip& grip = each.grip;
        const bool middle = grip.kind == Grip::Kind::side && grip.handle.x * grip.handle.y == 0;
        if (small && !line && (middle || grip.kind == Grip::Kind::edge)) continue;
        const Vec2 at = canvas.state.zoom.screen_from_image(each.at);
        if (!grown(canvas.area->in_screen, 12).contains(at)) continue;
        const Vec2 way = canvas.pointer_in_screen - at;
        const bool hovered = std::hypot(way.x, way.y) < static_cast<double>(ui.px(8));
        const bool chosen = grip.kind == Grip::Kind::point && canvas.state.point == grip.index;
        // Of outlines with thousands of points as many as there is room for.
        if (!hovered && !chosen && length_of(at - last) < static_cast<double>(ui.px(5))) continue;
        last = at;
        float size = ui.px(hovered || chosen ? 12 : 8);
        if (!line) size = std::clamp(side / 4, ui.px(4), size);
        const ImVec2 centre = vec(at);
        const float half = size / 2;
        if (std::holds_alternative<Keypoints>(shape)) { // the point itself tells whether it is hidden: only a ring
            if (hovered || chosen) list.AddCircle(centre, size, IM_COL32(0, 220, 255, 255), 0, ui.px(2));
            continue;
        }
        const std::uint32_t ink = IM_COL32(16, 20, 26, 255);
        const std::uint32_t ground = chosen ? IM_COL32(0, 220, 255, 255) : IM_COL32(255, 255, 255, 255);
        if (grip.kind == Grip::Kind::turn) {
            const Vec2 top = canvas.state.zoom.screen_from_image(grips_of(shape, 0).back().at);
            list.AddLine(vec(top), centre, ground, ui.px(2));
        }
        if (grip.kind == Grip::Kind::turn || grip.kind == Grip::Kind::edge) {
            const float radius = grip.kind == Grip::Kind::turn ? half : half * 0.7f;
            list.AddCircleFilled(centre, radius, ground);
            list.AddCircle(centre, radius, ink, 0, ui.px(1.5f));
            continue;
        }
        list.AddRectFilled({centre.x - half, centre.y - half}, {centre.x + half, centre.y + half}, ground);
        compat::stroke_rect(list, {centre.x - half, centre.y - half}, {centre.x + half, centre.y + half}, ink,
                            ui.px(1.5f));
    }
}

void draw_point_names(const CanvasFrame& canvas, ImDrawList& list, const PlacedShape& placed_shape) {
    const auto* keypoints = std::get_if<Keypoints>(&canvas.shown(placed_shape));
    const LabelSpec* label = canvas.task.question.labels.find_label(placed_shape.object->label);
    if (!keypoints || !label) return;
    const double aside = static_cast<double>(canvas.task.ui.px(9));
    for (std::size_t i = 0; i < std::min(label->points.size(), keypoints->points.size()); ++i) {
        const Keypoint& point = keypoints->points[i];
        if (point.visibility == Visibility::unlabelled) continue;
        const Vec2 at = canvas.state.zoom.screen_from_image(point.at) + Vec2{aside, -aside};
        if (canvas.area->in_screen.contains(at))
            draw_words(canvas.task.ui, list, at, label->points[i].title.in(canvas.task.ui.language()));
    }
}

// Also of the outline in the hand, before it is in the answer.
bool is_crossing(const CanvasFrame& canvas, const PlacedShape& shape) {
    const bool pulled =
        canvas.state.gesture.kind == Gesture::Kind::pull && canvas.state.gesture.shapes.contains(shape.id);
    const auto* polygon = pulled ? std::get_if<Polygon>(&canvas.shown(shape)) : nullptr;
    return polygon ? crosses_itself(sort_ring(polygon->points)) : shape.crosses;
}

// The shape that a click would take.
std::string hovered_shape(const CanvasFrame& canvas) {
    const bool picks = canvas.state.tool == Tool::select || !canvas.editable();
    if (!picks || !canvas.area->hovered || canvas.state.gesture.kind != Gesture::Kind::none) return {};
    const auto under =
        shapes_under(canvas.shapes(), canvas.pointer_in_image, {canvas.image_from_px(3), canvas.image_from_px(6)});
    return under.empty() ? std::string() : under.front();
}

} // namespace

std::string size_text(const Shape& shape) {
    const auto text = [](double width, double height) {
        return fmt::format("{:.10g} × {:.10g}", std::round(width * 100) / 100, std::round(height * 100) / 100);
    };
    if (const auto frame = turning_frame(shape)) return text(frame->width, frame->height);
    const Box bounds = bounds_of(shape).value_or(Box{});
    return text(bounds.width, bounds.height);
}

std::string detail_text(const Ui& ui, const Shape& shape) {
    if (const auto frame = turning_frame(shape)) return fmt::format("{:.4g}°", frame->degrees);
    if (std::holds_alternative<MaskRuns>(shape)) return fmt::format("{:.0f} px²", area_of(shape));
    const std::size_t count = point_count(shape);
    return count > 0 ? fmt::format("{} {}", count, ui.tr("image.points")) : std::string();
}

void draw_answer(CanvasFrame& canvas, ImDrawList& list) {
    ViewState& state = canvas.state;
    const Box& clip = canvas.area->in_screen;
    const std::string hovered = hovered_shape(canvas);
    const std::vector<PlacedShape>& shapes = canvas.shapes();
    const Vec2 from = state.zoom.image_from_screen({clip.x, clip.y});
    const Vec2 to = state.zoom.image_from_screen({clip.right(), clip.bottom()});
    const Box seen = grown(box_from_corners(from, to), canvas.image_from_px(20));
    const bool alone = state.look.only_selected && !state.selection.empty();
    const auto is_shown = [&](const std::string& id) {
        return !alone || state.selection.contains(id) || id == hovered;
    };
    std::vector<const PlacedShape*> in_view;
    for (const PlacedShape& each : shapes)
        if (state.gesture.shapes.contains(each.id) || (!apart(each.bounds, seen) && is_shown(each.id)))
            in_view.push_back(&each);
    const bool all_tags = shapes.size() <= tags_up_to, many = in_view.size() > cased_up_to;
    const bool fills = state.selection.size() <= tags_up_to;
    for (const PlacedShape* each : in_view) {
        const Object& object = *each->object;
        const Shape& shape = canvas.shown(*each);
        const bool in_hand = state.gesture.shapes.contains(each->id);
        const bool selected = state.selection.contains(each->id), pointed = each->id == hovered;
        const LabelLook look = look_of(canvas, object);
        const ShapeLook drawn{.color = is_crossing(canvas, *each) ? crossing_color : look.color,
                              .width_px = selected ? 3.0f
                                          : many   ? 1.0f
                                                   : 2.0f,
                              .fill = (selected && fills) || pointed ? 0.15 : 0.0,
                              .dashed = object.label.empty() && !many,
                              .cased = !many || selected,
                              .opacity = each->pickable ? 1.0 : 0.6,
                              .detail_px = many ? 3.0f : 1.0f};
        if (const auto* keypoints = std::get_if<Keypoints>(&shape))
            draw_bones(canvas.task.ui, list, state.zoom,
                       bones_of(*keypoints, canvas.task.question.labels.find_label(object.label)), drawn, clip);
        draw_shape(canvas.task.ui, list, state.zoom, shape, drawn, clip,
                   in_hand ? std::nullopt : std::optional(each->bounds));
        draw_hatch_in(canvas.task.ui, list, state.zoom, shape, clip, look.hatch, with_opacity(look.color, 0.55));
        if ((state.look.tags && (all_tags || (selected && fills))) || pointed)
            draw_tag(canvas.task.ui, list, state.zoom.screen_from_image(bounds_of(shape).value_or(Box{})),
                     tag_of(canvas, object), look.color, clip);
        if ((selected && fills) || pointed) draw_point_names(canvas, list, *each);
    }
    draw_groups(canvas, list);
    if (const PlacedShape* edited = canvas.edited(); edited && !paints(state.tool)) draw_grips(canvas, list, *edited);
}

} // namespace biaokao::image_objects
