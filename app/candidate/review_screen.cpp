// Before hand-in, and after the deadline: what is still empty, and the one button that ends it all.
#include <algorithm>

#include <imgui.h>

#include "app/candidate/desk_flow.h"
#include "app/candidate/screens.h"
#include "app/local_time.h"
#include "app/ui/layout.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

const QuestionReview& kept_review(Desk& desk, const Question& question) {
    ReviewList& kept = desk.reviews;
    const Session& session = *desk.session();
    if (kept.revision != session.revision() || kept.language != desk.ui.language())
        kept = {session.revision(), desk.ui.language(), {}};
    const auto [review, added] = kept.by_question.try_emplace(question.id);
    if (added) review->second = review_of(question, session.answer(question.id), kept.language);
    return review->second;
}

// True when the candidate went back to the question.
bool question_findings_ui(Desk& desk, const Question& question, bool running) {
    Ui& ui = desk.ui;
    const Scope scope(ui, question.id);
    const auto& [findings, unchecked] = kept_review(desk, question);
    heading(ui, question.sheet.title.in(ui.language()));
    if (findings.empty()) text_seen(ui, "complete", "✓ " + std::string(ui.tr("review.complete")), TextLook::good);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const std::string words = "○ " + ui.tr(findings[i].words);
        if (!running) {
            paragraphs(ui, words, TextLook::dim);
            continue;
        }
        if (!selectable_row(ui, std::to_string(i), words, false)) continue;
        show_question(desk, question.id);
        if (!findings[i].item.empty()) desk.view_of(question.id).show(findings[i].item, findings[i].object);
        return true;
    }
    if (unchecked > 0)
        text_seen(ui, "unchecked", ui.tr("review.unchecked", {{"count", std::to_string(unchecked)}}), TextLook::dim);
    return false;
}

void time_ui(Desk& desk, bool running) {
    Ui& ui = desk.ui;
    if (running) {
        text(ui, ui.tr("exam.remaining"), TextLook::dim);
        ImGui::SameLine();
        text_seen(ui, "timer", clock_text(desk.session()->remaining_ms()));
    } else {
        paragraphs(ui, ui.tr("review.time_over"), TextLook::warning);
    }
}

void hand_in_ui(Desk& desk, bool running) {
    Ui& ui = desk.ui;
    paragraphs(ui, ui.tr("review.final"), TextLook::dim);
    static constexpr ActionRow rows[] = {{"review.hand_in", KeyContext::everywhere, "Ctrl+Enter"},
                                         {"review.confirm", KeyContext::dialog, "Ctrl+Enter"},
                                         {"review.back", KeyContext::list, "Esc"}};
    ui.actions().offer(rows);
    if (button(ui, "hand_in", ui.tr("review.hand_in"),
               {.look = ButtonLook::primary, .width_in_em = 11, .action = "review.hand_in"}) ||
        ui.action("review.hand_in"))
        ImGui::OpenPopup("confirm");
    if (running) {
        ImGui::SameLine();
        if (button(ui, "back", ui.tr("review.back"), {.action = "review.back"}) || ui.action("review.back"))
            return show_question(desk, desk.question);
    }
    ImGui::SetNextWindowPos({ImGui::GetIO().DisplaySize.x * 0.5f, ImGui::GetIO().DisplaySize.y * 0.5f},
                            ImGuiCond_Always, {0.5f, 0.5f});
    if (!ImGui::BeginPopupModal("confirm", nullptr, ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_AlwaysAutoResize))
        return;
    bool submit = false;
    {
        const Scope scope(ui, "confirm");
        text(ui, ui.tr("review.sure"));
        submit =
            button(ui, "yes", ui.tr("review.hand_in"), {.look = ButtonLook::primary, .action = "review.confirm"}) ||
            ui.action("review.confirm");
        ImGui::SameLine();
        if (submit || button(ui, "no", ui.tr("ui.cancel")) || escape_pressed()) ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
    if (submit) hand_in(desk);
}

} // namespace

void review_screen_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const Scope scope(ui, "review");
    const bool running = desk.session()->phase() == SessionPhase::running;
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float width = std::min(room.x, 52 * ui.em());
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + (room.x - width) * 0.5f);
    const Panel panel(ui, "all", width, room.y);
    heading(ui, ui.tr(running ? "review.title" : "review.title_ended"));
    time_ui(desk, running);
    {
        const Panel findings(ui, "findings", 0, ImGui::GetContentRegionAvail().y - 5.5f * ui.em(), false);
        for (const std::string& id : desk.session()->header().questions)
            if (question_findings_ui(desk, *desk.pack->find_question(id), running)) return;
    }
    hand_in_ui(desk, running);
}

} // namespace biaokao
