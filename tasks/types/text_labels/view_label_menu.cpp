#include "tasks/types/text_labels/view_label_menu.h"

#include <algorithm>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "app/ui/labelling/label_palette.h"
#include "app/ui/widgets.h"

namespace biaokao::spans {
namespace {

constexpr float row_height_in_em = 1.5f;
constexpr std::size_t rows_shown = 10;

struct MenuRow {
    std::string id, words;
    std::uint32_t color;
};

std::vector<MenuRow> rows_of(const TaskFrame& frame, const ItemSpec& item) {
    std::vector<MenuRow> rows;
    for (const LabelSpec* label : frame.question.labels_of(item))
        rows.push_back({label->id, fmt::format("{} {}", label_digit(rows.size()), label->title.in(frame.ui.language())),
                        color_from_hex(label->color)});
    return rows;
}

// Under the end of the selection, over it where there is no room below; always inside the canvas.
ImVec2 menu_corner(const Workspace& work, const PagePlace& place, ImVec2 size) {
    const Page& page = *work.page;
    const TextRange range = work.selected_text();
    const std::size_t last = page.document().index.previous_boundary(range.end);
    const std::size_t line = page.line_of(last);
    const Vec2 below = place.screen_from_page({page.x_of(line, last), page.bottom_of(line)});
    const std::size_t first_line = page.line_of(range.start);
    const double above = place.screen_from_page({0, page.lines()[first_line].top}).y - size.y;
    const Box& area = place.in_screen;
    const double x = std::clamp(below.x, area.x, std::max(area.x, area.right() - size.x));
    const double y = below.y + size.y <= area.bottom() ? below.y : std::max(above, area.y);
    return {static_cast<float>(x), static_cast<float>(y)};
}

} // namespace

std::optional<std::string> label_menu_ui(TaskFrame& frame, Workspace& work, const ItemSpec& item,
                                         const PagePlace& place) {
    Ui& ui = frame.ui;
    const auto rows = rows_of(frame, item);
    if (rows.empty()) return std::nullopt;
    const ImGuiStyle& style = ImGui::GetStyle();
    float width = 0;
    for (const MenuRow& row : rows) width = std::max(width, ImGui::CalcTextSize(row.words.c_str()).x);
    const float pitch = row_height_in_em * ui.em() + style.ItemSpacing.y, swatch = 0.8f * ui.em();
    const float height = pitch * static_cast<float>(std::min(rows.size(), rows_shown));
    const ImVec2 size{width + swatch + style.ItemSpacing.x + 2 * style.WindowPadding.x + style.ScrollbarSize,
                      height + 2 * style.WindowPadding.y};
    ImGui::SetCursorScreenPos(menu_corner(work, place, size));
    ImGui::PushStyleColor(ImGuiCol_ChildBg, ui.theme().panel);
    compat::begin_child("###label_menu", size, true, ImGuiWindowFlags_NoNavInputs);
    std::optional<std::string> chosen;
    {
        const Scope scope(ui, "label_menu");
        for (const MenuRow& row : rows) {
            const ImVec2 corner = ImGui::GetCursorScreenPos();
            const float inset = (row_height_in_em * ui.em() - swatch) / 2;
            ImGui::GetWindowDrawList()->AddRectFilled({corner.x, corner.y + inset},
                                                      {corner.x + swatch, corner.y + inset + swatch}, row.color);
            ImGui::Dummy({swatch, row_height_in_em * ui.em()});
            ImGui::SameLine();
            if (selectable_row(ui, row.id, row.words, row.id == work.label, row_height_in_em)) chosen = row.id;
        }
    }
    // A click here must not leave the keyboard in the menu.
    if (ImGui::IsWindowFocused()) work.focus.wanted = true;
    ImGui::EndChild();
    ImGui::PopStyleColor();
    return chosen;
}

} // namespace biaokao::spans
