// The strip below the waveform: the whole recording at a glance, and the part on the screen as a handle to move.
#pragma once

#include "tasks/types/audio_segments/view_workspace.h"

namespace biaokao::audio {

class Overview {
public:
    [[nodiscard]] static float height(const Ui& ui) { return ui.em() * 1.4f; }
    // Draws "overview" over the whole width. A drag moves the part on the screen, a click elsewhere brings it there.
    void draw_ui(TaskFrame& frame, Workspace& work);

private:
    double grabbed_s_ = 0; // from the start of the visible part to where it was taken
};

} // namespace biaokao::audio
