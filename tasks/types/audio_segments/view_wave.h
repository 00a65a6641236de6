// The picture of a recording: time axis, waveform, segments as lanes with their tags, the play cursor. Draws only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/ui.h"
#include "tasks/types/audio_segments/segments.h"
#include "tasks/types/audio_segments/time_axis.h"
#include "tasks/types/audio_segments/view_workspace.h"

namespace biaokao::audio {

// Where the parts of the canvas stand, in screen pixels from the top: axis, lanes of the answer, waveform, spectrogram
// (if it is on), lanes of the reference (comparison only).
struct WaveLayout {
    Box in_screen;
    double lane_height = 0;
    double lanes_top = 0, wave_top = 0, wave_bottom = 0, sound_bottom = 0;
    int lanes = 1;
    std::vector<int> tier_lanes; // the first lane of each tier, and the number of lanes

    [[nodiscard]] double x_from_time(const TimeAxis& axis, double time_s) const {
        return in_screen.x + axis.x_from_time(time_s);
    }
    // The lane of the answer at this height, -1 outside them.
    [[nodiscard]] int lane_at(double y_in_screen) const;
    // The tier of that lane; `otherwise` outside the lanes.
    [[nodiscard]] int tier_at(double y_in_screen, int otherwise) const;
};
[[nodiscard]] WaveLayout lay_out_wave(const Ui& ui, const Box& in_screen, std::vector<int> tier_lanes,
                                      int reference_lanes, bool with_spectrogram);

void draw_time_axis(const Ui& ui, const TimeAxis& axis, const WaveLayout& layout);
// `scale`: pixels for a sample of 1; where samples are clipped, a red mark stands above. Several channels stand below
// each other, each in its own strip.
void draw_waveform(const Ui& ui, const Waveform& wave, const TimeAxis& axis, const WaveLayout& layout, double scale,
                   double top, double bottom);

// Where there are tiers: their lanes below the segments, the present one tinted; their names at the right end above
// them.
void draw_tiers(const Ui& ui, const std::vector<TierSpec>& tiers, int present, const WaveLayout& layout);
void draw_tier_names(const Ui& ui, const std::vector<TierSpec>& tiers, int present, const WaveLayout& layout);
void draw_channel_name(const Ui& ui, const WaveLayout& layout, int channel, double top);

struct SegmentLook {
    std::uint32_t color = 0;
    std::string words; // on the tag: sign, id, label, speaker, beginning of the text
    bool selected = false, highlighted = false, dashed = false;
    bool lane_only = false;   // of another tier than the present one: the waveform is not tinted
    bool contiguous = false;  // its boundaries belong to its neighbours as well: draw_boundary
    bool overlapping = false; // though the task warns of it: hatched and outlined
};
// `in_reference`: its tag stands below the sound, and it tints the lower half.
void draw_segment(const Ui& ui, const TimeAxis& axis, const WaveLayout& layout, const Segment& range, int lane,
                  bool in_reference, const SegmentLook& look);
// Between two segments of a contiguous tier: one full line with a handle, over the waveform as well in the present
// tier.
void draw_boundary(const Ui& ui, const TimeAxis& axis, const WaveLayout& layout, double time_s, int lane, bool present);
// A contiguous tier that is still one interval.
void draw_undivided(const Ui& ui, const WaveLayout& layout, int lane, std::string_view words);
// A time that matters: the cursor, a marked start, the place a boundary would snap to.
void draw_time_line(const Ui& ui, const TimeAxis& axis, const WaveLayout& layout, double time_s, std::uint32_t color,
                    float width_px);
// A range that is chosen or being drawn.
void draw_range(const Ui& ui, const TimeAxis& axis, const WaveLayout& layout, const Segment& range);

} // namespace biaokao::audio
