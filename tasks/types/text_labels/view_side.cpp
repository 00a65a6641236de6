#include "tasks/types/text_labels/view_side.h"

#include <algorithm>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "app/ui/labelling/item_strip.h"
#include "app/ui/labelling/label_palette.h"
#include "app/ui/labelling/overlay_style.h"
#include "app/ui/widgets.h"
#include "tasks/types/text_labels/view_keys.h"
#include "tasks/types/text_labels/view_paint.h"
#include "tasks/types/text_labels/view_spans.h"

namespace biaokao::spans {
namespace {

constexpr std::size_t quote_code_points = 24;
constexpr float list_height_min_in_em = 5;

std::string quote_of(const Document& document, TextRange range) {
    std::string words(document.cut({range.start, std::min(range.end, range.start + quote_code_points)}));
    std::ranges::replace(words, '\n', ' ');
    return range.size() > quote_code_points ? words + "…" : words;
}

std::vector<ObjectRow> span_rows(const TaskFrame& frame, const Workspace& work) {
    std::vector<ObjectRow> rows;
    for (const auto& [id, object] : frame.answer.objects) {
        const TextRange range = work.document ? range_of(object, work.document->size()) : TextRange{};
        if (object.item != work.item || range.empty()) continue;
        rows.push_back({.id = id,
                        .label = object.label,
                        .detail = quote_of(*work.document, range),
                        .warning = object.label.empty() || required_attribute_missing(frame.question, object)});
    }
    return rows;
}

// How far down the list of documents, group headings included, this one stands.
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
    const auto chosen = label_palette_ui(frame, item, work.label, work.selection, false);
    if (chosen) {
        label_was_chosen(frame, work, *chosen);
        work.focus.wanted = true;
    }
    text(ui, ui.tr("text.spans"), TextLook::dim);
    const auto rows = span_rows(frame, work);
    const std::string before = work.selection.anchor();
    // The rest of the panel, down to the buttons of the list.
    const float list_height = ImGui::GetContentRegionAvail().y - 1.5f * ImGui::GetFrameHeightWithSpacing();
    const std::string wanted =
        object_list_ui(frame, rows, work.selection, work.list, std::max(list_height / ui.em(), list_height_min_in_em));
    if (!wanted.empty() || work.selection.anchor() != before) choose_span(work, std::string(work.selection.anchor()));
    if (!wanted.empty()) work.focus.wanted = true;
    attributes_.draw_ui(frame, work.selection);
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

void compared_marks_ui(TaskFrame& frame, Workspace& work) {
    Ui& ui = frame.ui;
    if (!work.document) return;
    std::vector<ObjectVerdict> here;
    for (const ObjectVerdict& verdict : frame.comparison->verdicts)
        if (verdict.item == work.item) here.push_back(verdict);
    verdict_legend_ui(ui, here);
    const Scope scope(ui, "verdicts");
    for (const Mark& mark : work.marks) {
        const std::string id = mark.from_reference ? mark.reference : mark.object;
        const MarkLook look = look_of(frame, work, mark);
        const std::string side(ui.tr(mark.from_reference ? "labelling.compare.reference" : "labelling.compare.mine"));
        ImGui::PushStyleColor(ImGuiCol_Text, look.color);
        const bool clicked = selectable_row(ui, id, fmt::format("{}  {}", look.words, side),
                                            work.selection.contains(id) || (!look.faint && !work.highlighted.empty()));
        ImGui::PopStyleColor();
        if (clicked) choose_span(work, id);
        paragraphs(ui,
                   fmt::format("[{}, {})  {}", mark.range.start, mark.range.end, quote_of(*work.document, mark.range)),
                   TextLook::dim);
    }
}

} // namespace biaokao::spans
