// How a comparison of answer and reference looks, the same in every workspace: colour, kind of line and a sign for
// each verdict, never colour alone (annotation-tools.md 5.3).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "app/ui/ui.h"
#include "engine/pack/task_type.h"

namespace biaokao {

struct VerdictStyle {
    std::uint32_t on_media; // on a picture or a waveform, whatever the theme; drawn over a dark casing
    std::uint32_t on_panel; // as text or line on the theme's own ground
    bool dashed = false;    // something that is not there
    std::string_view sign;  // "✓", "≠", "≈", "○", "×", "–"
    std::string_view name;  // translated
};
[[nodiscard]] VerdictStyle verdict_style(const Ui& ui, Verdict verdict);

// One line of signs, names and counts of the verdicts that occur; wraps to the width.
void verdict_legend_ui(Ui& ui, std::span<const ObjectVerdict> verdicts);

// Black or white, whichever is easier to read on `color`.
[[nodiscard]] std::uint32_t readable_on(std::uint32_t color);

} // namespace biaokao
