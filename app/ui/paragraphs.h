// Wrapped text by Chinese rules. Lines are broken once for a width and kept while they are drawn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/text/line_breaker.h"

namespace biaokao {

class ParagraphCache {
public:
    // Valid until end_frame().
    [[nodiscard]] const std::vector<LineRange>& lines(std::string_view words, float width_px, float font_size_px);
    // Forgets what has not been drawn for a while.
    void end_frame();

private:
    struct Entry {
        std::vector<LineRange> lines;
        std::uint64_t drawn_in_frame = 0;
    };
    std::unordered_map<std::size_t, Entry> entries_;
    std::uint64_t frame_ = 0;
};

// Draws one wrapped line range after the other at `x`, `y` of the screen; lines outside the clip rectangle are skipped.
void draw_lines(std::string_view words, const std::vector<LineRange>& lines, float x, float y, std::uint32_t color);

} // namespace biaokao
