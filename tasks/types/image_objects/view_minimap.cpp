#include "tasks/types/image_objects/view_minimap.h"

#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "tasks/types/image_objects/minimap.h"
#include "tasks/types/image_objects/view_draw_shapes.h"

namespace biaokao::image_objects {
namespace {

constexpr float side_px = 180, margin_px = 10;

std::optional<Box> place_of(Ui& ui, const ViewState& state, Vec2 image_size) {
    if (!state.look.minimap) return std::nullopt;
    return minimap_place(state.zoom, image_size, static_cast<double>(ui.px(side_px)),
                         static_cast<double>(ui.px(margin_px)));
}

} // namespace

void minimap_takes_mouse(Ui& ui, ViewState& state, CanvasArea& area, Vec2 image_size) {
    const auto place = place_of(ui, state, image_size);
    bool& held = state.look.minimap_held;
    if (!place || !ImGui::IsMouseDown(ImGuiMouseButton_Left)) held = false;
    if (!place) return;
    const Vec2 pointer{static_cast<double>(ImGui::GetIO().MousePos.x), static_cast<double>(ImGui::GetIO().MousePos.y)};
    const bool over = area.hovered && place->contains(pointer) && state.gesture.kind == Gesture::Kind::none;
    if (over && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) held = true;
    if (held) state.zoom.center_in_image = image_from_minimap(pointer, image_size, *place);
    if (over || held) area.hovered = false;
}

void draw_minimap(CanvasFrame& canvas, ImDrawList& list) {
    Ui& ui = canvas.task.ui;
    const auto place = place_of(ui, canvas.state, canvas.image_size);
    if (!place) return;
    constexpr std::uint32_t ground = IM_COL32(16, 20, 26, 200), casing = IM_COL32(0, 0, 0, 255),
                            ink = IM_COL32(255, 214, 10, 255);
    list.AddRectFilled(upper_left(*place), lower_right(*place), ground);
    const TextureId whole = canvas.state.pictures.whole(canvas.task, canvas.item, canvas.state.look.tone);
    if (whole.value != 0) list.AddImage(compat::texture_id(whole.value), upper_left(*place), lower_right(*place));
    compat::stroke_rect(list, upper_left(*place), lower_right(*place), ui.theme().border, ui.px(1.5f));
    const Box frame = minimap_frame(canvas.state.zoom, canvas.image_size, *place);
    compat::stroke_rect(list, upper_left(frame), lower_right(frame), casing, ui.px(3.5f));
    compat::stroke_rect(list, upper_left(frame), lower_right(frame), ink, ui.px(1.5f));
    Seen seen;
    seen.kind = "minimap";
    seen.in_screen = *place;
    seen.screen_from_content = [at = *place, size = canvas.image_size](Vec2 point) {
        return Vec2{at.x + point.x / size.x * at.width, at.y + point.y / size.y * at.height};
    };
    ui.probe().add(ui.full_id("minimap_canvas"), std::move(seen));
}

} // namespace biaokao::image_objects
