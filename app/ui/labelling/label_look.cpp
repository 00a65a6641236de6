#include "app/ui/labelling/label_look.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <imgui.h>

#include "app/ui/theme.h"

namespace biaokao {
namespace {

// Okabe and Ito, "Color Universal Design" (2008), with grey in place of black, which is lost on dark pictures.
constexpr std::array<std::string_view, 8> clear_colors{"#E69F00", "#56B4E9", "#009E73", "#F0E442",
                                                       "#0072B2", "#D55E00", "#CC79A7", "#B0B0B0"};
constexpr int hatches = 6;

constexpr Vec2 falling{1, 1}, rising{1, -1}, upright_lines{1, 0}, level_lines{0, 1}; // across the lines

// Lines across `direction`, `gap` pixels apart in both axes; only what is inside `area` is drawn.
void lines(ImDrawList& list, const Box& area, Vec2 direction, double gap, std::uint32_t color, float width) {
    const std::array corners{
        area.x * direction.x + area.y * direction.y, area.right() * direction.x + area.y * direction.y,
        area.x * direction.x + area.bottom() * direction.y, area.right() * direction.x + area.bottom() * direction.y};
    const auto [low, high] = std::minmax_element(corners.begin(), corners.end());
    list.PushClipRect({static_cast<float>(area.x), static_cast<float>(area.y)},
                      {static_cast<float>(area.right()), static_cast<float>(area.bottom())}, true);
    for (double at = std::ceil(*low / gap) * gap; at < *high; at += gap) {
        // All points with x · direction.x + y · direction.y = at.
        const auto point = [&](double along) {
            if (direction.y == 0) return ImVec2{static_cast<float>(at), static_cast<float>(along)};
            return ImVec2{static_cast<float>(along), static_cast<float>((at - along * direction.x) / direction.y)};
        };
        const bool upright = direction.y == 0;
        list.AddLine(point(upright ? area.y : area.x), point(upright ? area.bottom() : area.right()), color, width);
    }
    list.PopClipRect();
}

} // namespace

LabelLook label_look(const Ui& ui, const LabelSchema& schema, std::string_view label, std::uint32_t without) {
    const LabelSpec* spec = schema.find_label(label);
    if (spec == nullptr) return {without, 0};
    if (!ui.clear_colors) return {color_from_hex(spec->color), 0};
    const auto index = static_cast<std::size_t>(spec - schema.objects.data());
    // The second round of colours has other hatches than the first.
    const auto turn = static_cast<int>(index + index / clear_colors.size());
    return {color_from_hex(clear_colors[index % clear_colors.size()]), 1 + turn % hatches};
}

std::vector<HatchLines> hatch_lines(const Ui& ui, int hatch, Vec2 size_in_screen) {
    const double small_gap = static_cast<double>(ui.px(7));
    const double gap = std::min(size_in_screen.x, size_in_screen.y) < 4 * small_gap ? small_gap / 1.5 : small_gap;
    switch (hatch) {
    case 0: return {};
    case 1: return {{falling, gap * 1.4}};
    case 2: return {{rising, gap * 1.4}};
    case 3: return {{level_lines, gap}};
    case 4: return {{upright_lines, gap}};
    case 5: return {{falling, gap * 2}, {rising, gap * 2}};
    default: return {{upright_lines, gap * 1.5}, {level_lines, gap * 1.5}};
    }
}

void draw_hatch(const Ui& ui, ImDrawList& list, const Box& box_in_screen, const Box& clip, int hatch,
                std::uint32_t color) {
    if (hatch <= 0) return;
    const double left = std::max(box_in_screen.x, clip.x), top = std::max(box_in_screen.y, clip.y);
    const Box area{left, top, std::min(box_in_screen.right(), clip.right()) - left,
                   std::min(box_in_screen.bottom(), clip.bottom()) - top};
    if (!(area.width > 1 && area.height > 1)) return;
    for (const HatchLines& each : hatch_lines(ui, hatch, {area.width, area.height}))
        lines(list, area, each.across, each.gap, color, ui.px(1));
}

} // namespace biaokao
