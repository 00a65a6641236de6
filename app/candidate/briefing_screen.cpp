// Before the clock runs: who, what, how long, and the rules. The questions themselves stay closed (T7).
#include <algorithm>

#include <imgui.h>

#include "app/candidate/desk_flow.h"
#include "app/candidate/screens.h"
#include "app/ui/layout.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

HalfPoints points_of(const Desk& desk) {
    HalfPoints sum;
    for (const std::string& id : desk.session()->header().questions) sum += desk.pack->find_question(id)->points;
    return sum;
}

void fact_ui(Ui& ui, std::string_view key, const std::string& value) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    text(ui, ui.tr(key), TextLook::dim);
    ImGui::TableNextColumn();
    text_seen(ui, key, value);
}

void facts_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const JournalHeader& header = desk.session()->header();
    if (!ImGui::BeginTable("facts", 2, ImGuiTableFlags_SizingFixedFit)) return;
    fact_ui(ui, "briefing.name", header.candidate_name);
    if (!header.candidate_ticket.empty()) fact_ui(ui, "briefing.ticket", header.candidate_ticket);
    fact_ui(ui, "briefing.mode", std::string(ui.tr(header.mode == Mode::drill ? "start.drill" : "start.exam")));
    fact_ui(ui, "briefing.time", ui.tr("briefing.minutes", {{"minutes", std::to_string(header.duration_ms / 60'000)}}));
    fact_ui(ui, "briefing.questions", std::to_string(header.questions.size()));
    fact_ui(ui, "briefing.points", text_from_points(points_of(desk)));
    if (header.questions.size() == desk.pack->questions.size())
        fact_ui(ui, "briefing.pass", text_from_points(desk.pack->pass_mark));
    ImGui::EndTable();
}

} // namespace

void briefing_screen_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const Scope scope(ui, "briefing");
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float width = std::min(room.x, 48 * ui.em());
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + (room.x - width) * 0.5f);
    const Panel panel(ui, "all", width, room.y);
    heading(ui, desk.pack->title.in(ui.language()));
    facts_ui(desk);
    heading(ui, ui.tr("briefing.rules"));
    for (const std::string_view rule : {"briefing.rule_clock", "briefing.rule_saving", "briefing.rule_deadline",
                                        "briefing.rule_keys", "briefing.rule_hand_in"})
        paragraphs(ui, "•  " + std::string(ui.tr(rule)));
    ImGui::Spacing();
    static constexpr ActionRow rows[] = {{"briefing.begin", KeyContext::everywhere, "Ctrl+Enter"}};
    ui.actions().offer(rows);
    if (button(ui, "begin", ui.tr("briefing.begin"),
               {.look = ButtonLook::primary, .width_in_em = 11, .action = "briefing.begin"}) ||
        ui.action("briefing.begin"))
        return begin_exam(desk);
    ImGui::SameLine();
    if (button(ui, "back", ui.tr("briefing.back"))) leave_session(desk);
}

} // namespace biaokao
