#include "tasks/types/text_labels/view_label_menu.h"

#include <algorithm>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "app/ui/labelling/label_look.h"
#include "app/ui/labelling/label_palette.h"
#include "app/ui/widgets.h"

namespace biaokao::spans {
namespace {

struct Chip {
    std::string id, words;
    std::uint32_t color;
    float width;
};

float swatch_side(const Ui& ui) { return 0.8f * ui.em(); }

std::vector<Chip> chips_of(const TaskFrame& frame, const ItemSpec& item) {
    std::vector<Chip> chips;
    const auto labels = frame.question.labels_of(item);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const LabelSpec* label = labels[i];
        if (label->shape != "span") continue;
        std::string words = fmt::format("{} {}", label_digit(i), label->title.in(frame.ui.language()));
        const float width = swatch_side(frame.ui) + button_width(words);
        chips.push_back(
            {label->id, std::move(words), label_look(frame.ui, frame.question.labels, label->id, 0).color, width});
    }
    return chips;
}

// Chips from left to right, as many in a row as `room` holds; the place of each and the size of all.
struct Flow {
    std::vector<ImVec2> corners;
    ImVec2 size{0, 0};
};
Flow flow_of(const std::vector<Chip>& chips, float room) {
    Flow flow;
    const ImVec2 spacing = ImGui::GetStyle().ItemSpacing;
    ImVec2 at{0, 0};
    for (const Chip& chip : chips) {
        if (at.x > 0 && at.x + chip.width > room) at = {0, at.y + ImGui::GetFrameHeight() + spacing.y};
        flow.corners.push_back(at);
        flow.size = {std::max(flow.size.x, at.x + chip.width), at.y + ImGui::GetFrameHeight()};
        at.x += chip.width + spacing.x;
    }
    return flow;
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

std::optional<std::string> chips_ui(Ui& ui, const std::vector<Chip>& chips, const Flow& flow,
                                    const std::string& label) {
    const Scope scope(ui, "label_menu");
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    std::optional<std::string> chosen;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const float side = swatch_side(ui), inset = (ImGui::GetFrameHeight() - side) / 2;
        const ImVec2 at{corner.x + flow.corners[i].x, corner.y + flow.corners[i].y};
        ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + inset}, {at.x + side, at.y + inset + side},
                                                  chips[i].color, ui.px(2));
        ImGui::SetCursorScreenPos({at.x + side, at.y});
        if (button(ui, chips[i].id, chips[i].words, {.look = ButtonLook::quiet, .selected = chips[i].id == label}))
            chosen = chips[i].id;
    }
    return chosen;
}

} // namespace

std::optional<std::string> label_menu_ui(TaskFrame& frame, Workspace& work, const ItemSpec& item,
                                         const PagePlace& place) {
    Ui& ui = frame.ui;
    const auto chips = chips_of(frame, item);
    if (chips.empty()) return std::nullopt;
    const ImVec2 padding = ImGui::GetStyle().WindowPadding;
    const Flow flow = flow_of(chips, static_cast<float>(place.in_screen.width) - 2 * padding.x);
    const float height = std::min(flow.size.y + 2 * padding.y, static_cast<float>(place.in_screen.height));
    const ImVec2 size{flow.size.x + 2 * padding.x, height};
    ImGui::SetCursorScreenPos(menu_corner(work, place, size));
    ImGui::PushStyleColor(ImGuiCol_ChildBg, ui.theme().window);
    compat::begin_child("###label_menu", size, true, ImGuiWindowFlags_NoNavInputs);
    ImGui::PopStyleColor();
    const auto chosen = chips_ui(ui, chips, flow, work.label);
    // A click here must not leave the keyboard in the menu.
    if (ImGui::IsWindowFocused()) work.focus.wanted = true;
    ImGui::EndChild();
    return chosen;
}

} // namespace biaokao::spans
