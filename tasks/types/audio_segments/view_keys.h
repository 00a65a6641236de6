// The keys of the audio desk (annotation-tools.md 2.5), and what its buttons and keys do alike.
#pragma once

#include "tasks/types/audio_segments/view_workspace.h"

namespace biaokao::audio {

class TranscriptField;

constexpr double zoom_step = 1.5; // of the keys and the buttons

// Offers the keys of this desk and acts on those that were pressed.
void act_on_keys(TaskFrame& frame, Workspace& work, TranscriptField& transcript);

void toggle_playback(Workspace& work);
void play_selected(Workspace& work);
void toggle_loop(Workspace& work);
// One step of 0.1 faster (+1) or slower (−1).
void step_speed(Workspace& work, int direction);
void zoom_to_selected(Workspace& work);
// Selects the segment and brings it into view.
void choose_segment(Workspace& work, const std::string& id);
// The tier below (+1) or above (−1), with its segment under the cursor selected.
void step_tier(TaskFrame& frame, Workspace& work, int direction);
// The next (+1) or previous (-1) one of the present tier; false at the end of the line.
bool step_segment(Workspace& work, int direction);

} // namespace biaokao::audio
