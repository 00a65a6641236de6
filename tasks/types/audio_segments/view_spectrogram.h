// The spectrogram below the waveform: computed by workers in tiles, only where it is on the screen, and kept as
// textures whose opacity is the strength, so that a theme's own text colour paints them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <tuple>

#include "app/platform/platform.h"
#include "engine/media/spectrogram.h"
#include "tasks/types/audio_segments/view_wave.h"

namespace biaokao::audio {

class SpectrogramTiles {
public:
    SpectrogramTiles() = default;
    ~SpectrogramTiles() { clear(); }
    SpectrogramTiles(const SpectrogramTiles&) = delete;
    SpectrogramTiles& operator=(const SpectrogramTiles&) = delete;

    // Once a frame, before any strip: what does not fit the wave and the settings any more is let go.
    void begin_frame(TaskFrame& frame, const Waveform& wave, const SpectrogramSettings& settings);
    // One channel's picture from `top` to `bottom`; what is not there yet is asked for.
    void draw(TaskFrame& frame, const TimeAxis& axis, const WaveLayout& layout, int channel, double top, double bottom);
    [[nodiscard]] bool busy() const { return state_ && state_->computing > 0; }

private:
    using Key = std::tuple<int, std::int64_t, std::int64_t>; // channel, frames in a column, number from 0
    struct Tile {
        std::vector<std::uint8_t> rgba; // until it is uploaded
        TextureId texture;
        std::uint64_t used = 0; // the frame that drew it last
    };
    struct State { // outlives the view while a worker is busy for it
        std::map<Key, Tile> tiles;
        int computing = 0;
    };
    void clear();
    void ask_for(TaskFrame& frame, const Key& key);
    void draw_tile(const TaskFrame& frame, const TimeAxis& axis, const WaveLayout& layout, const Key& key, double top,
                   double bottom);
    void forget_unused();

    std::shared_ptr<State> state_;
    std::shared_ptr<const AudioClip> clip_;
    SpectrogramSettings settings_;
    double top_db_ = 0;
    Platform* platform_ = nullptr; // where the textures are
    std::uint64_t frame_number_ = 0;
};

// Frequencies at the left edge of a strip.
void draw_frequency_axis(const Ui& ui, const SpectrogramSettings& settings, int sample_rate, const WaveLayout& layout,
                         double top, double bottom);

} // namespace biaokao::audio
