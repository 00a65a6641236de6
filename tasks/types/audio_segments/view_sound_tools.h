// How the recording is heard and seen: speed, channels apart, the spectrogram and its settings.
#pragma once

#include "tasks/types/audio_segments/view_workspace.h"

namespace biaokao::audio {

// "slower", "speed", "faster", "channels" (where there are several), "spectrogram" and, while that is on, "fft_size",
// "window", "range", "scale", "top".
void sound_tools_ui(TaskFrame& frame, Workspace& work);

} // namespace biaokao::audio
