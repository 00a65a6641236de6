// What the mouse does on the waveform: a click sets the cursor and selects, a drag draws a segment or moves a boundary
// (with Shift all boundaries at that time), the wheel scrolls and zooms; a double click divides a contiguous tier. A
// gesture changes the answer once, when the button is released.
#pragma once

#include <optional>

#include "app/ui/labelling/canvas_area.h"
#include "tasks/types/audio_segments/view_wave.h"
#include "tasks/types/audio_segments/view_workspace.h"

namespace biaokao::audio {

class WaveMouse {
public:
    void update(TaskFrame& frame, Workspace& work, const CanvasArea& area, const WaveLayout& layout);
    void cancel() { gesture_ = Gesture::none; }
    [[nodiscard]] bool dragging() const { return gesture_ >= Gesture::drawing; }

    // What is being drawn, for the picture: a boundary's segment as it would become, or a new range.
    struct Preview {
        std::vector<MovedPiece> moved;   // none: a new one
        Segment range;                   // of the new one
        std::optional<double> snapped_s; // the time that the pointer has snapped to
    };
    [[nodiscard]] const std::optional<Preview>& preview() const { return preview_; }
    // Where a segment stands while boundaries are being moved.
    [[nodiscard]] Segment range_of(const Piece& piece) const;
    // The boundary under the pointer.
    [[nodiscard]] const std::optional<EdgeHold>& hovered_edge() const { return hovered_; }

private:
    enum class Gesture { none, pressed, drawing, choosing, moving, moving_shared };

    void wheel(Workspace& work, const WaveLayout& layout);
    void press(const TaskFrame& frame, Workspace& work, const WaveLayout& layout);
    void begin_drag_if_moved(const TaskFrame& frame, Workspace& work);
    void drag(const TaskFrame& frame, Workspace& work, const WaveLayout& layout);
    void release(TaskFrame& frame, Workspace& work, const WaveLayout& layout);
    void click(TaskFrame& frame, Workspace& work, const WaveLayout& layout);
    [[nodiscard]] Gesture gesture_of_drag(bool editable) const;
    // What the held boundary becomes at this time, with those that move along.
    [[nodiscard]] MovedEdges moved_to(double time_s, const TaskFrame& frame, const Workspace& work) const;
    // The pointer's time, snapped unless Alt is down; never to a boundary that moves.
    [[nodiscard]] double pointer_time(const TaskFrame& frame, const Workspace& work, const WaveLayout& layout);

    Gesture gesture_ = Gesture::none;
    std::optional<EdgeHold> held_, hovered_;
    std::optional<double> snapped_s_;
    double anchor_s_ = 0, pressed_x_ = 0, pressed_y_ = 0;
    bool shift_ = false, double_ = false;
    std::optional<Preview> preview_;
};

} // namespace biaokao::audio
