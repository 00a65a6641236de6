#include "app/ui/labelling/item_marks.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/labelling/edits.h"
#include "app/ui/labelling/item_strip.h"
#include "app/ui/labelling/workspace_layout.h"
#include "app/ui/layout.h"
#include "app/ui/modal.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

constexpr std::array mark_actions{
    ActionRow{"labelling.save", KeyContext::everywhere, "Ctrl+S"},
    ActionRow{"labelling.check", KeyContext::canvas, "C"},
    ActionRow{"labelling.check_anywhere", KeyContext::everywhere, "Ctrl+K"},
    ActionRow{"labelling.finish_item", KeyContext::everywhere, "Ctrl+Enter"},
};
constexpr const char* reasons_dialog = "###check_refused";
constexpr std::size_t reasons_seen_at_once = 10;

// What keeps an item from being checked.
std::vector<ItemFinding> reasons_of(const TaskFrame& frame, const std::string& item) {
    auto findings = findings_of_item(frame.type, frame.question, *frame.question.find_item(item), frame.answer,
                                     frame.ui.language());
    std::erase_if(findings, [](const ItemFinding& finding) { return !finding.blocks_check; });
    return findings;
}

void save(TaskFrame& frame, const std::string& item) {
    if (const std::size_t unfinished = reasons_of(frame, item).size(); unfinished > 0)
        frame.ui.notify(frame.ui.tr("labelling.saved_unfinished", {{"count", std::to_string(unfinished)}}));
    save_item(frame, item);
}

} // namespace

void ItemMarks::act_on_keys(TaskFrame& frame) {
    if (frame.comparison != nullptr) return;
    Ui& ui = frame.ui;
    ui.actions().offer(mark_actions);
    if (ui.action("labelling.save")) wish_ = Wish::save;
    if (ui.action("labelling.check") || ui.action("labelling.check_anywhere")) wish_ = Wish::check;
    if (ui.action("labelling.finish_item")) wish_ = Wish::finish;
}

void ItemMarks::buttons_ui(TaskFrame& frame, std::string_view item, bool full_width) {
    Ui& ui = frame.ui;
    const bool saved = item_state(frame.answer, item) == ItemState::saved, checked = is_checked(frame.answer, item);
    const std::string save_words = fmt::format("{} {}", ui.tr(saved ? "labelling.sign.saved" : "labelling.sign.begun"),
                                               ui.tr(saved ? "labelling.saved" : "labelling.save"));
    const std::string check_words =
        checked ? fmt::format("{} {}", ui.tr("labelling.sign.checked"), ui.tr("labelling.checked"))
                : std::string(ui.tr("labelling.check"));
    const float spacing = ImGui::GetStyle().ItemSpacing.x;
    const float width = full_width ? (ImGui::GetContentRegionAvail().x - spacing) / 2 / ui.em() : 0;
    if (!full_width) same_line_if_fits(button_width(save_words));
    if (button(ui, "save", save_words,
               {.look = saved ? ButtonLook::normal : ButtonLook::primary,
                .enabled = frame.editable,
                .width_in_em = width,
                .action = "labelling.save",
                .tooltip = ui.tr("labelling.save_hint")}))
        wish_ = Wish::save;
    if (full_width) ImGui::SameLine();
    else same_line_if_fits(button_width(check_words));
    if (button(ui, "check", check_words,
               {.enabled = frame.editable,
                .selected = checked,
                .width_in_em = width,
                .action = "labelling.check",
                .tooltip = ui.tr("labelling.check_hint")}))
        wish_ = Wish::check;
}

std::optional<ItemMarks::Done> ItemMarks::carry_out(TaskFrame& frame, const std::string& item,
                                                    const std::function<void()>& finish_typing) {
    const Wish wish = std::exchange(wish_, Wish::none);
    if (!frame.editable) reasons_.clear();
    if (!reasons_.empty()) return reasons_ui(frame.ui);
    if (wish == Wish::none || !frame.editable) return std::nullopt;
    finish_typing();
    Done done;
    switch (wish) {
    case Wish::none: break;
    case Wish::save: save(frame, item); break;
    case Wish::check:
        if (is_checked(frame.answer, item)) check_item(frame, item, false);
        else if (may_be_checked(frame, item)) check_item(frame, item, true);
        break;
    case Wish::finish: done.item = finish(frame, item); break;
    }
    return done;
}

bool ItemMarks::may_be_checked(TaskFrame& frame, const std::string& item) {
    reasons_ = reasons_of(frame, item);
    return reasons_.empty();
}

// The item to go on with; empty: there is none.
std::string ItemMarks::finish(TaskFrame& frame, const std::string& item) {
    if (!may_be_checked(frame, item)) return {};
    save_and_check_item(frame, item);
    std::string next = unchecked_item(frame.question, frame.answer, item, +1);
    if (next.empty()) frame.ui.notify(frame.ui.tr("labelling.all_checked"));
    return next;
}

std::optional<ItemMarks::Done> ItemMarks::reasons_ui(Ui& ui) {
    if (!begin_centered_modal(ui, reasons_dialog, 34, 0)) return std::nullopt;
    std::optional<Done> done;
    {
        const Scope scope(ui, "check_refused");
        heading(ui, ui.tr("labelling.check_refused"));
        paragraphs(ui, ui.tr("labelling.check_refused_hint"), TextLook::dim);
        const float row = 1.6f * ui.em() + ImGui::GetStyle().ItemSpacing.y;
        const auto seen = static_cast<float>(std::min(reasons_.size(), reasons_seen_at_once));
        {
            const Panel list(ui, "reasons", 0, seen * row + 2 * ImGui::GetStyle().WindowPadding.y);
            for (std::size_t i = 0; i < reasons_.size(); ++i) {
                if (selectable_row(ui, std::to_string(i), ui.tr(reasons_[i].words), false, 1.6f))
                    done = Done{reasons_[i].item, reasons_[i].object};
                if (i == 0) ImGui::SetItemDefaultFocus(); // Enter goes to the first
            }
        }
        if (button(ui, "close", ui.tr("ui.close"), {.look = ButtonLook::primary}) || escape_pressed()) done = Done{};
    }
    if (done) {
        reasons_.clear();
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
    return done;
}

} // namespace biaokao
