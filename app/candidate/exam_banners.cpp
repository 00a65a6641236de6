#include <imgui.h>

#include "app/candidate/exam_panes.h"
#include "app/local_time.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

bool banner_ui(Ui& ui, std::string_view id, const std::string& words, std::uint32_t color, bool can_close) {
    const Scope scope(ui, id);
    ImGui::PushStyleColor(ImGuiCol_ChildBg, with_opacity(color, 0.16));
    ImGui::BeginChild("banner", {0, 1.9f * ui.em()}, true, ImGuiWindowFlags_NoScrollbar);
    ImGui::AlignTextToFramePadding();
    ImGui::SetCursorPosY(0.15f * ui.em());
    const float room = ImGui::GetContentRegionAvail().x - (can_close ? 6 * ui.em() : 0);
    clipped_text(ui, "words", words, room);
    bool closed = false;
    if (can_close) {
        ImGui::SameLine(ImGui::GetContentRegionMax().x - 5 * ui.em());
        ImGui::SetCursorPosY(0.15f * ui.em());
        closed = button(ui, "close", ui.tr("ui.understood"), {.look = ButtonLook::quiet});
    }
    ImGui::EndChild();
    ImGui::PopStyleColor();
    return closed;
}

} // namespace

void exam_banners_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const SaveState state = desk.open->writer->state();
    if (state.trouble)
        banner_ui(ui, "trouble",
                  "⚠ " + ui.tr("exam.trouble", {{"reason", ui.tr(state.trouble->message())},
                                                {"lines", std::to_string(state.appended - state.acknowledged)}}),
                  ui.theme().bad, false);
    if (const auto& gap = desk.session()->gap(); gap && !desk.look.gap_seen) {
        const std::string words =
            ui.tr(gap->clock_suspect ? "exam.gap_suspect" : "exam.gap",
                  {{"seconds", std::to_string(gap->lost_ms / 1000)}, {"time", local_time(gap->last_change_wall_ms)}});
        if (banner_ui(ui, "gap", "⚠ " + words, ui.theme().warning, true)) desk.look.gap_seen = true;
    }
    if (desk.look.warning_shown >= 0 &&
        banner_ui(ui, "time", "⚠ " + ui.tr("exam.minutes_left", {{"minutes", std::to_string(desk.look.warning_shown)}}),
                  ui.theme().warning, true))
        desk.look.warning_shown = -1;
}

} // namespace biaokao
