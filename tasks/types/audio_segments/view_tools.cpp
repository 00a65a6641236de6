#include "tasks/types/audio_segments/view_tools.h"

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/labelling/workspace_layout.h"
#include "app/ui/widgets.h"
#include "engine/media/time_text.h"
#include "tasks/types/audio_segments/view_keys.h"
#include "tasks/types/audio_segments/view_transcript.h"

namespace biaokao::audio {

bool tool_button(Ui& ui, Workspace& work, std::string_view id, std::string_view words, ButtonOptions options) {
    const bool clicked = line_button(ui, id, words, options);
    if (clicked) work.focus.wanted = true;
    return clicked;
}

void play_tools_ui(TaskFrame& frame, Workspace& work) {
    Ui& ui = frame.ui;
    const bool ready = work.recording.wave() != nullptr;
    const bool has_range = work.selected_piece() != nullptr || work.range.has_value();
    if (button(ui, "play", ui.tr(work.player.playing() ? "audio.pause" : "audio.play"),
               {.look = ButtonLook::primary, .enabled = ready, .action = "audio.play"})) {
        toggle_playback(work);
        work.focus.wanted = true;
    }
    if (tool_button(ui, work, "play_segment", ui.tr("audio.play_segment"),
                    {.enabled = ready && has_range, .action = "audio.play_segment"}))
        play_selected(work);
    if (tool_button(ui, work, "loop", ui.tr("audio.loop"),
                    {.enabled = ready, .selected = work.loop, .action = "audio.loop"}))
        toggle_loop(work);
}

void view_tools_ui(TaskFrame& frame, Workspace& work, TranscriptField& transcript) {
    Ui& ui = frame.ui;
    const bool ready = work.recording.wave() != nullptr;
    const double middle_x = work.axis.width_px() / 2;
    if (tool_button(ui, work, "zoom_in", ui.tr("audio.zoom_in"), {.enabled = ready, .action = "audio.zoom_in"}))
        work.axis.zoom_at(middle_x, 1 / zoom_step);
    if (tool_button(ui, work, "zoom_out", ui.tr("audio.zoom_out"),
                    {.enabled = ready && !work.axis.shows_all(), .action = "audio.zoom_out"}))
        work.axis.zoom_at(middle_x, zoom_step);
    if (tool_button(ui, work, "whole", ui.tr("audio.whole"), {.enabled = ready, .action = "audio.whole"}))
        work.axis.show_all();
    if (!frame.editable) return;
    if (tool_button(ui, work, "grid", ui.tr("audio.grid"),
                    {.enabled = ready, .selected = work.with_grid, .action = "audio.grid"}))
        work.with_grid = !work.with_grid;
    const std::string_view words = ui.tr("audio.transcribe");
    same_line_if_fits(button_width(words) + ImGui::GetFrameHeight());
    if (checkbox(ui, "transcribe", words, transcript.play_on_focus) && transcript.play_on_focus)
        transcript.take_focus(work);
    tooltip_for_last_item(ui, ui.tr("audio.transcribe_hint"));
}

void status_ui(TaskFrame& frame, const Workspace& work) {
    Ui& ui = frame.ui;
    std::string words = fmt::format("{} / {}", time_text(work.player.cursor_s()), time_text(work.axis.duration_s()));
    if (const Piece* piece = work.selected_piece())
        words += ui.tr("audio.status_selected",
                       {{"id", piece->id},
                        {"start", time_text(piece->range.start_s)},
                        {"end", time_text(piece->range.end_s)},
                        {"length", fmt::format("{:.3f}", piece->range.end_s - piece->range.start_s)}});
    if (work.marked_start_s) words += ui.tr("audio.status_marked", {{"start", time_text(*work.marked_start_s)}});
    if (work.range)
        words += ui.tr("audio.status_range",
                       {{"start", time_text(work.range->start_s)}, {"end", time_text(work.range->end_s)}});
    if (!work.overlapping.empty())
        words += ui.tr("audio.status_overlapping", {{"count", std::to_string(work.overlapping.size())}});
    if (!work.player.audible()) {
        text_seen(ui, "silent_clock", ui.tr("audio.silent_clock"), TextLook::warning);
        tooltip_for_last_item(ui, ui.tr("audio.silent_clock_hint"));
        ImGui::SameLine();
    }
    clipped_text(ui, "status", words, ImGui::GetContentRegionAvail().x, TextLook::dim);
}

} // namespace biaokao::audio
