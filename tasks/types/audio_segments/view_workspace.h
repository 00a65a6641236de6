// What the parts of the audio desk share: the open recording, what is visible and what is selected. No answer data.
#pragma once

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "app/ui/labelling/canvas_area.h"
#include "app/ui/labelling/object_list.h"
#include "app/ui/labelling/selection.h"
#include "app/ui/task_view.h"
#include "engine/media/spectrogram.h"
#include "tasks/types/audio_segments/contiguous_tier.h"
#include "tasks/types/audio_segments/time_axis.h"
#include "tasks/types/audio_segments/view_player.h"
#include "tasks/types/audio_segments/view_recording.h"

namespace biaokao::audio {

struct Workspace {
    explicit Workspace(Sound& sound) : player(sound) {}

    std::string item; // the recording that is open
    Recording recording;
    const Waveform* shown_wave = nullptr; // the one that axis and player were set to
    Player player;
    TimeAxis axis;
    double amplitude = 1; // of the drawing
    bool loop = false;
    bool channels_apart = false, with_spectrogram = false, with_grid = false;
    SpectrogramSettings spectrogram{.fft_size = 0}; // 0: none chosen yet, the first recording's rate decides

    Selection selection;
    ObjectList list;
    int tier = 0;                         // where the keys and new segments are
    std::string label;                    // of the next segment; empty: none chosen yet
    std::optional<Segment> range;         // chosen by Shift+click or Shift+drag, not yet a segment
    std::optional<double> marked_start_s; // Enter was pressed once
    CanvasFocus focus;
    std::vector<Piece> pieces; // the answer's segments in this recording; anew each frame
    std::vector<Piece> shown;  // those that are drawn and picked: without the hidden ones
    ObjectIds overlapping;     // where the task warns of it

    // The waveforms to draw below each other: of all channels together, or of each; its channel tells which.
    [[nodiscard]] std::vector<const Waveform*> waves_shown() const {
        if (!channels_apart || recording.channels().empty()) return {recording.wave()};
        std::vector<const Waveform*> waves;
        for (const Waveform& wave : recording.channels()) waves.push_back(&wave);
        return waves;
    }
    [[nodiscard]] const Piece* selected_piece() const { return find_piece(pieces, selection.anchor()); }
    // The segments that the pointer and the keys mean: of the present tier.
    [[nodiscard]] std::vector<Piece> reachable() const { return pieces_in_tier(shown, tier); }
    [[nodiscard]] double seconds_from_px(float px) const { return px * axis.seconds_per_px(); }
};

[[nodiscard]] inline Room room_of(const TaskFrame& frame, const Workspace& work) {
    return {work.axis.duration_s(), frame.question.tools.overlap != Overlap::refuse, work.tier,
            std::ceil(min_segment_s * work.axis.sample_rate() - 1e-6) / work.axis.sample_rate()};
}

} // namespace biaokao::audio
