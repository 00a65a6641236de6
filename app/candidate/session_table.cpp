#include "app/candidate/session_table.h"

#include <imgui.h>

#include "app/candidate/desk_flow.h"
#include "app/local_time.h"
#include "app/ui/layout.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

std::string_view phase_key(const SessionSummary& row) {
    if (row.error) return "session.damaged";
    if (row.in_use) return "session.in_use";
    switch (row.phase) {
    case SessionPhase::ready: return "session.ready";
    case SessionPhase::running: return "session.running";
    case SessionPhase::ended: return "session.ended";
    case SessionPhase::submitted: return "session.submitted";
    }
    return "";
}

std::string_view button_key(const SessionSummary& row) {
    if (row.phase == SessionPhase::submitted)
        return row.mode == Mode::drill ? "session.see_result" : "session.see_receipt";
    return row.phase == SessionPhase::ended ? "session.hand_in" : "session.resume";
}

// True when the session was asked for.
bool row_ui(Desk& desk, const SessionSummary& row) {
    Ui& ui = desk.ui;
    const Scope scope(ui, row.id);
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    text(ui, row.candidate_name.empty() ? row.id : row.candidate_name);
    ImGui::TableNextColumn();
    text(ui, ui.tr(row.mode == Mode::drill ? "start.drill" : "start.exam"));
    ImGui::TableNextColumn();
    text(ui, local_date_time(row.last_wall_ms), TextLook::dim);
    ImGui::TableNextColumn();
    text_seen(ui, "phase", ui.tr(phase_key(row)), row.error ? TextLook::bad : TextLook::normal);
    if (row.error) tooltip_for_last_item(ui, ui.translator().sentence(*row.error));
    ImGui::TableNextColumn();
    if (row.error || row.in_use) return false;
    const bool unfinished = row.phase == SessionPhase::running || row.phase == SessionPhase::ended;
    return button(ui, "open", ui.tr(button_key(row)), {.look = unfinished ? ButtonLook::primary : ButtonLook::normal});
}

} // namespace

void session_table_ui(Desk& desk) {
    Ui& ui = desk.ui;
    heading(ui, ui.tr("start.sessions"));
    if (desk.form.sessions.empty()) {
        text(ui, ui.tr("start.no_sessions"), TextLook::dim);
        return;
    }
    const Scope scope(ui, "sessions");
    std::string wanted; // opening changes the list, so it waits until the table is drawn
    if (ImGui::BeginTable("table", 5, ImGuiTableFlags_RowBg | ImGuiTableFlags_SizingFixedFit)) {
        ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthStretch);
        for (const SessionSummary& row : desk.form.sessions)
            if (row_ui(desk, row)) wanted = row.path;
        ImGui::EndTable();
    }
    if (!wanted.empty()) open_session(desk, wanted);
}

} // namespace biaokao
