#include "app/ui/paragraphs.h"

#include <functional>

#include <imgui.h>

#include "app/ui/widgets.h"

namespace biaokao {
namespace {

constexpr std::uint64_t frames_kept = 120;

std::size_t hash_of(std::string_view words, float width_px, float font_size_px) {
    std::size_t hash = std::hash<std::string_view>{}(words);
    for (const float value : {width_px, font_size_px})
        hash ^= std::hash<float>{}(value) + 0x9e3779b97f4a7c15ull + (hash << 6) + (hash >> 2);
    return hash;
}

float advance_of(std::string_view cluster) {
    return ImGui::GetFont()
        ->CalcTextSizeA(ImGui::GetFontSize(), 1e9f, 0, cluster.data(), cluster.data() + cluster.size())
        .x;
}

} // namespace

const std::vector<LineRange>& ParagraphCache::lines(std::string_view words, float width_px, float font_size_px) {
    Entry& entry = entries_[hash_of(words, width_px, font_size_px)];
    if (entry.lines.empty()) entry.lines = break_lines(words, advance_of, width_px);
    entry.drawn_in_frame = frame_;
    return entry.lines;
}

void ParagraphCache::end_frame() {
    ++frame_;
    std::erase_if(entries_, [this](const auto& pair) { return pair.second.drawn_in_frame + frames_kept < frame_; });
}

void draw_lines(std::string_view words, const std::vector<LineRange>& lines, float x, float y, std::uint32_t color) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float line_height = ImGui::GetTextLineHeightWithSpacing();
    for (const LineRange& line : lines) {
        const float top = y;
        y += line_height;
        if (y < list->GetClipRectMin().y || top > list->GetClipRectMax().y) continue;
        list->AddText({x, top}, color, words.data() + line.begin, words.data() + line.shown_end);
    }
}

void paragraphs(Ui& ui, std::string_view words, TextLook look) {
    const float width = ImGui::GetContentRegionAvail().x;
    const auto& lines = ui.paragraph_cache().lines(words, width, ui.em());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float line_height = ImGui::GetTextLineHeightWithSpacing();
    draw_lines(words, lines, at.x, at.y, text_color(ui.theme(), look));
    // One line of spacing belongs to the item itself, so that paragraphs stand like other widgets.
    ImGui::Dummy({width, line_height * static_cast<float>(lines.size()) - ImGui::GetStyle().ItemSpacing.y});
}

} // namespace biaokao
