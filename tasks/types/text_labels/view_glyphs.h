// Characters of a document as the font draws them; what it cannot draw becomes a visible box, so that every offset has
// its place. The document's bytes never pass through an input field, which would destroy them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <imgui.h>

namespace biaokao::spans {

// Pixels of the present font; 0 for what has no width at all.
[[nodiscard]] float advance_of(std::string_view cluster);
// Has the font no picture of it?
[[nodiscard]] bool needs_box(std::string_view cluster);
// Draws clusters from `at` on (the upper left corner).
void draw_text(ImDrawList& list, ImVec2 at, std::uint32_t color, std::string_view text);
// "U+1F469 U+200D U+1F52C", to tell what stands in a box.
[[nodiscard]] std::string code_points_in_hex(std::string_view cluster);

} // namespace biaokao::spans
