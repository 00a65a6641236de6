// The buttons above the waveform and the line of facts below it.
#pragma once

#include "app/ui/widgets.h"
#include "tasks/types/audio_segments/view_workspace.h"

namespace biaokao::audio {

class TranscriptField;

// A button that wraps to the next line where there is no room, and hands the keyboard back to the waveform.
bool tool_button(Ui& ui, Workspace& work, std::string_view id, std::string_view words, ButtonOptions options);

void play_tools_ui(TaskFrame& frame, Workspace& work);
// Zoom and transcription mode: after the others, or in the side panel where the screen is small.
void view_tools_ui(TaskFrame& frame, Workspace& work, TranscriptField& transcript);
// Cursor, selection, what Enter will do next, and whether anything can be heard.
void status_ui(TaskFrame& frame, const Workspace& work);

} // namespace biaokao::audio
