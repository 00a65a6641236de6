#include "tasks/types/audio_segments/view_sound.h"

#include <algorithm>

namespace biaokao::audio {

void draw_sound(TaskFrame& frame, const Workspace& work, SpectrogramTiles& spectrogram, const WaveLayout& layout) {
    const Waveform& mean = *work.recording.wave();
    const auto waves = work.waves_shown();
    const auto strip = [&](double top, double bottom, std::size_t number) {
        return top + (bottom - top) * static_cast<double>(number) / static_cast<double>(waves.size());
    };
    float peak = 0.01F; // the same scale for all, so that they compare
    for (const Waveform* wave : waves) peak = std::max(peak, wave->peak());
    const double half = (layout.wave_bottom - layout.wave_top) / static_cast<double>(waves.size()) / 2;
    for (std::size_t i = 0; i < waves.size(); ++i) {
        const double top = strip(layout.wave_top, layout.wave_bottom, i);
        draw_waveform(frame.ui, *waves[i], work.axis, layout, half * work.amplitude / peak, top, top + 2 * half);
        if (waves.size() > 1) draw_channel_name(frame.ui, layout, waves[i]->channel(), top);
    }
    if (!work.with_spectrogram) return;
    spectrogram.begin_frame(frame, mean, work.spectrogram);
    for (std::size_t i = 0; i < waves.size(); ++i) {
        const double top = strip(layout.wave_bottom, layout.sound_bottom, i);
        const double bottom = strip(layout.wave_bottom, layout.sound_bottom, i + 1);
        spectrogram.draw(frame, work.axis, layout, waves[i]->channel(), top, bottom);
        draw_frequency_axis(frame.ui, work.spectrogram, mean.clip()->sample_rate, layout, top, bottom);
    }
}

} // namespace biaokao::audio
