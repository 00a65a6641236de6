#include "tasks/types/audio_segments/view_overview.h"

#include <algorithm>

#include <imgui.h>

#include "app/ui/widgets.h"

namespace biaokao::audio {

namespace {

void draw_strip(const Ui& ui, const Workspace& work, const ImVec2 corner, const ImVec2 size) {
    const Theme& theme = ui.theme();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const double duration_s = work.axis.duration_s();
    const auto x_from_time = [&](double time_s) { return corner.x + static_cast<float>(time_s / duration_s) * size.x; };
    list.AddRectFilled(corner, {corner.x + size.x, corner.y + size.y}, theme.panel);
    const Waveform& wave = *work.recording.wave();
    std::vector<WaveColumn> columns(static_cast<std::size_t>(size.x));
    wave.columns(0, static_cast<double>(wave.frames()) / size.x, columns);
    const float middle_y = corner.y + size.y / 2, scale = size.y / 2 / std::max(wave.peak(), 0.01F);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const float x = corner.x + static_cast<float>(i);
        list.AddRectFilled({x, middle_y - columns[i].high * scale}, {x + 1, middle_y - columns[i].low * scale + 1},
                           with_opacity(theme.text_dim, 0.7));
    }
    const float left = x_from_time(work.axis.start_s()), right = x_from_time(work.axis.end_s());
    list.AddRectFilled({corner.x, corner.y}, {left, corner.y + size.y}, with_opacity(theme.window, 0.6));
    list.AddRectFilled({right, corner.y}, {corner.x + size.x, corner.y + size.y}, with_opacity(theme.window, 0.6));
    for (const float x : {left, right}) list.AddLine({x, corner.y}, {x, corner.y + size.y}, theme.accent, ui.px(2));
    const float cursor_x = x_from_time(work.player.cursor_s());
    list.AddLine({cursor_x, corner.y}, {cursor_x, corner.y + size.y}, theme.bad, ui.px(1));
}

} // namespace

void Overview::draw_ui(TaskFrame& frame, Workspace& work) {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const ImVec2 size{std::max(ImGui::GetContentRegionAvail().x, 1.0F), height(frame.ui)};
    ImGui::InvisibleButton("###overview", size);
    probe_last_item(frame.ui, "overview", "scroll", frame.ui.tr("audio.overview"));
    const double pointer_s = (ImGui::GetIO().MousePos.x - corner.x) / size.x * work.axis.duration_s();
    if (ImGui::IsItemActivated()) {
        const bool on_handle = pointer_s >= work.axis.start_s() && pointer_s <= work.axis.end_s();
        grabbed_s_ = on_handle ? pointer_s - work.axis.start_s() : work.axis.visible_s() / 2;
    }
    if (ImGui::IsItemActive()) work.axis.scroll_to(pointer_s - grabbed_s_);
    if (ImGui::IsItemDeactivated()) work.focus.wanted = true;
    draw_strip(frame.ui, work, corner, size);
}

} // namespace biaokao::audio
