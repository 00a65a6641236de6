#include "app/ui/theme.h"

#include <charconv>

#include <imgui.h>

namespace biaokao {
namespace {

constexpr std::uint32_t rgb(std::uint32_t hex) { // 0xRRGGBB → ImGui's ABGR, opaque
    return 0xff000000u | ((hex & 0xffu) << 16) | (hex & 0xff00u) | (hex >> 16);
}

// Contrast of text on its ground is at least 7:1 in light and dark; 3:1 for frames of controls (WCAG 2.2, 1.4.3 and
// 1.4.11). Verdict colours are the Okabe-Ito ones, darkened or lightened until they reach 4.5:1 as text.
constexpr Theme light{.window = rgb(0xEEF1F5),
                      .panel = rgb(0xFFFFFF),
                      .canvas = rgb(0xDDE2E9),
                      .border = rgb(0xC3CAD5),
                      .text = rgb(0x1B2430),
                      .text_dim = rgb(0x566273),
                      .text_on_accent = rgb(0xFFFFFF),
                      .accent = rgb(0x0B5CAD),
                      .accent_hover = rgb(0x0A4E94),
                      .control = rgb(0xE3E8EF),
                      .control_hover = rgb(0xD2DAE5),
                      .control_active = rgb(0xBFCBDB),
                      .good = rgb(0x00704F),
                      .warning = rgb(0x8A5A00),
                      .bad = rgb(0xB3361B),
                      .near_miss = rgb(0x7A6400),
                      .ignored = rgb(0x6B7280),
                      .focus = rgb(0x0B5CAD),
                      .selection = rgb(0xCFE3F7)};
constexpr Theme dark{.window = rgb(0x1A1E24),
                     .panel = rgb(0x232931),
                     .canvas = rgb(0x14171B),
                     .border = rgb(0x434D5A),
                     .text = rgb(0xECF0F5),
                     .text_dim = rgb(0xA9B4C2),
                     .text_on_accent = rgb(0x08131F),
                     .accent = rgb(0x6FB7F2),
                     .accent_hover = rgb(0x92CAF7),
                     .control = rgb(0x333C47),
                     .control_hover = rgb(0x414C59),
                     .control_active = rgb(0x53606F),
                     .good = rgb(0x4CC9A0),
                     .warning = rgb(0xF0B445),
                     .bad = rgb(0xFF8A6B),
                     .near_miss = rgb(0xF0E442),
                     .ignored = rgb(0x9AA4B2),
                     .focus = rgb(0x6FB7F2),
                     .selection = rgb(0x2B4A68)};
constexpr Theme contrast{.window = rgb(0x000000),
                         .panel = rgb(0x000000),
                         .canvas = rgb(0x101010),
                         .border = rgb(0xFFFFFF),
                         .text = rgb(0xFFFFFF),
                         .text_dim = rgb(0xE6E6E6),
                         .text_on_accent = rgb(0x000000),
                         .accent = rgb(0xFFE600),
                         .accent_hover = rgb(0xFFF27A),
                         .control = rgb(0x202020),
                         .control_hover = rgb(0x3A3A3A),
                         .control_active = rgb(0x5A5A5A),
                         .good = rgb(0x5CFFC0),
                         .warning = rgb(0xFFC02E),
                         .bad = rgb(0xFF9C85),
                         .near_miss = rgb(0xFFF46B),
                         .ignored = rgb(0xC8C8C8),
                         .focus = rgb(0xFFE600),
                         .selection = rgb(0x004C8C)};

ImVec4 vec(std::uint32_t color) { return ImGui::ColorConvertU32ToFloat4(color); }

void set_colors(const Theme& theme) {
    ImVec4* colors = ImGui::GetStyle().Colors;
    const auto set = [&](ImGuiCol id, std::uint32_t color) { colors[id] = vec(color); };
    set(ImGuiCol_Text, theme.text);
    set(ImGuiCol_TextDisabled, theme.text_dim);
    set(ImGuiCol_WindowBg, theme.window);
    set(ImGuiCol_ChildBg, with_opacity(theme.panel, 0));
    set(ImGuiCol_PopupBg, theme.panel);
    set(ImGuiCol_Border, theme.border);
    set(ImGuiCol_FrameBg, theme.control);
    set(ImGuiCol_FrameBgHovered, theme.control_hover);
    set(ImGuiCol_FrameBgActive, theme.control_active);
    set(ImGuiCol_TitleBg, theme.panel);
    set(ImGuiCol_TitleBgActive, theme.panel);
    set(ImGuiCol_ScrollbarBg, with_opacity(theme.window, 0));
    set(ImGuiCol_ScrollbarGrab, theme.border);
    set(ImGuiCol_ScrollbarGrabHovered, theme.text_dim);
    set(ImGuiCol_ScrollbarGrabActive, theme.text_dim);
    set(ImGuiCol_CheckMark, theme.accent);
    set(ImGuiCol_SliderGrab, theme.accent);
    set(ImGuiCol_SliderGrabActive, theme.accent_hover);
    set(ImGuiCol_Button, theme.control);
    set(ImGuiCol_ButtonHovered, theme.control_hover);
    set(ImGuiCol_ButtonActive, theme.control_active);
    set(ImGuiCol_Header, theme.selection);
    set(ImGuiCol_HeaderHovered, theme.control_hover);
    set(ImGuiCol_HeaderActive, theme.control_active);
    set(ImGuiCol_Separator, theme.border);
    set(ImGuiCol_TableHeaderBg, theme.control);
    set(ImGuiCol_TableBorderStrong, theme.border);
    set(ImGuiCol_TableBorderLight, with_opacity(theme.border, 0.6));
    set(ImGuiCol_TableRowBg, with_opacity(theme.panel, 0));
    set(ImGuiCol_TableRowBgAlt, with_opacity(theme.control, 0.35));
    set(ImGuiCol_TextSelectedBg, theme.selection);
    set(ImGuiCol_NavHighlight, theme.focus);
    set(ImGuiCol_Tab, theme.control);
    set(ImGuiCol_TabHovered, theme.control_hover);
    set(ImGuiCol_TabActive, theme.selection);
    set(ImGuiCol_ModalWindowDimBg, with_opacity(rgb(0x000000), 0.45));
    set(ImGuiCol_PlotHistogram, theme.accent);
}

} // namespace

const Theme& theme_colors(ThemeId id) {
    switch (id) {
    case ThemeId::light: return light;
    case ThemeId::dark: return dark;
    case ThemeId::contrast: return contrast;
    }
    return light;
}

std::string_view theme_name(ThemeId id) {
    switch (id) {
    case ThemeId::light: return "light";
    case ThemeId::dark: return "dark";
    case ThemeId::contrast: return "contrast";
    }
    return "light";
}

ThemeId theme_from_name(std::string_view name) {
    if (name == "dark") return ThemeId::dark;
    return name == "contrast" ? ThemeId::contrast : ThemeId::light;
}

void apply_theme(ThemeId id, double scale) {
    // ScaleAllSizes is cumulative, so every change starts from a fresh style.
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle();
    style.WindowPadding = {12, 10};
    style.FramePadding = {9, 5};
    style.ItemSpacing = {8, 7};
    style.ItemInnerSpacing = {6, 5};
    style.CellPadding = {7, 5};
    style.ScrollbarSize = 14;
    style.GrabMinSize = 14;
    style.WindowRounding = 0;
    style.ChildRounding = 5;
    style.FrameRounding = 4;
    style.PopupRounding = 5;
    style.ScrollbarRounding = 6;
    style.TabRounding = 4;
    style.WindowBorderSize = 0;
    style.FrameBorderSize = id == ThemeId::contrast ? 1.0f : 0.0f;
    style.ScaleAllSizes(static_cast<float>(scale));
    set_colors(theme_colors(id));
}

std::uint32_t color_from_hex(std::string_view hex, double opacity) {
    std::uint32_t value = 0;
    if (hex.size() == 7 && hex.front() == '#') std::from_chars(hex.data() + 1, hex.data() + 7, value, 16);
    return with_opacity(rgb(value), opacity);
}

std::uint32_t with_opacity(std::uint32_t color, double opacity) {
    const double alpha = (color >> 24) * opacity;
    return (color & 0x00ffffffu) | (static_cast<std::uint32_t>(alpha + 0.5) << 24);
}

} // namespace biaokao
