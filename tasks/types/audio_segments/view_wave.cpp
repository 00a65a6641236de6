#include "tasks/types/audio_segments/view_wave.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "engine/media/audio_levels.h"

namespace biaokao::audio {

namespace {

constexpr double axis_height_in_em = 1.3, lane_height_in_em = 1.45;
constexpr double lanes_share_max = 0.45;   // of the canvas: the waveform keeps the rest, however many lanes there are
constexpr double spectrogram_share = 0.55; // of what waveform and spectrogram have together
constexpr double label_distance_in_em = 5.5;

ImVec2 at(double x, double y) { return {static_cast<float>(x), static_cast<float>(y)}; }

void fill(double left, double top, double right, double bottom, std::uint32_t color) {
    ImGui::GetWindowDrawList()->AddRectFilled(at(left, top), at(right, bottom), color);
}

void vertical_line(const Ui& ui, double x, double top, double bottom, std::uint32_t color, float width_px,
                   bool dashed = false) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const double dash = dashed ? ui.px(6) : bottom - top;
    for (double y = top; y < bottom; y += dash * (dashed ? 1.7 : 1.0))
        list.AddLine(at(x, y), at(x, std::min(y + dash, bottom)), color, ui.px(width_px));
}

// Zoomed in beyond the samples: the samples themselves, joined by lines, as dots where they stand far apart.
void draw_samples(const Ui& ui, const Waveform& wave, const TimeAxis& axis, const WaveLayout& layout, double scale,
                  double top, double bottom, std::uint32_t color) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const double rate = wave.clip()->sample_rate;
    const bool dots = 1 / (axis.seconds_per_px() * rate) > ui.px(6);
    const auto first = static_cast<std::int64_t>(std::floor(axis.start_s() * rate)) - 1;
    const auto last = static_cast<std::int64_t>(std::ceil(axis.end_s() * rate)) + 1;
    const double middle_y = (top + bottom) / 2;
    ImVec2 before{};
    for (std::int64_t frame = std::max<std::int64_t>(first, 0); frame <= std::min(last, wave.frames() - 1); ++frame) {
        const ImVec2 here = at(layout.x_from_time(axis, static_cast<double>(frame) / rate),
                               std::clamp(middle_y - wave.sample(frame) * scale, top, bottom));
        if (frame > std::max<std::int64_t>(first, 0)) list.AddLine(before, here, color, ui.px(1.2f));
        if (dots) list.AddCircleFilled(here, ui.px(2), color);
        before = here;
    }
}

// Slanted lines and a frame in the colour of warnings; the tag says it in words.
void mark_overlap(const Ui& ui, double left, double top, double right, double bottom) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::uint32_t color = ui.theme().warning;
    const double step = ui.px(8), height = bottom - top;
    ImGui::PushClipRect(at(left, top), at(right, bottom), true);
    const double first = std::max(left - height, ImGui::GetWindowPos().x - step);
    const double last = std::min(right, static_cast<double>(ImGui::GetWindowPos().x + ImGui::GetWindowWidth()));
    for (double x = first; x < last; x += step)
        list.AddLine(at(x, bottom), at(x + height, top), with_opacity(color, 0.45), ui.px(1.5F));
    ImGui::PopClipRect();
    compat::stroke_rect(list, at(left, top), at(right, bottom), color, ui.px(2), 0);
}

} // namespace

int WaveLayout::lane_at(double y_in_screen) const {
    if (y_in_screen < lanes_top || y_in_screen >= wave_top || lane_height <= 0) return -1;
    return std::min(static_cast<int>((y_in_screen - lanes_top) / lane_height), lanes - 1);
}

int WaveLayout::tier_at(double y_in_screen, int otherwise) const {
    const int lane = lane_at(y_in_screen);
    if (lane < 0) return otherwise;
    return static_cast<int>(std::upper_bound(tier_lanes.begin(), tier_lanes.end() - 1, lane) - tier_lanes.begin()) - 1;
}

WaveLayout lay_out_wave(const Ui& ui, const Box& in_screen, std::vector<int> tier_lanes, int reference_lanes,
                        bool with_spectrogram) {
    const int lanes = tier_lanes.back();
    const double em = ui.em(), room = in_screen.height - axis_height_in_em * em;
    WaveLayout layout{.in_screen = in_screen};
    layout.lanes = lanes;
    layout.tier_lanes = std::move(tier_lanes);
    layout.lane_height = std::clamp(room * lanes_share_max / (lanes + reference_lanes), 1.0, lane_height_in_em * em);
    layout.lanes_top = in_screen.y + axis_height_in_em * em;
    layout.wave_top = layout.lanes_top + layout.lane_height * lanes;
    layout.sound_bottom = in_screen.bottom() - layout.lane_height * reference_lanes;
    layout.wave_bottom =
        layout.sound_bottom - (with_spectrogram ? spectrogram_share * (layout.sound_bottom - layout.wave_top) : 0);
    return layout;
}

void draw_time_axis(const Ui& ui, const TimeAxis& axis, const WaveLayout& layout) {
    const Theme& theme = ui.theme();
    const Box& area = layout.in_screen;
    fill(area.x, area.y, area.right(), area.bottom(), theme.panel);
    fill(area.x, layout.wave_top, area.right(), layout.sound_bottom, theme.window);
    for (const TimeTick& tick : axis.ticks(label_distance_in_em * ui.em())) {
        const double x = layout.x_from_time(axis, tick.time_s);
        vertical_line(ui, x, layout.lanes_top - ui.px(tick.major ? 8 : 4), layout.lanes_top, theme.text_dim, 1);
        if (!tick.major) continue;
        vertical_line(ui, x, layout.wave_top, layout.sound_bottom, with_opacity(theme.border, 0.6), 1);
        ImGui::GetWindowDrawList()->AddText(at(x + ui.px(3), area.y), theme.text_dim, tick.label.c_str());
    }
}

void draw_waveform(const Ui& ui, const Waveform& wave, const TimeAxis& axis, const WaveLayout& layout, double scale,
                   double top, double bottom) {
    const double middle_y = (top + bottom) / 2;
    const std::uint32_t color = with_opacity(ui.theme().text, 0.75);
    fill(layout.in_screen.x, middle_y - 0.5, layout.in_screen.right(), middle_y + 0.5,
         with_opacity(ui.theme().text_dim, 0.5));
    const double frames_per_px = axis.seconds_per_px() * wave.clip()->sample_rate;
    if (frames_per_px < 1) return draw_samples(ui, wave, axis, layout, scale, top, bottom, color);
    std::vector<WaveColumn> columns(static_cast<std::size_t>(layout.in_screen.width));
    wave.columns(axis.start_s() * wave.clip()->sample_rate, frames_per_px, columns);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        WaveColumn column = columns[i];
        if (i > 0) { // neighbours touch, so that a steep slope is no row of gaps
            column.low = std::min(column.low, columns[i - 1].high);
            column.high = std::max(column.high, columns[i - 1].low);
        }
        const double x = layout.in_screen.x + static_cast<double>(i);
        fill(x, std::max(middle_y - column.high * scale - 0.5, top), x + 1,
             std::min(middle_y - column.low * scale + 0.5, bottom), color);
        if (std::max(columns[i].high, -columns[i].low) >= clipped_from)
            fill(x, top, x + 1, top + ui.px(4), ui.theme().bad);
    }
}

void draw_tiers(const Ui& ui, const std::vector<TierSpec>& tiers, int present, const WaveLayout& layout) {
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        const double top = layout.lanes_top + layout.tier_lanes[i] * layout.lane_height;
        const double bottom = layout.lanes_top + layout.tier_lanes[i + 1] * layout.lane_height;
        const Box& area = layout.in_screen;
        if (static_cast<int>(i) == present)
            fill(area.x, top, area.right(), bottom, with_opacity(ui.theme().accent, 0.12));
        fill(area.x, bottom - ui.px(1), area.right(), bottom, with_opacity(ui.theme().border, 0.8));
    }
}

void draw_tier_names(const Ui& ui, const std::vector<TierSpec>& tiers, int present, const WaveLayout& layout) {
    if (layout.lane_height < 0.9 * ui.em()) return;
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        const std::string& words = tiers[i].title.in(ui.language());
        const double top = layout.lanes_top + layout.tier_lanes[i] * layout.lane_height;
        const double right = layout.in_screen.right() - ui.px(2);
        const double left = right - ImGui::CalcTextSize(words.c_str()).x - ui.px(8);
        fill(left, top + ui.px(1), right, top + layout.lane_height - ui.px(2), with_opacity(ui.theme().panel, 0.85));
        ImGui::GetWindowDrawList()->AddText(at(left + ui.px(4), top + (layout.lane_height - ui.em()) / 2),
                                            static_cast<int>(i) == present ? ui.theme().accent : ui.theme().text_dim,
                                            words.c_str());
    }
}

void draw_channel_name(const Ui& ui, const WaveLayout& layout, int channel, double top) {
    const std::string words = std::to_string(channel + 1);
    ImGui::GetWindowDrawList()->AddText(at(layout.in_screen.x + ui.px(4), top), ui.theme().accent, words.c_str());
}

void draw_segment(const Ui& ui, const TimeAxis& axis, const WaveLayout& layout, const Segment& range, int lane,
                  bool in_reference, const SegmentLook& look) {
    const double left = layout.x_from_time(axis, range.start_s), right = layout.x_from_time(axis, range.end_s);
    if (right < layout.in_screen.x || left > layout.in_screen.right()) return;
    const bool strong = look.selected || look.highlighted;
    const double middle_y = (layout.wave_top + layout.sound_bottom) / 2;
    const double wave_top = in_reference ? middle_y : layout.wave_top;
    if (!look.lane_only)
        fill(left, wave_top, right, layout.sound_bottom, with_opacity(look.color, strong ? 0.30 : 0.15));
    const double tag_top = (in_reference ? layout.sound_bottom : layout.lanes_top) + lane * layout.lane_height;
    const double tag_bottom = tag_top + layout.lane_height - ui.px(1);
    fill(left, tag_top, right, tag_bottom, with_opacity(look.color, strong ? 0.45 : 0.22));
    const double line_top = in_reference ? wave_top : tag_top;
    const double line_bottom = in_reference || look.lane_only ? tag_bottom : layout.sound_bottom;
    const float line_px = strong ? 3 : 2;
    if (!look.contiguous)
        for (const double x : {left, right})
            vertical_line(ui, x, line_top, line_bottom, look.color, line_px, look.dashed);
    if (look.overlapping) mark_overlap(ui, left, tag_top, right, tag_bottom);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const double y : {tag_top, tag_bottom})
        if (strong) list.AddLine(at(left, y), at(right, y), look.color, ui.px(2));
    if (layout.lane_height < 0.9 * ui.em()) return; // too many lanes for words
    const double from = std::max(left, layout.in_screen.x);
    const double text_y = tag_top + (layout.lane_height - ui.em()) / 2;
    ImGui::PushClipRect(at(from, tag_top), at(right, tag_bottom), true);
    list.AddText(at(from + ui.px(5), text_y), ui.theme().text, look.words.c_str());
    ImGui::PopClipRect();
}

void draw_boundary(const Ui& ui, const TimeAxis& axis, const WaveLayout& layout, double time_s, int lane,
                   bool present) {
    const double x = layout.x_from_time(axis, time_s);
    if (time_s <= 0 || x < layout.in_screen.x || x > layout.in_screen.right()) return;
    const double top = layout.lanes_top + lane * layout.lane_height, bottom = top + layout.lane_height - ui.px(1);
    vertical_line(ui, x, top, present ? layout.sound_bottom : bottom, ui.theme().text, present ? 2 : 1.5F);
    const double side = ui.px(present ? 5 : 3);
    ImGui::GetWindowDrawList()->AddTriangleFilled(at(x - side, top), at(x + side, top), at(x, top + 1.4 * side),
                                                  ui.theme().text);
}

void draw_undivided(const Ui& ui, const WaveLayout& layout, int lane, std::string_view words) {
    const double top = layout.lanes_top + lane * layout.lane_height, bottom = top + layout.lane_height - ui.px(1);
    const Box& area = layout.in_screen;
    fill(area.x, top, area.right(), bottom, with_opacity(ui.theme().text_dim, 0.15));
    if (layout.lane_height < 0.9 * ui.em()) return;
    ImGui::GetWindowDrawList()->AddText(at(area.x + ui.px(5), top + (layout.lane_height - ui.em()) / 2),
                                        ui.theme().text_dim, words.data(), words.data() + words.size());
}

void draw_time_line(const Ui& ui, const TimeAxis& axis, const WaveLayout& layout, double time_s, std::uint32_t color,
                    float width_px) {
    const double x = layout.x_from_time(axis, time_s);
    if (x < layout.in_screen.x || x > layout.in_screen.right()) return;
    vertical_line(ui, x, layout.in_screen.y, layout.in_screen.bottom(), color, width_px);
}

void draw_range(const Ui& ui, const TimeAxis& axis, const WaveLayout& layout, const Segment& range) {
    const double left = layout.x_from_time(axis, range.start_s), right = layout.x_from_time(axis, range.end_s);
    fill(left, layout.wave_top, right, layout.sound_bottom, with_opacity(ui.theme().selection, 0.35));
    vertical_line(ui, left, layout.wave_top, layout.sound_bottom, ui.theme().accent, 1.5f, true);
    vertical_line(ui, right, layout.wave_top, layout.sound_bottom, ui.theme().accent, 1.5f, true);
}

} // namespace biaokao::audio
