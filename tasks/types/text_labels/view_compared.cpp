#include "tasks/types/text_labels/view_compared.h"

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/labelling/overlay_style.h"
#include "app/ui/widgets.h"
#include "tasks/types/text_labels/view_look.h"
#include "tasks/types/text_labels/view_rows.h"

namespace biaokao::spans {
namespace {

std::string details_of(const Document& document, const Mark& mark) {
    return fmt::format("[{}, {})  {}", mark.range.start, mark.range.end, quote_of(document, mark.range));
}

std::string details_of(const Document& document, const Arc& arc) {
    return fmt::format("{} → {}", quote_of(document, arc.from, 10), quote_of(document, arc.to, 10));
}

void row_ui(TaskFrame& frame, Workspace& work, const Marked& marked, const std::string& details) {
    Ui& ui = frame.ui;
    const std::string id = marked.id();
    const MarkLook look = look_of(frame, work, marked);
    const std::string side(ui.tr(marked.from_reference ? "labelling.compare.reference" : "labelling.compare.mine"));
    ImGui::PushStyleColor(ImGuiCol_Text, look.color);
    const bool clicked = selectable_row(ui, id, fmt::format("{}  {}", look.words, side),
                                        work.selection.contains(id) || (!look.faint && !work.highlighted.empty()));
    ImGui::PopStyleColor();
    if (clicked) choose_object(work, id);
    clipped_text(ui, "details_" + id, details, ImGui::GetContentRegionAvail().x, TextLook::dim);
}

} // namespace

void compared_marks_ui(TaskFrame& frame, Workspace& work) {
    Ui& ui = frame.ui;
    if (!work.document) return;
    std::vector<ObjectVerdict> here;
    for (const ObjectVerdict& verdict : frame.comparison->verdicts)
        if (verdict.item == work.item) here.push_back(verdict);
    verdict_legend_ui(ui, here);
    const Scope scope(ui, "verdicts");
    const std::size_t spans = work.marks.size();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(spans + work.arcs.size()), 2 * ImGui::GetTextLineHeightWithSpacing());
    while (clipper.Step())
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
            const auto i = static_cast<std::size_t>(row);
            if (i < spans) row_ui(frame, work, work.marks[i], details_of(*work.document, work.marks[i]));
            else row_ui(frame, work, work.arcs[i - spans], details_of(*work.document, work.arcs[i - spans]));
        }
}

} // namespace biaokao::spans
