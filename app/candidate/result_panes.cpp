#include "app/candidate/result_panes.h"

#include <imgui.h>

#include "app/candidate/desk_flow.h"
#include "app/ui/layout.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

const QuestionScore* score_of(const Desk& desk, std::string_view question) {
    for (const QuestionScore& score : desk.result->sheet.questions)
        if (score.id == question) return &score;
    return nullptr;
}

const ItemScore* chosen_item(const Desk& desk) {
    const QuestionScore* score = score_of(desk, desk.question);
    if (!score) return nullptr;
    for (const ItemScore& item : score->items)
        if (item.id == desk.result->item) return &item;
    return nullptr;
}

TextLook look_of(ItemStatus status) {
    switch (status) {
    case ItemStatus::earned: return TextLook::good;
    case ItemStatus::partly: return TextLook::warning;
    case ItemStatus::missed: return TextLook::bad;
    case ItemStatus::not_graded: return TextLook::dim;
    }
    return TextLook::normal;
}

std::string_view sign_of(ItemStatus status) {
    switch (status) {
    case ItemStatus::earned: return "✓";
    case ItemStatus::partly: return "◐";
    case ItemStatus::missed: return "×";
    case ItemStatus::not_graded: return "?";
    }
    return "";
}

std::string awarded_text(const std::optional<HalfPoints>& points) { return points ? text_from_points(*points) : "–"; }

void item_row_ui(Desk& desk, const RubricItem& rubric, const ItemScore& item) {
    Ui& ui = desk.ui;
    const Scope scope(ui, item.id);
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    const bool chosen = desk.result->item == item.id;
    const std::string label = item.id + "###row";
    if (chosen) ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, ui.theme().selection); // all lines of the row
    if (ImGui::Selectable(label.c_str(), chosen, ImGuiSelectableFlags_SpanAllColumns)) look_at_item(desk, item);
    probe_last_item(ui, "row", "row", item.id, chosen ? "on" : "");
    ImGui::TableNextColumn();
    text(ui, text_from_points(item.max));
    ImGui::TableNextColumn();
    paragraphs(ui, rubric.criterion.in(ui.language()));
    ImGui::TableNextColumn();
    paragraphs(ui, ui.tr(item.nominal), TextLook::dim);
    ImGui::TableNextColumn();
    paragraphs(ui, ui.tr(item.measured));
    ImGui::TableNextColumn();
    text_seen(ui, "awarded", std::string(sign_of(item.status)) + " " + awarded_text(item.awarded),
              look_of(item.status));
}

void question_tabs_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const Scope scope(ui, "questions");
    for (const QuestionScore& score : desk.result->sheet.questions) {
        const Question& question = *desk.pack->find_question(score.id);
        const std::string label = question.sheet.title.in(ui.language()) + "  " + awarded_text(score.awarded) + " / " +
                                  text_from_points(score.max);
        if (!selectable_row(ui, score.id, label, desk.question == score.id, 1.4f)) continue;
        desk.question = score.id;
        desk.result->item.clear();
    }
}

} // namespace

void score_table_ui(Desk& desk) {
    Ui& ui = desk.ui;
    question_tabs_ui(desk);
    checkbox(ui, "only_lost", ui.tr("result.only_lost"), desk.result->only_lost);
    const QuestionScore* score = score_of(desk, desk.question);
    if (!score) return;
    const Question& question = *desk.pack->find_question(score->id);
    const Scope scope(ui, "rows");
    constexpr auto flags = ImGuiTableFlags_RowBg | ImGuiTableFlags_Borders | ImGuiTableFlags_ScrollY;
    if (!ImGui::BeginTable("items", 6, flags, ImGui::GetContentRegionAvail())) return;
    ImGui::TableSetupScrollFreeze(0, 1);
    const float em = ui.em();
    ImGui::TableSetupColumn(ui.tr("form.id").data(), ImGuiTableColumnFlags_WidthFixed, 2.6f * em);
    ImGui::TableSetupColumn(ui.tr("form.points").data(), ImGuiTableColumnFlags_WidthFixed, 2.2f * em);
    ImGui::TableSetupColumn(ui.tr("form.criterion").data(), ImGuiTableColumnFlags_WidthStretch, 1.6f);
    ImGui::TableSetupColumn(ui.tr("form.nominal").data(), ImGuiTableColumnFlags_WidthStretch, 1.0f);
    ImGui::TableSetupColumn(ui.tr("form.measured").data(), ImGuiTableColumnFlags_WidthStretch, 1.0f);
    ImGui::TableSetupColumn(ui.tr("form.awarded").data(), ImGuiTableColumnFlags_WidthFixed, 3.2f * em);
    ImGui::TableHeadersRow();
    for (std::size_t i = 0; i < score->items.size(); ++i)
        if (!desk.result->only_lost || score->items[i].status != ItemStatus::earned)
            item_row_ui(desk, question.rubric[i], score->items[i]);
    ImGui::EndTable();
    probe_last_item(ui, "panel", "panel", ""); // the table scrolls by itself
}

void explanation_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const ItemScore* item = chosen_item(desk);
    if (!item) return paragraphs(ui, ui.tr("result.choose_item"), TextLook::dim);
    const QuestionKey& key = *desk.result->pack->find_key(desk.question);
    text_seen(ui, "item", item->id + "  " + awarded_text(item->awarded) + " / " + text_from_points(item->max),
              look_of(item->status));
    for (const Evidence& evidence : item->evidence) paragraphs(ui, "•  " + ui.tr(evidence.text));
    const CheckSpec* check = key.find_check(item->id);
    if (!check) return;
    if (!check->explain.empty()) paragraphs(ui, check->explain.in(ui.language()), TextLook::dim);
    const auto why = key.explain.find(check->target);
    if (why != key.explain.end() && why->second != check->explain) // an item of its own target often says the same
        paragraphs(ui, why->second.in(ui.language()), TextLook::dim);
}

namespace {

// Made once for each question: the answer and the sheet of a result change no more.
const Differences& differences_of_question(Desk& desk, const QuestionScore& score) {
    const auto [made, is_new] = desk.result->differences.try_emplace(score.id);
    if (is_new) {
        const QuestionKey& key = *desk.result->pack->find_key(score.id);
        made->second = differences_of(desk.session()->answer(score.id), key.reference, score.verdicts);
    }
    return made->second;
}

} // namespace

void comparison_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const Question& question = desk.current_question();
    const QuestionKey& key = *desk.result->pack->find_key(question.id);
    const QuestionScore* score = score_of(desk, question.id);
    const Answer* answer = &desk.session()->answer(question.id);
    Comparison comparison{.reference = &key.reference, .show = desk.result->show, .ignore = key.ignore};
    if (score) comparison.verdicts = score->verdicts;
    if (score && desk.result->only_differences) {
        const Differences& differences = differences_of_question(desk, *score);
        answer = &differences.mine;
        comparison.reference = &differences.reference;
        comparison.verdicts = differences.verdicts;
    }
    if (const ItemScore* item = chosen_item(desk))
        for (const Evidence& evidence : item->evidence) {
            if (!evidence.object.empty()) comparison.highlighted.insert(evidence.object);
            if (!evidence.reference.empty()) comparison.highlighted.insert(evidence.reference);
        }
    for (const auto& [show, id] : {std::pair{CompareShow::both, "both"}, std::pair{CompareShow::mine, "mine"},
                                   std::pair{CompareShow::reference, "reference"}}) {
        if (show != CompareShow::both) ImGui::SameLine();
        if (radio(ui, "show_" + std::string(id), ui.tr("result.show_" + std::string(id)), desk.result->show == show))
            desk.result->show = show;
    }
    ImGui::SameLine();
    checkbox(ui, "only_differences", ui.tr("result.only_differences"), desk.result->only_differences);
    TaskFrame frame = task_frame(desk, question, *answer);
    frame.editable = false;
    frame.comparison = &comparison;
    const Scope scope(ui, "work");
    desk.view_of(question.id).draw_ui(frame);
}

} // namespace biaokao
