#include "app/ui/labelling/overlay_style.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/labelling/workspace_layout.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

constexpr std::array all_verdicts{Verdict::matched, Verdict::wrong_label, Verdict::near_miss,
                                  Verdict::missing, Verdict::extra,       Verdict::ignored};

} // namespace

VerdictStyle verdict_style(const Ui& ui, Verdict verdict) {
    const Theme& theme = ui.theme();
    switch (verdict) {
    case Verdict::matched:
        return {IM_COL32(61, 220, 151, 255), theme.good, false, ui.tr("labelling.sign.matched"),
                ui.tr("labelling.verdict.matched")};
    case Verdict::wrong_label:
        return {IM_COL32(255, 165, 40, 255), theme.warning, false, ui.tr("labelling.sign.wrong_label"),
                ui.tr("labelling.verdict.wrong_label")};
    case Verdict::near_miss:
        return {IM_COL32(250, 232, 70, 255), theme.near_miss, false, ui.tr("labelling.sign.near_miss"),
                ui.tr("labelling.verdict.near_miss")};
    case Verdict::missing:
        return {IM_COL32(255, 96, 84, 255), theme.bad, true, ui.tr("labelling.sign.missing"),
                ui.tr("labelling.verdict.missing")};
    case Verdict::extra:
        return {IM_COL32(255, 96, 84, 255), theme.bad, false, ui.tr("labelling.sign.extra"),
                ui.tr("labelling.verdict.extra")};
    case Verdict::ignored:
        return {IM_COL32(190, 196, 204, 255), theme.ignored, false, ui.tr("labelling.sign.ignored"),
                ui.tr("labelling.verdict.ignored")};
    }
    return {};
}

void verdict_legend_ui(Ui& ui, std::span<const ObjectVerdict> verdicts) {
    bool first = true;
    for (const Verdict verdict : all_verdicts) {
        const auto count = std::count_if(verdicts.begin(), verdicts.end(),
                                         [verdict](const ObjectVerdict& each) { return each.verdict == verdict; });
        if (count == 0) continue;
        const VerdictStyle style = verdict_style(ui, verdict);
        const std::string words = fmt::format("{} {} {}", style.sign, style.name, count);
        if (!first) same_line_if_fits(ImGui::CalcTextSize(words.c_str()).x);
        first = false;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const ImVec2 size = ImGui::CalcTextSize(words.c_str());
        ImGui::GetWindowDrawList()->AddText(at, style.on_panel, words.c_str());
        ImGui::Dummy(size);
    }
}

std::uint32_t readable_on(std::uint32_t color) {
    // Relative luminance without the gamma curve: enough to choose between two inks.
    const double red = color & 0xff, green = (color >> 8) & 0xff, blue = (color >> 16) & 0xff;
    return 0.30 * red + 0.59 * green + 0.11 * blue > 140 ? IM_COL32(16, 20, 26, 255) : IM_COL32(255, 255, 255, 255);
}

} // namespace biaokao
