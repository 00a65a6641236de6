// Choose a pack, say who you are, begin; or go on with a session that was interrupted.
#include <imgui.h>

#include "app/candidate/desk_flow.h"
#include "app/candidate/screens.h"
#include "app/candidate/session_table.h"
#include "app/ui/file_browser.h"
#include "app/ui/layout.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

void pack_rows_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const Scope scope(ui, "packs");
    for (std::size_t i = 0; i < desk.form.packs.size(); ++i) {
        const PackRow& listing = desk.form.packs[i];
        const std::string label =
            listing.title.in(ui.language()) + "  ·  " +
            ui.tr("start.pack_facts",
                  {{"level", std::to_string(listing.level)},
                   {"minutes", std::to_string(listing.minutes)},
                   {"kind", std::string(ui.tr(listing.practice ? "start.practice_pack" : "start.candidate_pack"))}});
        // A copy: choose_pack may change the list.
        const std::string path = listing.path;
        if (selectable_row(ui, std::to_string(i), label, path == desk.form.pack_path, 1.6f)) choose_pack(desk, path);
        tooltip_for_last_item(ui, path);
    }
    if (desk.form.packs.empty()) text(ui, ui.tr("start.no_packs"), TextLook::dim);
}

void pack_problems_ui(Desk& desk) {
    constexpr std::size_t most_shown = 6;
    const auto& errors = desk.form.pack_problems.errors;
    if (errors.empty()) return;
    Ui& ui = desk.ui;
    text_seen(ui, "pack_refused", ui.tr("start.pack_refused", {{"count", std::to_string(errors.size())}}),
              TextLook::bad);
    for (std::size_t i = 0; i < errors.size() && i < most_shown; ++i)
        paragraphs(ui, ui.translator().sentence(errors[i]), TextLook::bad);
}

void choose_pack_ui(Desk& desk) {
    Ui& ui = desk.ui;
    heading(ui, ui.tr("start.choose_pack"));
    pack_rows_ui(desk);
    ImGui::Spacing();
    text(ui, ui.tr("start.other_pack"), TextLook::dim);
    if (text_field(ui, "pack_path", desk.form.pack_path, {.width_in_em = -6, .hint = ui.tr("start.path_hint")}) &&
        !desk.form.pack_path.empty())
        choose_pack(desk, desk.form.pack_path);
    ImGui::SameLine();
    if (button(ui, "browse", ui.tr("start.browse"), {.width_in_em = 5})) {
        desk.form.browsing = true;
        if (desk.form.browsed_folder.empty()) desk.form.browsed_folder = desk.services.pack_folder;
    }
    if (desk.form.browsing) {
        FileBrowser browser{.folder = desk.form.browsed_folder, .wanted_file = "pack.json", .wanted_suffix = ".zip"};
        switch (file_browser_ui(ui, "browser", desk.services.files, browser)) {
        case FileBrowser::Answer::none: break;
        case FileBrowser::Answer::cancelled: desk.form.browsing = false; break;
        case FileBrowser::Answer::chosen:
            desk.form.browsing = false;
            choose_pack(desk, browser.chosen);
            break;
        }
        desk.form.browsed_folder = browser.folder;
    }
    pack_problems_ui(desk);
}

void questions_of_drill_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const Scope scope(ui, "questions");
    for (const Question& question : desk.pack->questions) {
        bool taken = !desk.form.left_out.contains(question.id);
        const std::string label = question.sheet.title.in(ui.language()) + "  ·  " +
                                  ui.tr("start.question_facts", {{"minutes", std::to_string(question.minutes)},
                                                                 {"points", text_from_points(question.points)}});
        if (!checkbox(ui, question.id, label, taken)) continue;
        if (taken) desk.form.left_out.erase(question.id);
        else desk.form.left_out.insert(question.id);
    }
}

void mode_ui(Desk& desk) {
    Ui& ui = desk.ui;
    heading(ui, ui.tr("start.mode"));
    if (radio(ui, "mode_drill", ui.tr("start.drill"), desk.form.mode == Mode::drill)) desk.form.mode = Mode::drill;
    ImGui::SameLine(0, 2 * ui.em());
    if (radio(ui, "mode_exam", ui.tr("start.exam"), desk.form.mode == Mode::exam)) desk.form.mode = Mode::exam;
    paragraphs(ui, ui.tr(desk.form.mode == Mode::drill ? "start.drill_means" : "start.exam_means"), TextLook::dim);
    if (!desk.pack) return;
    if (desk.form.mode == Mode::drill) questions_of_drill_ui(desk);
    if (desk.form.mode == Mode::drill && !desk.pack->has_key)
        paragraphs(ui, ui.tr("start.no_key_no_result"), TextLook::warning);
    if (desk.form.mode == Mode::exam && desk.pack->has_key)
        paragraphs(ui, ui.tr("start.key_in_exam"), TextLook::warning);
}

// What is still missing before one can begin, as a locale key; empty when nothing is.
std::string_view missing_for_start(const Desk& desk) {
    if (!desk.pack) return "start.need_pack";
    if (desk.form.name.empty()) return "start.need_name";
    if (desk.form.mode == Mode::exam && desk.form.ticket.empty()) return "start.need_ticket";
    if (desk.form.mode == Mode::drill && desk.form.left_out.size() >= desk.pack->questions.size())
        return "start.need_question";
    return {};
}

void identity_ui(Desk& desk) {
    Ui& ui = desk.ui;
    heading(ui, ui.tr("start.who"));
    text(ui, ui.tr("start.name"), TextLook::dim);
    text_field(ui, "name", desk.form.name, {.hint = ui.tr("start.name_hint"), .max_code_points = 60});
    text(ui, ui.tr("start.ticket"), TextLook::dim);
    text_field(ui, "ticket", desk.form.ticket, {.hint = ui.tr("start.ticket_hint"), .max_code_points = 40});
}

void begin_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const std::string_view missing = missing_for_start(desk);
    ImGui::Spacing();
    static constexpr ActionRow rows[] = {{"start.begin", KeyContext::everywhere, "Ctrl+Enter"}};
    ui.actions().offer(rows);
    if (button(ui, "begin", ui.tr("start.begin"),
               {.look = ButtonLook::primary, .enabled = missing.empty(), .width_in_em = 11, .action = "start.begin"}) ||
        (missing.empty() && ui.action("start.begin")))
        return create_session(desk);
    if (!missing.empty()) {
        ImGui::SameLine();
        ImGui::AlignTextToFramePadding();
        text_seen(ui, "missing", ui.tr(missing), TextLook::dim);
    }
    if (desk.form.error) paragraphs(ui, ui.translator().sentence(*desk.form.error), TextLook::bad);
}

} // namespace

void start_screen_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const Scope scope(ui, "start");
    const ImVec2 room = ImGui::GetContentRegionAvail();
    if (!is_wide(ui)) {
        const Panel all(ui, "all", room.x, room.y);
        choose_pack_ui(desk);
        identity_ui(desk);
        mode_ui(desk);
        begin_ui(desk);
        session_table_ui(desk);
        return;
    }
    const float gap = ImGui::GetStyle().ItemSpacing.x;
    const float half = (room.x - gap) * 0.5f;
    {
        const Panel left(ui, "left", half, room.y);
        choose_pack_ui(desk);
        session_table_ui(desk);
    }
    ImGui::SameLine();
    const Panel right(ui, "right", half, room.y);
    identity_ui(desk);
    mode_ui(desk);
    begin_ui(desk);
}

} // namespace biaokao
