#include "tasks/types/text_labels/view_glyphs.h"

#include <cfloat>

#include <fmt/format.h>

#include "app/ui/imgui_compat.h"
#include "engine/text/characters.h"
#include "engine/text/grapheme.h"
#include "engine/text/utf8.h"

namespace biaokao::spans {
namespace {

constexpr float box_width_in_em = 1.0f, box_digit_size = 0.46f;

enum class Look { drawn, box, blank, nothing };

Look look_of(std::string_view cluster) {
    bool any = false;
    for (std::size_t byte = 0; byte < cluster.size();) {
        const char32_t c = next_code_point(cluster, byte);
        if (is_zero_width(c)) continue;
        any = true;
        if (!compat::has_glyph(c)) return is_blank(c) ? Look::blank : Look::box;
    }
    return any ? Look::drawn : Look::nothing;
}

// Calls `use` with each code point that has a width.
template <class Use>
void for_each_drawn(std::string_view cluster, Use&& use) {
    for (std::size_t byte = 0; byte < cluster.size();) {
        const std::size_t start = byte;
        if (!is_zero_width(next_code_point(cluster, byte))) use(cluster.substr(start, byte - start));
    }
}

float font_advance(std::string_view text) {
    return ImGui::GetFont()->CalcTextSizeA(ImGui::GetFontSize(), FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

// The number of the character in two rows of hexadecimal digits; of a cluster, of its first one.
void draw_box(ImDrawList& list, ImVec2 at, std::uint32_t color, std::string_view cluster) {
    const float em = ImGui::GetFontSize(), size = box_digit_size * em;
    const ImVec2 low{at.x + 0.06f * em, at.y + 0.06f * em};
    const ImVec2 high{at.x + (box_width_in_em - 0.06f) * em, at.y + 0.98f * em};
    compat::stroke_rect(list, low, high, color, std::max(1.0f, em / 20));
    std::size_t byte = 0;
    std::string digits = fmt::format("{:04X}", static_cast<std::uint32_t>(next_code_point(cluster, byte)));
    if (digits.size() % 2 == 1) digits.insert(0, "0");
    const std::size_t half = digits.size() / 2;
    for (const std::size_t row : {std::size_t{0}, std::size_t{1}}) {
        const char* begin = digits.data() + row * half;
        const float width = ImGui::GetFont()->CalcTextSizeA(size, FLT_MAX, 0, begin, begin + half).x;
        list.AddText(ImGui::GetFont(), size,
                     {(low.x + high.x - width) / 2, low.y + (0.03f + 0.44f * static_cast<float>(row)) * em}, color,
                     begin, begin + half);
    }
}

} // namespace

bool needs_box(std::string_view cluster) { return look_of(cluster) == Look::box; }

float advance_of(std::string_view cluster) {
    switch (look_of(cluster)) {
    case Look::drawn: break;
    case Look::box: return box_width_in_em * ImGui::GetFontSize();
    case Look::blank: return 0.5f * ImGui::GetFontSize();
    case Look::nothing: return 0;
    }
    float advance = 0;
    for_each_drawn(cluster, [&](std::string_view code_point) { advance += font_advance(code_point); });
    return advance;
}

void draw_text(ImDrawList& list, ImVec2 at, std::uint32_t color, std::string_view text) {
    for (std::size_t byte = 0; byte < text.size();) {
        const std::size_t end = grapheme_end(text, byte);
        const std::string_view cluster = text.substr(byte, end - byte);
        byte = end;
        if (look_of(cluster) == Look::box) draw_box(list, at, color, cluster);
        if (look_of(cluster) != Look::drawn) {
            at.x += advance_of(cluster);
            continue;
        }
        for_each_drawn(cluster, [&](std::string_view code_point) {
            list.AddText(at, color, code_point.data(), code_point.data() + code_point.size());
            at.x += font_advance(code_point);
        });
    }
}

std::string code_points_in_hex(std::string_view cluster) {
    std::string words;
    for (const char32_t c : utf32_from_utf8(cluster))
        words += fmt::format("{}U+{:04X}", words.empty() ? "" : " ", static_cast<std::uint32_t>(c));
    return words;
}

} // namespace biaokao::spans
