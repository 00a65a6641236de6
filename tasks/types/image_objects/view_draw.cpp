#include "tasks/types/image_objects/view_draw.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "app/ui/labelling/label_look.h"
#include "app/ui/labelling/overlay_style.h"

namespace biaokao::image_objects {
namespace {

constexpr std::uint32_t casing = IM_COL32(0, 0, 0, 150);
constexpr std::size_t tags_up_to = 30; // more boxes than this: tags only for those in the hand

ImVec2 vec(Vec2 point) { return {static_cast<float>(point.x), static_cast<float>(point.y)}; }
ImVec2 low(const Box& box) { return vec({box.x, box.y}); }
ImVec2 high(const Box& box) { return vec({box.right(), box.bottom()}); }

bool apart(const Box& a, const Box& b) {
    return a.right() < b.x || a.x > b.right() || a.bottom() < b.y || a.y > b.bottom();
}

// Dashes along one axis; only the part inside the canvas, a side may be a million pixels long.
void dashed_side(ImDrawList& list, Vec2 from, Vec2 to, const Box& clip, double dash, std::uint32_t color, float width) {
    const bool level = from.y == to.y;
    const double low_end = level ? clip.x : clip.y, high_end = level ? clip.right() : clip.bottom();
    const double begin = level ? from.x : from.y, end = level ? to.x : to.y;
    double at = begin + std::max(0.0, std::floor((low_end - begin) / (2 * dash))) * 2 * dash;
    for (; at < std::min(end, high_end); at += 2 * dash) {
        const double stop = std::min(at + dash, end);
        list.AddLine(level ? vec({at, from.y}) : vec({from.x, at}), level ? vec({stop, from.y}) : vec({from.x, stop}),
                     color, width);
    }
}

LabelLook look_of(const CanvasFrame& canvas, const Object& object) {
    return label_look(canvas.task.ui, canvas.task.question.labels, object.label, IM_COL32(235, 238, 242, 255));
}

std::uint32_t color_of(const CanvasFrame& canvas, const Object& object) { return look_of(canvas, object).color; }

std::string tag_of(const CanvasFrame& canvas, const Object& object) {
    const LabelSpec* label = canvas.task.question.labels.find_label(object.label);
    return label ? label->title.in(canvas.task.ui.language()) : std::string(canvas.task.ui.tr("labelling.no_label"));
}

// Eight squares; on a small box the corners alone and smaller, so that the box is still seen.
void draw_handles(const CanvasFrame& canvas, ImDrawList& list, const Box& box_in_image) {
    Ui& ui = canvas.task.ui;
    const Box on_screen = canvas.state.zoom.screen_from_image(box_in_image);
    const auto side = static_cast<float>(std::min(on_screen.width, on_screen.height));
    const bool small = side < ui.px(40);
    for (int y = -1; y <= 1; ++y)
        for (int x = -1; x <= 1; ++x) {
            if ((x == 0 && y == 0) || (small && x * y == 0)) continue;
            const Vec2 at = handle_position(on_screen, {x, y});
            const Vec2 way = canvas.pointer_in_screen - at;
            const bool hovered = std::hypot(way.x, way.y) < static_cast<double>(ui.px(8));
            const float size = std::clamp(side / 4, ui.px(4), ui.px(hovered ? 12 : 8));
            const double half = static_cast<double>(size) / 2;
            const Box square{at.x - half, at.y - half, 2 * half, 2 * half};
            list.AddRectFilled(low(square), high(square), IM_COL32(255, 255, 255, 255));
            compat::stroke_rect(list, low(square), high(square), IM_COL32(16, 20, 26, 255), ui.px(1.5f));
        }
}

// The box that a click would take.
std::string hovered_box(const CanvasFrame& canvas) {
    const bool picks = canvas.state.tool == Tool::select || !canvas.editable();
    if (!picks || !canvas.area->hovered || canvas.state.gesture.kind != Gesture::Kind::none) return {};
    const auto under = boxes_under(canvas.boxes, canvas.pointer_in_image, canvas.image_from_px(3));
    return under.empty() ? std::string() : under.front();
}

} // namespace

std::string size_text(const Box& box) {
    return fmt::format("{:.10g} × {:.10g}", std::round(box.width * 100) / 100, std::round(box.height * 100) / 100);
}

void draw_box(Ui& ui, ImDrawList& list, const Box& box, const BoxLook& look, const Box& clip) {
    if (apart(box, clip)) return;
    const std::uint32_t color = with_opacity(look.color, look.opacity);
    const float width = ui.px(look.width_px);
    if (look.fill > 0) list.AddRectFilled(low(box), high(box), with_opacity(look.color, look.fill * look.opacity));
    if (!look.dashed) {
        if (look.cased)
            compat::stroke_rect(list, low(box), high(box), with_opacity(casing, look.opacity), width + ui.px(2));
        compat::stroke_rect(list, low(box), high(box), color, width);
        return;
    }
    const double dash = static_cast<double>(ui.px(7));
    for (const bool ground : {true, false}) {
        const std::uint32_t ink = ground ? with_opacity(casing, look.opacity) : color;
        const float line = ground ? width + ui.px(2) : width;
        dashed_side(list, {box.x, box.y}, {box.right(), box.y}, clip, dash, ink, line);
        dashed_side(list, {box.x, box.bottom()}, {box.right(), box.bottom()}, clip, dash, ink, line);
        dashed_side(list, {box.x, box.y}, {box.x, box.bottom()}, clip, dash, ink, line);
        dashed_side(list, {box.right(), box.y}, {box.right(), box.bottom()}, clip, dash, ink, line);
    }
}

void draw_tag(Ui& ui, ImDrawList& list, const Box& box, std::string_view words, std::uint32_t color, const Box& clip) {
    if (apart(box, clip) || words.empty()) return;
    const ImVec2 size = ImGui::CalcTextSize(words.data(), words.data() + words.size());
    const float pad = ui.px(4), gap = ui.px(3);
    const float height = size.y + ui.px(2);
    const auto left_limit = static_cast<float>(clip.x), top_limit = static_cast<float>(clip.y);
    float x = std::max(static_cast<float>(box.x), left_limit);
    float y = static_cast<float>(box.y) - height - gap;
    if (y < top_limit) y = std::max(static_cast<float>(box.y) + gap, top_limit);
    x = std::max(std::min(x, static_cast<float>(clip.right()) - size.x - 2 * pad), left_limit);
    list.AddRectFilled({x, y}, {x + size.x + 2 * pad, y + height}, color, ui.px(3));
    list.AddText({x + pad, y + ui.px(1)}, readable_on(color), words.data(), words.data() + words.size());
}

void draw_answer(CanvasFrame& canvas, ImDrawList& list) {
    ViewState& state = canvas.state;
    const Box& clip = canvas.area->in_screen;
    const std::string hovered = hovered_box(canvas);
    const bool all_tags = canvas.boxes.size() <= tags_up_to;
    for (const PickableBox& each : canvas.boxes) {
        const Object& object = canvas.task.answer.objects.at(each.id);
        const auto draft = state.gesture.boxes.find(each.id);
        const Box& box = draft == state.gesture.boxes.end() ? each.box : draft->second;
        const bool selected = state.selection.contains(each.id), pointed = each.id == hovered;
        const std::uint32_t color = color_of(canvas, object);
        const Box on_screen = state.zoom.screen_from_image(box);
        draw_box(canvas.task.ui, list, on_screen,
                 {.color = color,
                  .width_px = selected ? 3.0f : 2.0f,
                  .fill = selected || pointed ? 0.15 : 0.0,
                  .dashed = object.label.empty()},
                 clip);
        draw_hatch(canvas.task.ui, list, on_screen, clip, look_of(canvas, object).hatch, with_opacity(color, 0.55));
        if (all_tags || selected || pointed)
            draw_tag(canvas.task.ui, list, on_screen, tag_of(canvas, object), color, clip);
    }
    if (state.selection.size() != 1 || !canvas.editable()) return;
    const auto draft = state.gesture.boxes.find(state.selection.anchor());
    for (const PickableBox& each : canvas.boxes)
        if (each.id == state.selection.anchor())
            draw_handles(canvas, list, draft == state.gesture.boxes.end() ? each.box : draft->second);
}

} // namespace biaokao::image_objects
