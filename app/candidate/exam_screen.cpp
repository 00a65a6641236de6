// While the clock runs: questions, task sheet and workspace side by side, or as tabs where the window is narrow.
#include <algorithm>

#include <imgui.h>

#include "app/candidate/desk_flow.h"
#include "app/candidate/exam_panes.h"
#include "app/candidate/screens.h"
#include "app/ui/layout.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

constexpr ActionRow exam_rows[] = {
    {"exam.undo", KeyContext::everywhere, "Ctrl+Z", true},
    {"exam.redo", KeyContext::everywhere, "Ctrl+Y Ctrl+Shift+Z", true},
    {"exam.sheet", KeyContext::everywhere, "F5"},
    {"exam.next_question", KeyContext::everywhere, "F8"},
    {"exam.previous_question", KeyContext::everywhere, "F7"},
    {"exam.done", KeyContext::everywhere, "F9"},
    {"exam.flag", KeyContext::everywhere, "Shift+F9"},
    {"exam.review", KeyContext::everywhere, "F10"},
};

void workspace_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const Question& question = desk.current_question();
    const Scope scope(ui, "work");
    TaskFrame frame = task_frame(desk, question, desk.session()->answer(desk.question));
    desk.view_of(question.id).draw_ui(frame);
}

void wide_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const ImVec2 room = ImGui::GetContentRegionAvail();
    if (desk.look.sheet_shown) {
        const float width = std::min(room.x * 0.26f, 20 * ui.em());
        ImGui::BeginGroup();
        const float rows = static_cast<float>(desk.session()->header().questions.size());
        const float list_height = std::min(room.y * 0.4f, (rows * 2.0f + 1.5f) * ui.em());
        {
            const Panel list(ui, "list", width, list_height);
            question_list_ui(desk);
        }
        {
            const Panel sheet(ui, "sheet_pane", width, ImGui::GetContentRegionAvail().y);
            task_sheet_ui(ui, desk.current_question());
        }
        ImGui::EndGroup();
        ImGui::SameLine();
    }
    const Panel work(ui, "work_pane", 0, room.y, false);
    workspace_ui(desk);
}

void narrow_ui(Desk& desk) {
    Ui& ui = desk.ui;
    for (const std::string_view tab : {"list", "sheet", "work"}) {
        if (tab != "list") ImGui::SameLine();
        if (button(ui, "tab_" + std::string(tab), ui.tr("exam.tab_" + std::string(tab)),
                   {.look = ButtonLook::quiet, .selected = desk.look.tab == tab}))
            desk.look.tab = tab;
    }
    const bool work = desk.look.tab == "work";
    const Panel pane(ui, "pane", 0, ImGui::GetContentRegionAvail().y, !work);
    if (desk.look.tab == "list") question_list_ui(desk);
    else if (desk.look.tab == "sheet") task_sheet_ui(ui, desk.current_question());
    else workspace_ui(desk);
}

void step_question(Desk& desk, int step) {
    const auto& ids = desk.session()->header().questions;
    const auto at = std::find(ids.begin(), ids.end(), desk.question) - ids.begin() + step;
    if (at >= 0 && at < static_cast<std::ptrdiff_t>(ids.size())) show_question(desk, ids[static_cast<std::size_t>(at)]);
}

void exam_keys(Desk& desk) {
    Ui& ui = desk.ui;
    ui.actions().offer(exam_rows);
    if (ui.action("exam.next_question")) step_question(desk, +1);
    if (ui.action("exam.previous_question")) step_question(desk, -1);
}

} // namespace

void exam_screen_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const Scope scope(ui, "exam");
    exam_keys(desk);
    exam_bar_ui(desk);
    if (desk.screen != ScreenId::exam) return; // the review was asked for
    exam_banners_ui(desk);
    if (is_wide(ui)) wide_ui(desk);
    else narrow_ui(desk);
}

} // namespace biaokao
