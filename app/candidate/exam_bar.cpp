#include <imgui.h>

#include "app/candidate/desk_flow.h"
#include "app/candidate/exam_panes.h"
#include "app/local_time.h"
#include "app/ui/layout.h"
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

// What stands at the right: its words first, to know how much room they take.
struct RightSide {
    std::string saved, remaining, timer, toggle, review;
    TextLook saved_look = TextLook::good, timer_look = TextLook::normal;
    float width_px = 0;
};

void saved_words(Desk& desk, RightSide& side) {
    Ui& ui = desk.ui;
    const SaveState state = desk.open->writer->state();
    if (state.trouble) {
        side.saved = ui.tr("exam.not_saved");
        side.saved_look = TextLook::bad;
    } else if (!state.all_saved()) {
        side.saved = ui.tr("exam.saving");
        side.saved_look = TextLook::dim;
    } else {
        side.saved = ui.tr("exam.saved", {{"time", local_time(desk.session()->entries().back().wall_ms)}});
    }
}

RightSide right_side(Desk& desk) {
    Ui& ui = desk.ui;
    RightSide side;
    saved_words(desk, side);
    const std::int64_t remaining_ms = desk.session()->remaining_ms();
    const bool short_of_time = remaining_ms <= 5 * 60'000;
    if (short_of_time) side.timer_look = remaining_ms <= 60'000 ? TextLook::bad : TextLook::warning;
    side.remaining = (short_of_time ? "⚠ " : "") + std::string(ui.tr("exam.remaining"));
    side.timer = desk.look.timer_shown ? clock_text(remaining_ms) : std::string(ui.tr("exam.timer_hidden"));
    side.toggle = ui.tr(desk.look.timer_shown ? "exam.hide_timer" : "exam.show_timer");
    side.review = ui.tr("exam.review");
    const ImGuiStyle& style = ImGui::GetStyle();
    side.width_px = 2 * ui.em() + 2 * style.ItemSpacing.x + 4 * style.FramePadding.x;
    for (const std::string* words : {&side.saved, &side.remaining, &side.timer, &side.toggle, &side.review})
        side.width_px += ImGui::CalcTextSize(words->c_str()).x;
    return side;
}

void right_side_ui(Desk& desk, const RightSide& side) {
    Ui& ui = desk.ui;
    ImGui::AlignTextToFramePadding();
    text(ui, side.saved, side.saved_look);
    // How many lines the disk has acknowledged: what a crash may not lose.
    probe_last_item(ui, "saved", "text", side.saved, std::to_string(desk.open->writer->state().acknowledged));
    ImGui::SameLine(0, ui.em());
    text(ui, side.remaining, TextLook::dim);
    ImGui::SameLine();
    text_seen(ui, "timer", side.timer, side.timer_look);
    ImGui::SameLine();
    if (button(ui, "timer_toggle", side.toggle, {.look = ButtonLook::quiet}))
        desk.look.timer_shown = !desk.look.timer_shown;
    ImGui::SameLine(0, ui.em());
    if (button(ui, "review", side.review, {.look = ButtonLook::primary, .action = "exam.review"}) ||
        ui.action("exam.review"))
        show_review(desk);
}

// What was undone or done again may lie in another picture or text: that one is shown.
void show_change(Desk& desk, const Result<void>& done) {
    if (!done) {
        desk.error = done.error();
        return;
    }
    const auto items = desk.session()->items_of_last_change(desk.question);
    TaskView& view = desk.view_of(desk.question);
    if (!items.empty() && !items.contains(view.current_item())) view.show(*items.begin(), "");
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
    const bool undoes = undo || ui.action("exam.undo");
    if (undoes && !desk.view_of(desk.question).undo_in_hand() && session.can_undo(desk.question))
        show_change(desk, session.undo(desk.question));
    if ((redo || ui.action("exam.redo")) && session.can_redo(desk.question))
        show_change(desk, session.redo(desk.question));
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
    bool toggle_sheet = ui.action("exam.sheet");
    if (is_wide(ui)) { // a narrow window has a tab for it
        ImGui::SameLine();
        toggle_sheet |= button(ui, "sheet_toggle", ui.tr("exam.sheet"),
                               {.selected = desk.look.sheet_shown, .action = "exam.sheet"});
    }
    if (toggle_sheet) {
        desk.look.sheet_shown = !desk.look.sheet_shown;
        desk.look.tab = desk.look.tab == "sheet" ? "work" : "sheet";
    }
    const RightSide side = right_side(desk);
    ImGui::SameLine();
    const float right = ImGui::GetContentRegionMax().x - side.width_px;
    if (right < ImGui::GetCursorPosX()) ImGui::NewLine();
    else ImGui::SetCursorPosX(right);
    right_side_ui(desk, side);
}

} // namespace biaokao
