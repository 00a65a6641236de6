#include <imgui.h>

#include "app/candidate/desk_flow.h"
#include "app/candidate/exam_panes.h"
#include "app/local_time.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

constexpr std::int64_t warning_minutes[] = {1, 5, 10, 30}; // T12; the nearest deadline first

// The first warning point that the remaining time has reached, if it is not yet shown.
void note_warnings(Desk& desk) {
    const Session& session = *desk.session();
    const std::int64_t remaining_ms = session.remaining_ms();
    for (const std::int64_t minutes : warning_minutes) {
        if (remaining_ms > minutes * 60'000 || session.duration_ms() <= minutes * 60'000) continue;
        if (desk.look.warned_minutes == minutes) return;
        desk.look.warned_minutes = desk.look.warning_shown = minutes;
        return;
    }
}

void timer_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const std::int64_t remaining_ms = desk.session()->remaining_ms();
    const TextLook look = remaining_ms <= 60'000       ? TextLook::bad
                          : remaining_ms <= 5 * 60'000 ? TextLook::warning
                                                       : TextLook::normal;
    const std::string shown =
        desk.look.timer_shown ? clock_text(remaining_ms) : std::string(ui.tr("exam.timer_hidden"));
    ImGui::AlignTextToFramePadding();
    text(ui, (remaining_ms <= 5 * 60'000 ? "⚠ " : "") + std::string(ui.tr("exam.remaining")), TextLook::dim);
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    text_seen(ui, "timer", shown, look);
    ImGui::SameLine();
    if (button(ui, "timer_toggle", ui.tr(desk.look.timer_shown ? "exam.hide_timer" : "exam.show_timer"),
               {.look = ButtonLook::quiet}))
        desk.look.timer_shown = !desk.look.timer_shown;
}

void saved_light_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const SaveState state = desk.open->writer->state();
    ImGui::AlignTextToFramePadding();
    if (state.trouble) return text_seen(ui, "saved", ui.tr("exam.not_saved"), TextLook::bad);
    if (!state.all_saved()) return text_seen(ui, "saved", ui.tr("exam.saving"), TextLook::dim);
    const auto& entries = desk.session()->entries();
    text_seen(ui, "saved", ui.tr("exam.saved", {{"time", local_time(entries.back().wall_ms)}}), TextLook::good);
}

void undo_ui(Desk& desk) {
    Ui& ui = desk.ui;
    Session& session = *desk.session();
    const auto tip = [&](std::string_view key, const std::string& label) {
        return label.empty() ? std::string(ui.tr(key)) : std::string(ui.tr(key)) + ": " + std::string(ui.tr(label));
    };
    const std::string undo_tip = tip("action.exam.undo", session.undo_label(desk.question));
    const std::string redo_tip = tip("action.exam.redo", session.redo_label(desk.question));
    const bool undo = button(ui, "undo", ui.tr("exam.undo"),
                             {.enabled = session.can_undo(desk.question), .action = "exam.undo", .tooltip = undo_tip});
    ImGui::SameLine();
    const bool redo = button(ui, "redo", ui.tr("exam.redo"),
                             {.enabled = session.can_redo(desk.question), .action = "exam.redo", .tooltip = redo_tip});
    if ((undo || ui.action("exam.undo")) && session.can_undo(desk.question))
        if (auto done = session.undo(desk.question); !done) desk.error = done.error();
    if ((redo || ui.action("exam.redo")) && session.can_redo(desk.question))
        if (auto done = session.redo(desk.question); !done) desk.error = done.error();
}

void marks_ui(Desk& desk) {
    Ui& ui = desk.ui;
    Session& session = *desk.session();
    const QuestionProgress progress = session.progress(desk.question);
    const bool done = button(ui, "done", ui.tr("exam.done"), {.selected = progress.done, .action = "exam.done"});
    ImGui::SameLine();
    const bool flag = button(ui, "flag", ui.tr("exam.flag"), {.selected = progress.flagged, .action = "exam.flag"});
    const bool toggle_done = done || ui.action("exam.done"), toggle_flag = flag || ui.action("exam.flag");
    if (!toggle_done && !toggle_flag) return;
    if (auto marked = session.mark(desk.question, progress.done != toggle_done, progress.flagged != toggle_flag);
        !marked)
        desk.error = marked.error();
}

} // namespace

void exam_bar_ui(Desk& desk) {
    Ui& ui = desk.ui;
    note_warnings(desk);
    undo_ui(desk);
    ImGui::SameLine();
    marks_ui(desk);
    ImGui::SameLine();
    if (button(ui, "sheet_toggle", ui.tr("exam.sheet"), {.selected = desk.look.sheet_shown, .action = "exam.sheet"}) ||
        ui.action("exam.sheet")) {
        desk.look.sheet_shown = !desk.look.sheet_shown;
        desk.look.tab = desk.look.tab == "sheet" ? "work" : "sheet";
    }
    ImGui::SameLine(0, ui.em());
    saved_light_ui(desk);
    ImGui::SameLine(0, ui.em());
    timer_ui(desk);
    ImGui::SameLine(0, ui.em());
    if (button(ui, "review", ui.tr("exam.review"), {.look = ButtonLook::primary, .action = "exam.review"}) ||
        ui.action("exam.review"))
        show_review(desk);
}

} // namespace biaokao
