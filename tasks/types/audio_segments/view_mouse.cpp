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
constexpr double zero_crossing_s = 0.002;

// The next zero crossing, where a cut makes no click: nothing that one sees unless zoomed in.
double quiet_time(const Workspace& work, double time_s, double radius_s) {
    const Waveform& wave = *work.recording.wave();
    const double rate = wave.clip()->sample_rate;
    const auto frame = static_cast<std::int64_t>(std::llround(work.axis.sample_time(time_s) * rate));
    const auto found = wave.zero_crossing_near(frame, static_cast<std::int64_t>(radius_s * rate));
    return static_cast<double>(found.value_or(frame)) / rate;
}
} // namespace

void WaveMouse::update(TaskFrame& frame, Workspace& work, const CanvasArea& area, const WaveLayout& layout) {
    preview_.reset();
    hovered_.reset();
    const ImGuiIO& io = ImGui::GetIO();
    if (area.hovered) {
        wheel(work, layout);
        if (frame.editable && gesture_ == Gesture::none) // outside the lanes the present tier's boundaries are meant
            hovered_ = edge_at(pieces_in_tier(work.shown, layout.tier_at(io.MousePos.y, work.tier)),
                               work.axis.time_from_x(io.MousePos.x - layout.in_screen.x),
                               work.seconds_from_px(frame.ui.px(hit_radius_px)), work.selection.anchor());
        if (hovered_ && is_outer_end(work.pieces, *hovered_)) hovered_.reset();
        if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) press(frame, work, layout);
    }
    if (hovered_ || gesture_ >= Gesture::moving) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    if (gesture_ == Gesture::none) return;
    begin_drag_if_moved(frame, work); // in the frame of the release too: a quick hand does both between two frames
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
    double_ = ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
    held_ = hovered_;
    work.tier = layout.tier_at(pressed_y_, work.tier);
    anchor_s_ = pointer_time(frame, work, layout);
}

WaveMouse::Gesture WaveMouse::gesture_of_drag(bool editable) const {
    if (!editable) return Gesture::choosing;
    if (held_) return shift_ ? Gesture::moving_shared : Gesture::moving;
    return shift_ ? Gesture::choosing : Gesture::drawing;
}

MovedEdges WaveMouse::moved_to(double time_s, const TaskFrame& frame, const Workspace& work) const {
    if (!held_ || find_piece(work.pieces, held_->id) == nullptr) return {}; // an undo may have taken it away meanwhile
    const Room room = room_of(frame, work);
    if (gesture_ == Gesture::moving_shared) return {drag_shared(work.pieces, *held_, time_s, room), false};
    return move_edge(work.pieces, *held_, time_s, room);
}

double WaveMouse::pointer_time(const TaskFrame& frame, const Workspace& work, const WaveLayout& layout) {
    const ImGuiIO& io = ImGui::GetIO();
    const double time_s = work.axis.time_from_x(io.MousePos.x - layout.in_screen.x);
    const double radius_s = work.seconds_from_px(frame.ui.px(snap_px));
    std::vector<Piece> others = work.pieces;
    if (gesture_ >= Gesture::moving)
        for (const MovedPiece& moved : moved_to(time_s, frame, work).pieces)
            std::erase_if(others, [&](const Piece& piece) { return piece.id == moved.id; });
    // Alt is pressed during the drag, as some window managers take Alt+press for themselves.
    snapped_s_ = io.KeyAlt ? std::nullopt : snap_time(others, {}, time_s, work.player.cursor_s(), radius_s);
    if (snapped_s_ || io.KeyAlt) return work.axis.sample_time(snapped_s_.value_or(time_s));
    return quiet_time(work, time_s, std::min(zero_crossing_s, radius_s));
}

void WaveMouse::begin_drag_if_moved(const TaskFrame& frame, Workspace& work) {
    const double moved_px = std::abs(ImGui::GetIO().MousePos.x - pressed_x_);
    if (gesture_ != Gesture::pressed || moved_px <= frame.ui.px(drag_px)) return;
    gesture_ = gesture_of_drag(frame.editable);
    if (gesture_ >= Gesture::moving) work.selection.choose(held_->id);
}

void WaveMouse::drag(const TaskFrame& frame, Workspace& work, const WaveLayout& layout) {
    const ImGuiIO& io = ImGui::GetIO();
    if (!dragging()) return;
    const double beyond_left = layout.in_screen.x - io.MousePos.x;
    const double beyond_right = io.MousePos.x - layout.in_screen.right();
    if (beyond_left > 0 || beyond_right > 0) // the view scrolls on while a drag is at its border
        work.axis.scroll_to(work.axis.start_s() +
                            (beyond_right > 0 ? 1 : -1) * edge_scroll_share * work.axis.visible_s());
    const double time_s = pointer_time(frame, work, layout);
    Preview preview{{}, {std::min(anchor_s_, time_s), std::max(anchor_s_, time_s)}, snapped_s_};
    if (gesture_ >= Gesture::moving) preview.moved = moved_to(time_s, frame, work).pieces;
    else if (gesture_ == Gesture::drawing)
        if (const auto made = new_range(work.pieces, anchor_s_, time_s, room_of(frame, work)))
            preview.range = made->range;
    preview_ = preview;
}

Segment WaveMouse::range_of(const Piece& piece) const {
    if (!preview_) return piece.range;
    const auto found = std::ranges::find(preview_->moved, piece.id, &MovedPiece::id);
    return found == preview_->moved.end() ? piece.range : found->range;
}

void WaveMouse::release(TaskFrame& frame, Workspace& work, const WaveLayout& layout) {
    const double time_s = pointer_time(frame, work, layout);
    switch (gesture_) {
    case Gesture::none: break;
    case Gesture::pressed: click(frame, work, layout); break;
    case Gesture::drawing: create_segment(frame, work, anchor_s_, time_s); break;
    case Gesture::choosing: work.range = Segment{std::min(anchor_s_, time_s), std::max(anchor_s_, time_s)}; break;
    case Gesture::moving:
    case Gesture::moving_shared: set_edges(frame, work, moved_to(time_s, frame, work)); break;
    }
    gesture_ = Gesture::none;
}

void WaveMouse::click(TaskFrame& frame, Workspace& work, const WaveLayout& layout) {
    const ImGuiIO& io = ImGui::GetIO();
    const double time_s = work.axis.sample_time(work.axis.time_from_x(pressed_x_ - layout.in_screen.x));
    if (shift_) {
        const double cursor_s = work.player.cursor_s();
        work.range = Segment{std::min(cursor_s, time_s), std::max(cursor_s, time_s)};
        return;
    }
    work.range.reset();
    work.player.seek(time_s);
    if (double_ && !held_ && is_contiguous(frame.question.labels, work.tier))
        return insert_boundary(frame, work, time_s);
    const auto reachable = work.reachable();
    const Piece* piece = piece_at(reachable, time_s, layout.lane_at(pressed_y_));
    const std::string id = held_ ? held_->id : piece == nullptr ? std::string() : piece->id;
    if (io.KeyCtrl && !id.empty()) work.selection.toggle(id);
    else work.selection.choose(id);
    work.list.scroll_to = id;
}

} // namespace biaokao::audio
