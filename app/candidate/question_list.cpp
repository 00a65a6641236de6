#include <imgui.h>

#include "app/candidate/desk_flow.h"
#include "app/candidate/exam_panes.h"
#include "app/ui/layout.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

// A sign and a word for each state: never colour alone.
std::string_view state_key(QuestionState state) {
    switch (state) {
    case QuestionState::untouched: return "question.untouched";
    case QuestionState::begun: return "question.begun";
    case QuestionState::done: return "question.done";
    }
    return "";
}

std::string_view state_sign(QuestionState state) {
    switch (state) {
    case QuestionState::untouched: return "○";
    case QuestionState::begun: return "◐";
    case QuestionState::done: return "●";
    }
    return "";
}

} // namespace

void question_list_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const Scope scope(ui, "questions");
    const Session& session = *desk.session();
    int number = 0;
    for (const std::string& id : session.header().questions) {
        const Question& question = *desk.pack->find_question(id);
        const QuestionState state = session.state(id);
        const bool flagged = session.progress(id).flagged;
        const std::string label = std::string(state_sign(state)) + " " + std::to_string(++number) + "  " +
                                  question.sheet.title.in(ui.language()) + (flagged ? "  ★" : "");
        if (selectable_row(ui, id, label, id == desk.question, 1.5f)) return show_question(desk, id);
        std::string tip(ui.tr(state_key(state)));
        if (flagged) tip += " · " + std::string(ui.tr("question.flagged"));
        tooltip_for_last_item(ui, tip + " · " + text_from_points(question.points) + " " +
                                      std::string(ui.tr("question.points")));
    }
}

void task_sheet_ui(Ui& ui, const Question& question) {
    const Scope scope(ui, "sheet");
    const std::string& language = ui.language();
    const TaskSheet& sheet = question.sheet;
    const auto part = [&](std::string_view key, const std::string& words) {
        if (words.empty()) return;
        ImGui::Spacing();
        ImGui::PushStyleColor(ImGuiCol_Text, ui.theme().accent);
        ImGui::TextUnformatted(ui.tr(key).data());
        ImGui::PopStyleColor();
        paragraphs(ui, words);
    };
    const auto line = [&](std::string_view key, const std::string& words) {
        paragraphs(ui, std::string(ui.tr(key)) + (language == "zh" ? "：" : ": ") + words);
    };
    line("sheet.code", sheet.code);
    line("sheet.title", sheet.title.in(language));
    line("sheet.time", ui.tr("briefing.minutes", {{"minutes", std::to_string(question.minutes)}}));
    part("sheet.task", sheet.task.in(language));
    part("sheet.quality", sheet.quality.in(language));
    part("sheet.skills", sheet.skills.in(language));
    part("sheet.site", sheet.site.in(language));
    ImGui::Spacing();
    ImGui::PushStyleColor(ImGuiCol_Text, ui.theme().accent);
    ImGui::TextUnformatted(ui.tr("sheet.rubric").data());
    ImGui::PopStyleColor();
    for (const RubricItem& item : question.rubric)
        paragraphs(ui, item.id + "  " + text_from_points(item.points) + "  " + item.criterion.in(language));
}

} // namespace biaokao
