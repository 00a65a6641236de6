// The buttons above the waveform and the line of facts below it.
#pragma once

#include "tasks/types/audio_segments/view_workspace.h"

namespace biaokao::audio {

class TranscriptField;

void play_tools_ui(TaskFrame& frame, Workspace& work);
// Zoom and transcription mode: after the others, or in the side panel where the screen is small.
void view_tools_ui(TaskFrame& frame, Workspace& work, TranscriptField& transcript);
// Cursor, selection, what Enter will do next, and whether anything can be heard.
void status_ui(TaskFrame& frame, const Workspace& work);

} // namespace biaokao::audio
