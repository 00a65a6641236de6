// What is seen of the sound itself: waveforms, and spectrograms below them where they are on.
#pragma once

#include "tasks/types/audio_segments/view_spectrogram.h"
#include "tasks/types/audio_segments/view_wave.h"

namespace biaokao::audio {

// One strip for each channel that is shown, all to one scale, so that they compare.
void draw_sound(TaskFrame& frame, const Workspace& work, SpectrogramTiles& spectrogram, const WaveLayout& layout);

} // namespace biaokao::audio
