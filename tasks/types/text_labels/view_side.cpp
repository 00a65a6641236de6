#include "tasks/types/text_labels/view_side.h"

#include <algorithm>

#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "app/ui/labelling/item_strip.h"
#include "app/ui/labelling/label_palette.h"
#include "app/ui/widgets.h"
#include "tasks/types/text_labels/view_keys.h"
#include "tasks/types/text_labels/view_spans.h"

namespace biaokao::spans {
namespace {

constexpr float list_height_min_in_em = 4;

// How far down the list of documents, group headings included, this one stands; behind the last for no item.
std::size_t row_of(const Question& question, std::string_view item) {
    std::size_t row = 0;
    std::string_view group;
    for (const ItemSpec& spec : question.items) {
        if (spec.group != group) {
            group = spec.group;
            row += question.labels.find_group(group) != nullptr ? 1 : 0;
        }
        if (spec.id == item) break;
        ++row;
    }
    return row;
}

} // namespace

bool SidePanel::documents_ui(TaskFrame& frame, std::string& current, float height_px) {
    compat::begin_child("###documents", {0, height_px}, false);
    const bool changed = item_strip_ui(frame, current, {.as_list = true});
    if (shown_document_ != current) {
        shown_document_ = current;
        const float row = ImGui::GetTextLineHeightWithSpacing();
        ImGui::SetScrollY(std::max(0.0f, row * (static_cast<float>(row_of(frame.question, current)) - 2)));
    }
    ImGui::EndChild();
    return changed;
}

void SidePanel::labels_ui(TaskFrame& frame, Workspace& work, const ItemSpec& item) {
    Ui& ui = frame.ui;
    if (frame.question.labels_of(item).empty()) return;
    text(ui, ui.tr("labelling.labels"), TextLook::dim);
    std::string present = present_label(work);
    const auto chosen = label_palette_ui(frame, item, present, work.relation ? Selection() : work.selection, false);
    if (chosen) {
        label_was_chosen(frame, work, *chosen);
        work.focus.wanted = true;
    }
    text(ui, ui.tr(offers_relations(frame, item) ? "text.spans_and_relations" : "text.spans"), TextLook::dim);
    const std::string before = work.selection.anchor();
    // The rest of the panel, down to the buttons of the list and the attributes of what is selected.
    const float foot = 1.5f * ImGui::GetFrameHeightWithSpacing() + attributes_height_;
    const float list_height = ImGui::GetContentRegionAvail().y - foot;
    const std::string wanted = object_list_ui(frame, work.object_rows, work.selection, work.list,
                                              std::max(list_height / ui.em(), list_height_min_in_em));
    if (!wanted.empty() || work.selection.anchor() != before) reveal_object(work, work.selection.anchor());
    if (!wanted.empty()) work.focus.wanted = true;
    const float attributes_top = ImGui::GetCursorPosY();
    attributes_.draw_ui(frame, work.selection);
    attributes_height_ = ImGui::GetCursorPosY() - attributes_top;
    attributes_most_ = std::max(attributes_most_, attributes_height_);
}

float SidePanel::documents_height(const TaskFrame& frame, const ItemSpec& item, float panel_height) const {
    const float content =
        static_cast<float>(row_of(frame.question, {})) * ImGui::GetTextLineHeightWithSpacing() + frame.ui.em();
    if (frame.question.labels_of(item).empty()) return panel_height;
    // What palette and attributes leave is shared between documents and spans. What attributes needed once stays
    // theirs: rows that jump with each selection are hard to aim at.
    const float rest = panel_height - palette_height(frame, item) - attributes_most_;
    return std::min(content, 0.5f * std::max(rest, 0.35f * panel_height));
}

float SidePanel::palette_height(const TaskFrame& frame, const ItemSpec& item) {
    const auto count = static_cast<float>(frame.question.labels_of(item).size());
    if (count == 0) return 0;
    return count * (label_row_height_in_em * frame.ui.em() + ImGui::GetStyle().ItemSpacing.y) +
           ImGui::GetTextLineHeightWithSpacing();
}

float SidePanel::name_height(const TaskFrame& frame) {
    return frame.question.tools.file_name ? ImGui::GetTextLineHeightWithSpacing() + ImGui::GetFrameHeightWithSpacing()
                                          : 0;
}

void SidePanel::finish_typing(TaskFrame& frame) {
    attributes_.finish_typing(frame);
    finish_result_name(frame, name_);
}

} // namespace biaokao::spans
