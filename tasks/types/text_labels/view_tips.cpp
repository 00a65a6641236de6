#include "tasks/types/text_labels/view_tips.h"

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/labelling/overlay_style.h"
#include "tasks/types/text_labels/view_arcs.h"
#include "tasks/types/text_labels/view_glyphs.h"
#include "tasks/types/text_labels/view_look.h"
#include "tasks/types/text_labels/view_rows.h"

namespace biaokao::spans {
namespace {

std::string words_of(const TaskFrame& frame, const Workspace& work, const Marked& marked, std::string details) {
    std::string words = fmt::format("{}  {}", look_of(frame, work, marked).words, details);
    if (marked.verdict) words += fmt::format("  {}", verdict_style(frame.ui, *marked.verdict).name);
    return words;
}

std::string words_of_mark(const TaskFrame& frame, const Workspace& work, const Mark& mark) {
    return words_of(frame, work, mark, fmt::format("[{}, {})", mark.range.start, mark.range.end));
}

std::string words_of_arc(const TaskFrame& frame, const Workspace& work, const Arc& arc) {
    const Document& document = *work.document;
    return words_of(frame, work, arc,
                    fmt::format("“{}” → “{}”", quote_of(document, arc.from), quote_of(document, arc.to)));
}

// The character under the pointer, if the font has no picture of it.
std::string words_of_box(const Workspace& work, Vec2 point_in_page) {
    const Page& page = *work.page;
    if (point_in_page.x < 0 || point_in_page.y < 0 || point_in_page.y > page.height()) return {};
    const std::size_t line = page.line_at(static_cast<float>(point_in_page.y));
    const PageLine& at = page.lines()[line];
    const auto x = static_cast<float>(point_in_page.x);
    const auto in_line = static_cast<float>(point_in_page.y) - at.top;
    if (in_line < 0 || in_line >= page.metrics().text_height || x > at.width) return {};
    const Document& document = page.document();
    const std::size_t start = page.cluster_at(line, x);
    const std::string_view cluster = document.cut({start, document.index.next_boundary(start)});
    return !cluster.empty() && needs_box(cluster) ? code_points_in_hex(cluster) : std::string();
}

} // namespace

void tip_ui(const TaskFrame& frame, const Workspace& work, const PagePlace& place) {
    if (!work.page) return;
    const ImVec2 mouse = ImGui::GetMousePos();
    const Vec2 point = place.page_from_screen({mouse.x, mouse.y});
    std::string words = words_of_box(work, point);
    if (const Mark* mark = mark_under(work, point))
        words = words_of_mark(frame, work, *mark) + (words.empty() ? "" : "\n") + words;
    if (const Arc* arc = arc_under(frame.ui, work, point)) words = words_of_arc(frame, work, *arc);
    if (words.empty()) return;
    ImGui::BeginTooltip();
    ImGui::TextUnformatted(words.data(), words.data() + words.size());
    ImGui::EndTooltip();
}

} // namespace biaokao::spans
