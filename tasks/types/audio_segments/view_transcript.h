// The text of the selected segment. Enter goes on to the next segment, Esc back to the waveform; both keep what was
// typed. In transcription mode a segment is heard once as soon as its text gets the focus.
#pragma once

#include <string>

#include "tasks/types/audio_segments/view_workspace.h"

namespace biaokao::audio {

class TranscriptField {
public:
    // The field "transcript", with the whole text below it where the field is too narrow and `one_line` is not asked
    // for. Nothing to type where the selected segment's label has no transcript.
    void draw_ui(TaskFrame& frame, Workspace& work, bool one_line = false);
    // Commits what is still being typed.
    void finish_typing(TaskFrame& frame);
    // The field is not on the screen in this frame: its row was scrolled away.
    void leave(TaskFrame& frame);
    // The keyboard goes into the field; the first segment is selected where none is.
    void take_focus(Workspace& work);
    [[nodiscard]] bool active() const { return active_; } // in the last frame
    [[nodiscard]] bool wanted() const { return focus_wanted_; }

    bool play_on_focus = false; // transcription mode

private:
    void field_ui(TaskFrame& frame, Workspace& work, const Object& object, bool one_line);
    void go_on(TaskFrame& frame, Workspace& work);

    std::string owner_, draft_;
    bool focus_wanted_ = false, active_ = false;
};

} // namespace biaokao::audio
