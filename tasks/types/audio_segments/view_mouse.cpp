#include "tasks/types/audio_segments/view_mouse.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "tasks/types/audio_segments/view_edits.h"

namespace biaokao::audio {

namespace { // annotation-tools.md section 3 and 7, pixels at 100 %
constexpr float hit_radius_px = 6, snap_px = 8, drag_px = 5;
constexpr double wheel_step = 1.1, scroll_share = 0.1;
constexpr double amplitude_max = 64;
constexpr double edge_scroll_share = 0.02; // of the visible time for each frame that a drag is beyond the border
} // namespace

void WaveMouse::update(TaskFrame& frame, Workspace& work, const CanvasArea& area, const WaveLayout& layout) {
    preview_.reset();
    hovered_.reset();
    const ImGuiIO& io = ImGui::GetIO();
    if (area.hovered) {
        wheel(work, layout);
        if (frame.editable && gesture_ == Gesture::none)
            hovered_ = edge_at(work.shown, work.axis.time_from_x(io.MousePos.x - layout.in_screen.x),
                               work.seconds_from_px(frame.ui.px(hit_radius_px)), work.selection.anchor());
        if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) press(frame, work, layout);
    }
    if (hovered_ || gesture_ == Gesture::moving) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    if (gesture_ == Gesture::none) return;
    if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) drag(frame, work, layout);
    else release(frame, work, layout);
}

void WaveMouse::wheel(Workspace& work, const WaveLayout& layout) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseWheel == 0 && io.MouseWheelH == 0) return;
    if (io.KeyCtrl) work.axis.zoom_at(io.MousePos.x - layout.in_screen.x, std::pow(wheel_step, -io.MouseWheel));
    else if (io.KeyShift && io.MouseWheel != 0)
        work.amplitude = std::clamp(work.amplitude * std::pow(wheel_step, io.MouseWheel), 1.0, amplitude_max);
    else
        work.axis.scroll_to(work.axis.start_s() -
                            (io.MouseWheel - io.MouseWheelH) * scroll_share * work.axis.visible_s());
}

void WaveMouse::press(const TaskFrame& frame, Workspace& work, const WaveLayout& layout) {
    const ImGuiIO& io = ImGui::GetIO();
    gesture_ = Gesture::pressed;
    pressed_x_ = io.MousePos.x;
    pressed_y_ = io.MousePos.y;
    shift_ = io.KeyShift;
    held_ = shift_ ? std::nullopt : hovered_;
    anchor_s_ = pointer_time(frame.ui, work, layout, {});
}

double WaveMouse::pointer_time(const Ui& ui, const Workspace& work, const WaveLayout& layout, std::string_view moving) {
    const ImGuiIO& io = ImGui::GetIO();
    const double time_s = work.axis.time_from_x(io.MousePos.x - layout.in_screen.x);
    // Alt is pressed during the drag, as some window managers take Alt+press for themselves.
    snapped_s_ = io.KeyAlt ? std::nullopt
                           : snap_time(work.pieces, moving, time_s, work.player.cursor_s(),
                                       work.seconds_from_px(ui.px(snap_px)));
    return work.axis.sample_time(snapped_s_.value_or(time_s));
}

void WaveMouse::drag(const TaskFrame& frame, Workspace& work, const WaveLayout& layout) {
    const ImGuiIO& io = ImGui::GetIO();
    if (gesture_ == Gesture::pressed && std::abs(io.MousePos.x - pressed_x_) > frame.ui.px(drag_px)) {
        gesture_ = !frame.editable || shift_ ? Gesture::choosing : held_ ? Gesture::moving : Gesture::drawing;
        if (held_) work.selection.choose(held_->id);
    }
    if (!dragging()) return;
    const double beyond_left = layout.in_screen.x - io.MousePos.x;
    const double beyond_right = io.MousePos.x - layout.in_screen.right();
    if (beyond_left > 0 || beyond_right > 0) // the view scrolls on while a drag is at its border
        work.axis.scroll_to(work.axis.start_s() +
                            (beyond_right > 0 ? 1 : -1) * edge_scroll_share * work.axis.visible_s());
    const std::string moving = gesture_ == Gesture::moving ? held_->id : std::string();
    const double time_s = pointer_time(frame.ui, work, layout, moving);
    Preview preview{moving, {std::min(anchor_s_, time_s), std::max(anchor_s_, time_s)}, snapped_s_};
    if (gesture_ == Gesture::moving) preview.range = drag_edge(work.pieces, *held_, time_s, room_of(frame, work)).range;
    else if (gesture_ == Gesture::drawing)
        if (const auto made = new_range(work.pieces, anchor_s_, time_s, room_of(frame, work)))
            preview.range = made->range;
    preview_ = preview;
}

void WaveMouse::release(TaskFrame& frame, Workspace& work, const WaveLayout& layout) {
    const Gesture gesture = gesture_;
    gesture_ = Gesture::none;
    const std::string moving = gesture == Gesture::moving ? held_->id : std::string();
    const double time_s = pointer_time(frame.ui, work, layout, moving);
    switch (gesture) {
    case Gesture::none: break;
    case Gesture::pressed: click(work, layout); break;
    case Gesture::drawing: create_segment(frame, work, anchor_s_, time_s); break;
    case Gesture::choosing: work.range = Segment{std::min(anchor_s_, time_s), std::max(anchor_s_, time_s)}; break;
    case Gesture::moving:
        if (find_piece(work.pieces, held_->id) != nullptr) // an undo may have taken it away meanwhile
            set_bounds(frame, work, held_->id, drag_edge(work.pieces, *held_, time_s, room_of(frame, work)));
        break;
    }
}

void WaveMouse::click(Workspace& work, const WaveLayout& layout) {
    const ImGuiIO& io = ImGui::GetIO();
    const double time_s = work.axis.sample_time(work.axis.time_from_x(pressed_x_ - layout.in_screen.x));
    if (shift_) {
        const double cursor_s = work.player.cursor_s();
        work.range = Segment{std::min(cursor_s, time_s), std::max(cursor_s, time_s)};
        return;
    }
    work.range.reset();
    work.player.seek(time_s);
    const Piece* piece = piece_at(work.shown, time_s, layout.lane_at(pressed_y_));
    const std::string id = held_ ? held_->id : piece == nullptr ? std::string() : piece->id;
    if (io.KeyCtrl && !id.empty()) work.selection.toggle(id);
    else work.selection.choose(id);
    work.list.scroll_to = id;
}

} // namespace biaokao::audio
