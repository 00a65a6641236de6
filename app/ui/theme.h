// Colours by their role, in three themes; sizes come from the font (ui.em()).
#pragma once

#include <cstdint>
#include <string_view>

namespace biaokao {

enum class ThemeId { light, dark, contrast };

struct Theme { // ImGui's packed colours (IM_COL32)
    std::uint32_t window, panel, canvas, border;
    std::uint32_t text, text_dim, text_on_accent;
    std::uint32_t accent, accent_hover, control, control_hover, control_active;
    std::uint32_t good, warning, bad, near_miss, ignored; // always with a sign or a word beside it
    std::uint32_t focus;
    std::uint32_t selection;
};

[[nodiscard]] const Theme& theme_colors(ThemeId id);
[[nodiscard]] std::string_view theme_name(ThemeId id);        // "light", "dark", "contrast"
[[nodiscard]] ThemeId theme_from_name(std::string_view name); // light when unknown
// Sets ImGui's style anew (never scales twice). Outside a frame.
void apply_theme(ThemeId id, double scale);
// "#0072B2" → packed colour with this opacity.
[[nodiscard]] std::uint32_t color_from_hex(std::string_view hex, double opacity = 1.0);
[[nodiscard]] std::uint32_t with_opacity(std::uint32_t color, double opacity);

} // namespace biaokao
