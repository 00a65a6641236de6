// After hand-in: the receipt; in a drill the score sheet in the form of the real exam, with the work beside the
// reference for the item that is looked at.
#include <algorithm>

#include <imgui.h>

#include "app/candidate/desk_flow.h"
#include "app/candidate/result_panes.h"
#include "app/candidate/screens.h"
#include "app/local_time.h"
#include "app/ui/layout.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

void copy_ui(Desk& desk) {
    Ui& ui = desk.ui;
    if (text_field(ui, "copy_path", desk.copy_path, {.width_in_em = 18, .hint = ui.tr("result.copy_hint")}) &&
        !desk.copy_path.empty())
        copy_submission(desk, desk.copy_path);
    ImGui::SameLine();
    if (button(ui, "copy", ui.tr("result.copy"), {.enabled = !desk.copy_path.empty()}))
        copy_submission(desk, desk.copy_path);
}

void receipt_screen_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const Session& session = *desk.session();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float width = std::min(room.x, 44 * ui.em());
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + (room.x - width) * 0.5f);
    const Panel panel(ui, "receipt", width, room.y);
    heading(ui, ui.tr("result.handed_in"));
    text_seen(ui, "candidate", session.header().candidate_name + "   " + session.header().candidate_ticket);
    text_seen(ui, "time", local_date_time(session.entries().back().wall_ms), TextLook::dim);
    ImGui::Spacing();
    text(ui, ui.tr("result.receipt"), TextLook::dim);
    text_seen(ui, "code", session.receipt(), TextLook::heading);
    paragraphs(ui, ui.tr("result.receipt_means"), TextLook::dim);
    ImGui::Spacing();
    paragraphs(ui, ui.tr("result.file", {{"path", desk.open->path}}), TextLook::dim);
    copy_ui(desk);
    ImGui::Spacing();
    if (button(ui, "close", ui.tr("result.close"), {.look = ButtonLook::primary})) leave_session(desk);
}

void head_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const ScoreSheet& sheet = desk.result->sheet;
    ImGui::AlignTextToFramePadding();
    text(ui, ui.tr("result.total"), TextLook::dim);
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    text_seen(ui, "total", (sheet.total ? text_from_points(*sheet.total) : "–") + " / " + text_from_points(sheet.max),
              TextLook::heading);
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    if (sheet.passed)
        text_seen(ui, "passed",
                  std::string(*sheet.passed ? "✓ " : "× ") +
                      std::string(ui.tr(*sheet.passed ? "result.passed" : "result.failed")),
                  *sheet.passed ? TextLook::good : TextLook::bad);
    ImGui::SameLine(0, 1.5f * ui.em());
    ImGui::AlignTextToFramePadding();
    text(ui, ui.tr("result.receipt"), TextLook::dim);
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    text_seen(ui, "code", desk.session()->receipt());
    ImGui::SameLine(0, 1.5f * ui.em());
    if (button(ui, "close", ui.tr("result.close"))) leave_session(desk);
}

void wide_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float width = room.x * 0.46f;
    {
        const Panel sheet(ui, "sheet_pane", width, room.y);
        score_table_ui(desk);
    }
    ImGui::SameLine();
    ImGui::BeginGroup();
    {
        const Panel why(ui, "why_pane", 0, std::min(room.y * 0.34f, 13 * ui.em()));
        explanation_ui(desk);
    }
    {
        const Panel work(ui, "work_pane", 0, ImGui::GetContentRegionAvail().y, false);
        comparison_ui(desk);
    }
    ImGui::EndGroup();
}

void narrow_ui(Desk& desk) {
    Ui& ui = desk.ui;
    for (const std::string_view tab : {"sheet", "why", "work"}) {
        if (tab != "sheet") ImGui::SameLine();
        if (button(ui, "tab_" + std::string(tab), ui.tr("result.tab_" + std::string(tab)),
                   {.look = ButtonLook::quiet, .selected = desk.look.tab == tab}))
            desk.look.tab = tab;
    }
    const Panel pane(ui, "pane", 0, ImGui::GetContentRegionAvail().y, desk.look.tab != "work");
    if (desk.look.tab == "sheet") score_table_ui(desk);
    else if (desk.look.tab == "why") explanation_ui(desk);
    else comparison_ui(desk);
}

} // namespace

void result_screen_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const Scope scope(ui, "result");
    if (!desk.result) return receipt_screen_ui(desk);
    head_ui(desk);
    if (!desk.open) return; // closed just now
    if (is_wide(ui)) wide_ui(desk);
    else narrow_ui(desk);
}

} // namespace biaokao
