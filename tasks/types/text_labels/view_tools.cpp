#include "tasks/types/text_labels/view_tools.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/labelling/workspace_layout.h"
#include "app/ui/widgets.h"
#include "tasks/types/text_labels/view_glyphs.h"
#include "tasks/types/text_labels/view_keys.h"
#include "tasks/types/text_labels/view_relations.h"
#include "tasks/types/text_labels/view_rows.h"
#include "tasks/types/text_labels/view_spans.h"

namespace biaokao::spans {
namespace {

struct UnitRow {
    Granularity unit;
    std::string_view action;
};
constexpr std::array unit_rows{UnitRow{Granularity::grapheme, "text.unit_grapheme"},
                               UnitRow{Granularity::word, "text.unit_word"},
                               UnitRow{Granularity::sentence, "text.unit_sentence"}};

std::map<std::string, ClassValue> classes_of(const Answer& answer, const ItemSpec& item) {
    const auto entry = answer.items.find(item.id);
    return entry == answer.items.end() ? std::map<std::string, ClassValue>{} : entry->second.classes;
}

std::string selection_words(TaskFrame& frame, const Workspace& work) {
    Ui& ui = frame.ui;
    const Document& document = *work.document;
    if (const Mark* mark = work.find_mark(work.selection.anchor()))
        return ui.tr("text.status_span", {{"start", std::to_string(mark->range.start)},
                                          {"end", std::to_string(mark->range.end)},
                                          {"count", std::to_string(mark->range.size())}});
    if (const Arc* arc = work.find_arc(work.selection.anchor()))
        return fmt::format("“{}” → “{}”", quote_of(document, arc->from), quote_of(document, arc->to));
    const TextRange range = work.selected_text();
    if (!range.empty())
        return ui.tr("text.status_selected", {{"start", std::to_string(range.start)},
                                              {"end", std::to_string(range.end)},
                                              {"count", std::to_string(range.size())}});
    // A box on the screen says nothing; its number does.
    const std::string_view behind = document.cut({work.caret.at, document.index.next_boundary(work.caret.at)});
    return !behind.empty() && needs_box(behind) ? code_points_in_hex(behind) : std::string();
}

std::string_view relation_hint(const RelationInHand& hand) {
    if (hand.first.empty()) return "text.hint_relation_first";
    return hand.second.empty() ? "text.hint_relation_second" : "text.hint_relation_ready";
}

std::string_view hint_key(const TaskFrame& frame, const Workspace& work, const ItemSpec& item) {
    if (!frame.editable) return {};
    if (work.relation) return relation_hint(*work.relation);
    if (work.find_arc(work.selection.anchor())) return "text.hint_relation";
    if (!work.selection.empty()) return "text.hint_span";
    if (frame.question.labels_of(item).empty()) return "text.hint_class";
    if (work.caret.selects()) return "text.hint_selected";
    return offered_label(frame, work).empty() ? "text.hint_select" : "text.hint_sticky";
}

// A button with its action's name and key; goes to the next line where there is no room.
bool tool_button(TaskFrame& frame, Workspace& work, std::string_view id, std::string_view words,
                 const ButtonOptions& options) {
    if (!line_button(frame.ui, id, words, options)) return false;
    work.focus.wanted = true;
    return true;
}

// What can be done with the selected span or relation beside labelling it.
void object_tools_ui(TaskFrame& frame, Workspace& work, const ItemSpec& item) {
    Ui& ui = frame.ui;
    if (offers_relations(frame, item)) {
        if (tool_button(frame, work, "relate", ui.tr("text.relate"),
                        {.look = ButtonLook::quiet,
                         .selected = work.relation.has_value(),
                         .action = "text.relate",
                         .tooltip = ui.tr("text.relate_tip")}))
            begin_relation(frame, work);
        const bool turnable = work.relation || work.find_arc(work.selection.anchor());
        if (tool_button(frame, work, "turn", ui.tr("text.turn"),
                        {.look = ButtonLook::quiet,
                         .enabled = turnable,
                         .action = "text.turn",
                         .tooltip = ui.tr("text.turn_tip")}))
            turn_relation(frame, work);
    }
    if (const std::size_t count = work.same_text.places.size(); count > 0)
        if (tool_button(
                frame, work, "mark_same", ui.tr("text.mark_same", {{"count", std::to_string(count)}}),
                {.look = ButtonLook::quiet, .action = "text.mark_same", .tooltip = ui.tr("text.mark_same_tip")}))
            mark_same_text(frame, work);
}

} // namespace

void tools_ui(TaskFrame& frame, Workspace& work, const ItemSpec& item, bool with_title) {
    Ui& ui = frame.ui;
    const bool selects = !frame.question.labels_of(item).empty() && frame.comparison == nullptr;
    if (with_title) {
        ImGui::AlignTextToFramePadding();
        text_seen(ui, "title", item.title.in(ui.language()), TextLook::heading);
    }
    if (!selects) return;
    if (with_title) ImGui::SameLine(0, 2 * ui.em());
    ImGui::AlignTextToFramePadding();
    text(ui, ui.tr("text.unit"), TextLook::dim);
    for (const UnitRow& row : unit_rows)
        if (tool_button(frame, work, row.action.substr(5), ui.tr(row.action),
                        {.look = ButtonLook::quiet, .selected = work.granularity == row.unit, .action = row.action}))
            work.granularity = row.unit;
    if (frame.editable) object_tools_ui(frame, work, item);
}

void document_classes_ui(TaskFrame& frame, Workspace& work, const ItemSpec& item) {
    if (frame.comparison == nullptr) {
        const auto before = classes_of(frame.answer, item);
        class_rows_ui(frame, item, work.classes, digits_choose_classes(frame, work, item));
        // After a click on an option D must go on to the next document.
        if (classes_of(frame.answer, item) != before) work.focus.wanted = true;
        return;
    }
    compared_classes_ui(frame, item);
}

void status_ui(TaskFrame& frame, const Workspace& work, const ItemSpec& item, bool canvas_focused) {
    if (!work.document || !work.page) return;
    Ui& ui = frame.ui;
    const std::size_t line = work.page->line_of(work.caret.at, work.caret.at_line_end);
    std::string words = ui.tr(
        "text.status", {{"context", std::string(ui.tr(canvas_focused ? "text.context_canvas" : "text.context_other"))},
                        {"at", std::to_string(work.caret.at)},
                        {"size", std::to_string(work.document->size())},
                        {"line", std::to_string(line + 1)}});
    if (!work.overlapping.empty())
        words += "  ·  " + ui.tr("text.status_overlaps", {{"sign", std::string(ui.tr("labelling.sign.warning"))},
                                                          {"count", std::to_string(work.overlapping.size())}});
    for (const std::string& more : {selection_words(frame, work), std::string(hint_key(frame, work, item))})
        if (!more.empty())
            words += "  ·  " + std::string(more.starts_with("text.") ? ui.tr(more) : std::string_view(more));
    clipped_text(ui, "status", words, ImGui::GetContentRegionAvail().x, TextLook::dim);
}

} // namespace biaokao::spans
