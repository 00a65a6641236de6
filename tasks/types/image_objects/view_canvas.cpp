#include "tasks/types/image_objects/view_canvas.h"

#include <cmath>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/widgets.h"
#include "engine/answer/shape_bounds.h"
#include "tasks/types/image_objects/view_adjust.h"
#include "tasks/types/image_objects/view_compare.h"
#include "tasks/types/image_objects/view_draw.h"
#include "tasks/types/image_objects/view_keys.h"
#include "tasks/types/image_objects/view_look.h"
#include "tasks/types/image_objects/view_menus.h"
#include "tasks/types/image_objects/view_minimap.h"
#include "tasks/types/image_objects/view_mouse.h"
#include "tasks/types/image_objects/view_waiting.h"

namespace biaokao::image_objects {
namespace {

bool same_view(const ImageZoom& a, const ImageZoom& b) {
    return a.zoom == b.zoom && a.center_in_image == b.center_in_image;
}

// Keeps zoom and place from one picture to the next of the same size (annotation-tools.md 3, rule 3), else fits.
void place_picture(ViewState& state, const Box& canvas_in_screen, Vec2 image_size) {
    const bool was_fitted = same_view(state.zoom, state.fitted);
    const bool resized = state.zoom.canvas_in_screen.width != canvas_in_screen.width ||
                         state.zoom.canvas_in_screen.height != canvas_in_screen.height;
    state.zoom.canvas_in_screen = canvas_in_screen;
    const bool other_size = state.zoomed_size != image_size;
    state.zoomed_size = image_size;
    if (other_size || (resized && was_fitted)) fit_picture(state);
}

void reveal_object(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    const std::string id = std::exchange(state.reveal, {});
    if (id.empty()) return;
    std::optional<Box> box;
    if (const auto own = canvas.task.answer.objects.find(id); own != canvas.task.answer.objects.end())
        box = bounds_of(own->second.shape);
    else if (canvas.task.comparison && canvas.task.comparison->reference)
        if (const auto& all = canvas.task.comparison->reference->objects; all.contains(id))
            box = bounds_of(all.at(id).shape);
    if (!box) return;
    const double margin = static_cast<double>(canvas.task.ui.px(40));
    state.zoom.reveal({box->right(), box->bottom()}, margin);
    state.zoom.reveal({box->x, box->y}, margin);
}

// What was deleted or undone is selected no more, and a chosen point belongs to the shape that it was chosen in.
void follow_selection(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    state.selection.keep_existing(canvas.task.answer.objects, canvas.item.id);
    if (state.point_owner != state.selection.anchor()) state.point.reset();
    state.point_owner = state.selection.anchor();
}

void picture_ui(CanvasFrame& canvas, ImDrawList& list) {
    follow_selection(canvas);
    reveal_object(canvas);
    if (canvas.task.comparison) show_highlighted(canvas);
    locate_pointer(canvas);
    act_on_keys(canvas);
    act_on_look_keys(canvas);
    follow_selection(canvas);
    zoom_and_pan(canvas);
    mouse_gestures(canvas);
    follow_selection(canvas); // what was just drawn or deleted
    canvas.state.pictures.draw(canvas.task, list, canvas.item, canvas.state.zoom, canvas.state.look.tone);
    draw_grid(canvas, list);
    if (canvas.task.comparison) draw_comparison(canvas, list);
    else draw_answer(canvas, list);
    draw_hand(canvas, list);
    draw_minimap(canvas, list);
    menus_ui(canvas);
}

// What the hand has or would change.
std::optional<Shape> shape_in_hand(const CanvasFrame& canvas) {
    const Gesture& gesture = canvas.state.gesture;
    if (gesture.kind == Gesture::Kind::corners) return gesture.drawn;
    if (!gesture.shapes.empty()) return gesture.shapes.begin()->second;
    const auto own = canvas.task.answer.objects.find(canvas.state.selection.anchor());
    return own == canvas.task.answer.objects.end() ? std::nullopt : std::optional(own->second.shape);
}

// What the keys of the moment are, where they are not those of every day.
std::string_view hint_for(const CanvasFrame& canvas) {
    const ViewState& state = canvas.state;
    if (!canvas.editable()) return {};
    if (state.tool == Tool::keypoints) return "image.hint_keypoints";
    if (state.gesture.kind == Gesture::Kind::points) return "image.hint_outline";
    return {};
}

std::string position_text(const CanvasFrame& canvas) {
    const ViewState& state = canvas.state;
    std::string words;
    if (state.keyboard_point || canvas.area->hovered) {
        const Vec2 at = state.keyboard_point ? *state.keyboard_point : canvas.hand_in_image;
        words = fmt::format("x {:.0f}  y {:.0f}   ", std::floor(at.x), std::floor(at.y));
    }
    if (const auto shape = shape_in_hand(canvas))
        words += fmt::format("{} px  {}   ", size_text(*shape), detail_text(canvas.task.ui, *shape));
    if (paints(state.tool)) words += fmt::format("● {:.0f} px   ", state.brush_px);
    if (const std::string_view hint = hint_for(canvas); !hint.empty())
        words += fmt::format("{}   ", canvas.task.ui.tr(hint));
    words +=
        fmt::format("{:.4g} %   {:.0f} × {:.0f}   ", state.zoom.zoom * 100, canvas.image_size.x, canvas.image_size.y);
    return words + grid_text(canvas);
}

void status_ui(Ui& ui, std::string words) {
    const KeyContext context = ui.actions().context();
    const bool typing = context == KeyContext::typing, list = context == KeyContext::list;
    words += ui.tr(typing ? "image.keys_typing" : list ? "image.keys_list" : "image.keys_canvas");
    clipped_text(ui, "status", words, ImGui::GetContentRegionAvail().x, TextLook::dim);
}

} // namespace

void fit_picture(ViewState& state) {
    state.zoom.fit(state.zoomed_size);
    state.fitted = state.zoom;
}

void canvas_ui(TaskFrame& frame, ViewState& state, const ItemSpec& item) {
    Ui& ui = frame.ui;
    adjust_panel_ui(ui, state);
    const Picture& picture = state.pictures.need(frame, item, state.look.tone);
    state.pictures.read_ahead(frame, item, state.look.tone);
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const double height = static_cast<double>(room.y - ImGui::GetTextLineHeightWithSpacing());
    const bool shown = picture.shown(), ready = picture.state == Picture::State::ready;
    std::string status;
    {
        CanvasArea area(ui, "canvas", {static_cast<double>(room.x), height}, state.focus);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const Box& at = area.in_screen;
        list.AddRectFilled({static_cast<float>(at.x), static_cast<float>(at.y)},
                           {static_cast<float>(at.right()), static_cast<float>(at.bottom())}, ui.theme().canvas);
        if (shown) {
            place_picture(state, at, picture.size);
            minimap_takes_mouse(ui, state, area, picture.size);
            CanvasFrame canvas{.task = frame, .state = state, .item = item, .image_size = picture.size, .area = &area};
            picture_ui(canvas, list);
            area.screen_from_content = [zoom = state.zoom](Vec2 point) { return zoom.screen_from_image(point); };
            status = position_text(canvas);
        } else {
            waiting_on_canvas(ui, list, at, item, picture);
        }
    }
    if (!ready) waiting_line_ui(ui, state, item, picture);
    if (shown && !ready) ImGui::SameLine();
    if (shown) status_ui(ui, std::move(status));
}

} // namespace biaokao::image_objects
