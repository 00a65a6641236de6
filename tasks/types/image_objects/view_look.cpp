#include "tasks/types/image_objects/view_look.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/widgets.h"
#include "tasks/types/image_objects/minimap.h"

namespace biaokao::image_objects {
namespace {

constexpr std::array look_actions{
    ActionRow{"image.adjust", KeyContext::canvas, "G"},
    ActionRow{"image.grid", KeyContext::canvas, "Shift+G"},
    ActionRow{"image.minimap", KeyContext::canvas, "M"},
    ActionRow{"image.tags", KeyContext::canvas, "Shift+T"},
    ActionRow{"image.only_selected", KeyContext::canvas, "Shift+H"},
};
constexpr std::uint32_t grid_light = IM_COL32(255, 255, 255, 70), grid_dark = IM_COL32(0, 0, 0, 70);

double step_of(const CanvasFrame& canvas) {
    return grid_step(canvas.state.zoom.zoom, static_cast<double>(canvas.task.ui.px(12)));
}

void switch_ui(Ui& ui, ViewState& state, std::string_view name, bool& on, bool marked) {
    const std::string action = "image." + std::string(name);
    std::string words(ui.tr("image.look_" + std::string(name)));
    if (marked) words += " •"; // it acts though its panel is closed
    if (!line_button(ui, name, words, {.selected = on, .action = action, .tooltip = ui.tr("action." + action)})) return;
    on = !on;
    state.focus.wanted = true;
}

} // namespace

void act_on_look_keys(CanvasFrame& canvas) {
    Ui& ui = canvas.task.ui;
    PictureLook& look = canvas.state.look;
    ui.actions().offer(look_actions);
    if (ui.action("image.adjust")) look.adjust_open = !look.adjust_open;
    if (ui.action("image.grid")) look.grid = !look.grid;
    if (ui.action("image.minimap")) look.minimap = !look.minimap;
    if (ui.action("image.tags")) look.tags = !look.tags;
    if (ui.action("image.only_selected")) look.only_selected = !look.only_selected;
}

void look_tools_ui(Ui& ui, ViewState& state) {
    PictureLook& look = state.look;
    const bool acts = look.adjust != PictureAdjust{} || !look.tags || look.only_selected;
    switch_ui(ui, state, "adjust", look.adjust_open, !look.adjust_open && acts);
    switch_ui(ui, state, "grid", look.grid, false);
    // Only where it does something: the line has little room.
    if (state.zoom.zoom >= minimap_from_zoom) switch_ui(ui, state, "minimap", look.minimap, false);
}

void draw_grid(const CanvasFrame& canvas, ImDrawList& list) {
    if (!canvas.state.look.grid) return;
    const ImageZoom& zoom = canvas.state.zoom;
    const Box& area = zoom.canvas_in_screen;
    const double step = step_of(canvas);
    const Box picture = zoom.screen_from_image(Box{0, 0, canvas.image_size.x, canvas.image_size.y});
    const double left = std::max(area.x, picture.x), right = std::min(area.right(), picture.right());
    const double top = std::max(area.y, picture.y), bottom = std::min(area.bottom(), picture.bottom());
    // Seen on dark and on light ground: a light line beside a dark one.
    const auto line = [&](bool upright, double at) {
        for (const auto& [shift, color] : {std::pair{0.0, grid_dark}, {1.0, grid_light}}) {
            const auto place = static_cast<float>(std::floor(at) + shift);
            const ImVec2 from =
                upright ? ImVec2{place, static_cast<float>(top)} : ImVec2{static_cast<float>(left), place};
            const ImVec2 to =
                upright ? ImVec2{place + 1, static_cast<float>(bottom)} : ImVec2{static_cast<float>(right), place + 1};
            list.AddRectFilled(from, to, color);
        }
    };
    const Vec2 low = zoom.image_from_screen({left, top}), high = zoom.image_from_screen({right, bottom});
    for (double x = std::ceil(std::max(low.x, 1.0) / step) * step; x < std::min(high.x, canvas.image_size.x); x += step)
        line(true, zoom.screen_from_image(Vec2{x, 0}).x);
    for (double y = std::ceil(std::max(low.y, 1.0) / step) * step; y < std::min(high.y, canvas.image_size.y); y += step)
        line(false, zoom.screen_from_image(Vec2{0, y}).y);
}

std::string grid_text(const CanvasFrame& canvas) {
    if (!canvas.state.look.grid) return {};
    return canvas.task.ui.tr("image.grid_step", {{"pixels", fmt::format("{:.0f}", step_of(canvas))}}) + "   ";
}

} // namespace biaokao::image_objects
