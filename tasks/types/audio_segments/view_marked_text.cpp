#include "tasks/types/audio_segments/view_marked_text.h"

#include <algorithm>
#include <vector>

#include <imgui.h>

#include "engine/text/line_breaker.h"

namespace biaokao::audio {

namespace {

float advance_of(std::string_view cluster) {
    return ImGui::CalcTextSize(cluster.data(), cluster.data() + cluster.size()).x;
}

} // namespace

void marked_text_ui(Ui& ui, std::span<const TextRun> runs, TextRun::Kind side) {
    std::string all;
    std::vector<bool> marked; // for each byte
    for (const TextRun& run : runs) {
        if (run.kind != TextRun::Kind::same && run.kind != side) continue;
        all += run.text;
        marked.insert(marked.end(), run.text.size(), run.kind == side);
    }
    const std::uint32_t mark_color =
        side == TextRun::Kind::only_first ? ui.theme().bad : ui.theme().good; // too much, or missing
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float width = std::max(ImGui::GetContentRegionAvail().x, ui.em());
    for (const LineRange& line : break_lines(all, advance_of, width)) {
        ImVec2 at = ImGui::GetCursorScreenPos();
        for (std::size_t begin = line.begin; begin < line.shown_end;) {
            std::size_t end = begin;
            while (end < line.shown_end && marked[end] == marked[begin]) ++end;
            const std::string_view piece = std::string_view(all).substr(begin, end - begin);
            const float piece_width = advance_of(piece);
            const std::uint32_t color = marked[begin] ? mark_color : ui.theme().text;
            list.AddText(at, color, piece.data(), piece.data() + piece.size());
            if (marked[begin])
                list.AddLine({at.x, at.y + ui.em()}, {at.x + piece_width, at.y + ui.em()}, color, ui.px(2));
            at.x += piece_width;
            begin = end;
        }
        ImGui::Dummy({width, ui.em() * 1.15F});
    }
}

} // namespace biaokao::audio
