// The only file that looks at IMGUI_VERSION_NUM: one spelling for what Dear ImGui spells differently from 1.86 on.
//
// Up to 1.86 keys are numbers of the platform (here GLFW's) and input is written into ImGuiIO after the back end's
// NewFrame; from 1.87 on there are named keys and an event queue. Callers see our Key and the input_* functions only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>

#include "app/ui/keys.h"

#if IMGUI_VERSION_NUM < 18600
#error "Dear ImGui 1.86 or later is needed"
#endif

namespace biaokao::compat {

// From 1.92 on glyphs are made when they are first drawn, and the back end uploads them by itself.
#if IMGUI_VERSION_NUM >= 19200
inline constexpr bool dynamic_fonts = true;
#else
inline constexpr bool dynamic_fonts = false;
#endif

struct KeyRow {
    int glfw;
    int imgui; // -1: this version has no name for it
};

// Letters, digits and function keys are runs in GLFW, in ImGui and in our Key.
#if IMGUI_VERSION_NUM >= 18700
#define BIAOKAO_IMGUI_KEY(name) static_cast<int>(ImGuiKey_##name)
#define BIAOKAO_IMGUI_KEY_SINCE_187(name) static_cast<int>(ImGuiKey_##name)
#define BIAOKAO_IMGUI_RUN(name, offset) (static_cast<int>(ImGuiKey_##name) + (offset))
#else
#define BIAOKAO_IMGUI_KEY(name) static_cast<int>(ImGuiKey_##name)
#define BIAOKAO_IMGUI_KEY_SINCE_187(name) (-1)
#define BIAOKAO_IMGUI_RUN(name, offset) (-1)
#endif

inline KeyRow key_row(Key key) {
    const int at = static_cast<int>(key);
    if (key >= Key::a && key <= Key::z) {
        const int offset = at - static_cast<int>(Key::a);
        return {GLFW_KEY_A + offset, BIAOKAO_IMGUI_RUN(A, offset)};
    }
    if (key >= Key::digit_0 && key <= Key::digit_9) {
        const int offset = at - static_cast<int>(Key::digit_0);
        return {GLFW_KEY_0 + offset, BIAOKAO_IMGUI_RUN(0, offset)};
    }
    if (key >= Key::f1 && key <= Key::f12) {
        const int offset = at - static_cast<int>(Key::f1);
        return {GLFW_KEY_F1 + offset, BIAOKAO_IMGUI_RUN(F1, offset)};
    }
    switch (key) {
    case Key::left: return {GLFW_KEY_LEFT, BIAOKAO_IMGUI_KEY(LeftArrow)};
    case Key::right: return {GLFW_KEY_RIGHT, BIAOKAO_IMGUI_KEY(RightArrow)};
    case Key::up: return {GLFW_KEY_UP, BIAOKAO_IMGUI_KEY(UpArrow)};
    case Key::down: return {GLFW_KEY_DOWN, BIAOKAO_IMGUI_KEY(DownArrow)};
    case Key::home: return {GLFW_KEY_HOME, BIAOKAO_IMGUI_KEY(Home)};
    case Key::end: return {GLFW_KEY_END, BIAOKAO_IMGUI_KEY(End)};
    case Key::page_up: return {GLFW_KEY_PAGE_UP, BIAOKAO_IMGUI_KEY(PageUp)};
    case Key::page_down: return {GLFW_KEY_PAGE_DOWN, BIAOKAO_IMGUI_KEY(PageDown)};
    case Key::enter: return {GLFW_KEY_ENTER, BIAOKAO_IMGUI_KEY(Enter)};
    case Key::escape: return {GLFW_KEY_ESCAPE, BIAOKAO_IMGUI_KEY(Escape)};
    case Key::tab: return {GLFW_KEY_TAB, BIAOKAO_IMGUI_KEY(Tab)};
    case Key::space: return {GLFW_KEY_SPACE, BIAOKAO_IMGUI_KEY(Space)};
    case Key::backspace: return {GLFW_KEY_BACKSPACE, BIAOKAO_IMGUI_KEY(Backspace)};
    case Key::insert: return {GLFW_KEY_INSERT, BIAOKAO_IMGUI_KEY(Insert)};
    case Key::del: return {GLFW_KEY_DELETE, BIAOKAO_IMGUI_KEY(Delete)};
    case Key::comma: return {GLFW_KEY_COMMA, BIAOKAO_IMGUI_KEY_SINCE_187(Comma)};
    case Key::period: return {GLFW_KEY_PERIOD, BIAOKAO_IMGUI_KEY_SINCE_187(Period)};
    case Key::minus: return {GLFW_KEY_MINUS, BIAOKAO_IMGUI_KEY_SINCE_187(Minus)};
    case Key::equal: return {GLFW_KEY_EQUAL, BIAOKAO_IMGUI_KEY_SINCE_187(Equal)};
    case Key::left_bracket: return {GLFW_KEY_LEFT_BRACKET, BIAOKAO_IMGUI_KEY_SINCE_187(LeftBracket)};
    case Key::right_bracket: return {GLFW_KEY_RIGHT_BRACKET, BIAOKAO_IMGUI_KEY_SINCE_187(RightBracket)};
    case Key::slash: return {GLFW_KEY_SLASH, BIAOKAO_IMGUI_KEY_SINCE_187(Slash)};
    case Key::semicolon: return {GLFW_KEY_SEMICOLON, BIAOKAO_IMGUI_KEY_SINCE_187(Semicolon)};
    case Key::apostrophe: return {GLFW_KEY_APOSTROPHE, BIAOKAO_IMGUI_KEY_SINCE_187(Apostrophe)};
    case Key::grave: return {GLFW_KEY_GRAVE_ACCENT, BIAOKAO_IMGUI_KEY_SINCE_187(GraveAccent)};
    default: return {-1, -1};
    }
}
#undef BIAOKAO_IMGUI_KEY
#undef BIAOKAO_IMGUI_KEY_SINCE_187
#undef BIAOKAO_IMGUI_RUN

struct Modifiers {
    bool ctrl = false, shift = false, alt = false;
};
inline Modifiers modifiers() {
    const ImGuiIO& io = ImGui::GetIO();
    return {io.KeyCtrl, io.KeyShift, io.KeyAlt};
}

#if IMGUI_VERSION_NUM >= 18700
inline bool key_pressed(Key key, bool repeat) {
    return ImGui::IsKeyPressed(static_cast<ImGuiKey>(key_row(key).imgui), repeat);
}
inline bool key_down(Key key) { return ImGui::IsKeyDown(static_cast<ImGuiKey>(key_row(key).imgui)); }
inline void install_key_map() {}
inline void input_mouse_position(float x, float y) { ImGui::GetIO().AddMousePosEvent(x, y); }
inline void input_mouse_button(int button, bool down) { ImGui::GetIO().AddMouseButtonEvent(button, down); }
inline void input_wheel(float x, float y) { ImGui::GetIO().AddMouseWheelEvent(x, y); }
inline void input_key(Key key, bool down) {
    ImGui::GetIO().AddKeyEvent(static_cast<ImGuiKey>(key_row(key).imgui), down);
}
inline void input_modifiers(const Modifiers& held) {
    ImGuiIO& io = ImGui::GetIO();
#if IMGUI_VERSION_NUM >= 18900
    io.AddKeyEvent(ImGuiMod_Ctrl, held.ctrl);
    io.AddKeyEvent(ImGuiMod_Shift, held.shift);
    io.AddKeyEvent(ImGuiMod_Alt, held.alt);
#elif IMGUI_VERSION_NUM >= 18720
    io.AddKeyEvent(ImGuiKey_ModCtrl, held.ctrl);
    io.AddKeyEvent(ImGuiKey_ModShift, held.shift);
    io.AddKeyEvent(ImGuiKey_ModAlt, held.alt);
#else
    const ImGuiKeyModFlags ctrl = held.ctrl ? ImGuiKeyModFlags_Ctrl : 0;
    const ImGuiKeyModFlags shift = held.shift ? ImGuiKeyModFlags_Shift : 0;
    io.AddKeyModsEvent(ctrl | shift | (held.alt ? ImGuiKeyModFlags_Alt : 0));
#endif
}
#else
inline bool key_pressed(Key key, bool repeat) { return ImGui::IsKeyPressed(key_row(key).glfw, repeat); }
inline bool key_down(Key key) { return ImGui::IsKeyDown(key_row(key).glfw); }
// GLFW's back end does the same for a window; a platform without one needs it by hand.
inline void install_key_map() {
    ImGuiIO& io = ImGui::GetIO();
    for (int at = static_cast<int>(Key::a); at < static_cast<int>(Key::count); ++at) {
        const KeyRow row = key_row(static_cast<Key>(at));
        if (row.imgui >= 0) io.KeyMap[row.imgui] = row.glfw;
    }
    for (const char letter : {'A', 'C', 'V', 'X', 'Y', 'Z'}) {
        const int imgui = letter == 'A'   ? ImGuiKey_A
                          : letter == 'C' ? ImGuiKey_C
                          : letter == 'V' ? ImGuiKey_V
                          : letter == 'X' ? ImGuiKey_X
                          : letter == 'Y' ? ImGuiKey_Y
                                          : ImGuiKey_Z;
        io.KeyMap[imgui] = letter; // GLFW's codes of letters are their ASCII codes
    }
    io.KeyMap[ImGuiKey_KeyPadEnter] = GLFW_KEY_KP_ENTER;
}
inline void input_mouse_position(float x, float y) { ImGui::GetIO().MousePos = {x, y}; }
inline void input_mouse_button(int button, bool down) { ImGui::GetIO().MouseDown[button] = down; }
inline void input_wheel(float x, float y) {
    ImGui::GetIO().MouseWheelH += x;
    ImGui::GetIO().MouseWheel += y;
}
inline void input_key(Key key, bool down) { ImGui::GetIO().KeysDown[key_row(key).glfw] = down; }
inline void input_modifiers(const Modifiers& held) {
    ImGuiIO& io = ImGui::GetIO();
    io.KeyCtrl = held.ctrl;
    io.KeyShift = held.shift;
    io.KeyAlt = held.alt;
}
#endif

inline void input_character(char32_t code_point) { ImGui::GetIO().AddInputCharacter(code_point); }

// Where copied text goes and pasted text comes from; must outlive the ImGui context.
struct Clipboard {
    std::function<std::string()> read;
    std::function<void(const char*)> write;
    std::string last_read; // ImGui keeps a pointer to it
};
#if IMGUI_VERSION_NUM >= 19110
inline void install_clipboard(Clipboard& clipboard) {
    ImGuiPlatformIO& io = ImGui::GetPlatformIO();
    io.Platform_ClipboardUserData = &clipboard;
    io.Platform_GetClipboardTextFn = [](ImGuiContext*) -> const char* {
        auto& board = *static_cast<Clipboard*>(ImGui::GetPlatformIO().Platform_ClipboardUserData);
        return (board.last_read = board.read()).c_str();
    };
    io.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
        static_cast<Clipboard*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->write(text);
    };
}
#else
inline void install_clipboard(Clipboard& clipboard) {
    ImGuiIO& io = ImGui::GetIO();
    io.ClipboardUserData = &clipboard;
    io.GetClipboardTextFn = [](void* data) -> const char* {
        auto& board = *static_cast<Clipboard*>(data);
        return (board.last_read = board.read()).c_str();
    };
    io.SetClipboardTextFn = [](void* data, const char* text) { static_cast<Clipboard*>(data)->write(text); };
}
#endif

inline ImTextureID texture_id(std::uint64_t name) {
#if IMGUI_VERSION_NUM >= 19140
    return static_cast<ImTextureID>(name);
#else
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(name));
#endif
}

// The atlas as one byte of opacity per pixel, built if need be; nothing where the back end does it.
struct AtlasPixels {
    int width = 0, height = 0;
    const unsigned char* alpha = nullptr;
};
#if IMGUI_VERSION_NUM >= 19200
inline AtlasPixels atlas_pixels() { return {}; }
inline void atlas_uploaded(std::uint64_t) {}
inline bool atlas_ready() { return true; }
#else
inline AtlasPixels atlas_pixels() {
    AtlasPixels atlas;
    unsigned char* alpha = nullptr;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&alpha, &atlas.width, &atlas.height);
    atlas.alpha = alpha;
    return atlas;
}
// The pixels lie on the graphics card as `texture`: our copy can go, the metrics stay.
inline void atlas_uploaded(std::uint64_t texture) {
    ImGui::GetIO().Fonts->SetTexID(texture_id(texture));
    ImGui::GetIO().Fonts->ClearTexData();
}
inline bool atlas_ready() { return ImGui::GetIO().Fonts->IsBuilt(); }
#endif

// A face of a font file in memory, which must stay there for ever. `pixels` is the height it is drawn with, `density`
// how many framebuffer pixels make one of them. `ranges` is read as long as the atlas lives.
inline ImFont* add_font(std::span<const std::byte> file, int face, float pixels, float density,
                        const std::uint16_t* ranges) {
    static_assert(dynamic_fonts || sizeof(ImWchar) == sizeof(std::uint16_t),
                  "ranges are written for 16-bit characters");
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.FontNo = face;
    config.OversampleH = 1; // the default of 3 makes a 64 MB atlas of a Chinese font
    config.PixelSnapH = true;
    void* data = const_cast<std::byte*>(file.data()); // ImGui only reads what it does not own
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
#if IMGUI_VERSION_NUM >= 19200
    static_cast<void>(density); // follows the framebuffer by itself
    static_cast<void>(ranges);
    return atlas.AddFontFromMemoryTTF(data, static_cast<int>(file.size()), pixels, &config);
#else
    ImFont* font = atlas.AddFontFromMemoryTTF(data, static_cast<int>(file.size()), pixels * density, &config,
                                              reinterpret_cast<const ImWchar*>(ranges));
    font->Scale = 1.0f / density;
    return font;
#endif
}

// Can the present font draw this character? Above U+FFFF never with 16-bit characters (Debian's library).
inline bool has_glyph(char32_t code_point) {
    if (code_point > IM_UNICODE_CODEPOINT_MAX) return false;
#if IMGUI_VERSION_NUM >= 19200
    return ImGui::GetFont()->IsGlyphInFont(static_cast<ImWchar>(code_point));
#else
    return ImGui::GetFont()->FindGlyphNoFallback(static_cast<ImWchar>(code_point)) != nullptr;
#endif
}

// The font inside ImGui, for a machine without any: Latin only.
inline ImFont* add_latin_font(float pixels) {
    ImFontConfig config;
    config.SizePixels = pixels;
    return ImGui::GetIO().Fonts->AddFontDefault(&config);
}

// 2,500 characters that make up nearly all of everyday Chinese; zero-terminated pairs.
inline const ImWchar* common_chinese_ranges() {
#if IMGUI_VERSION_NUM >= 19200
    static constexpr ImWchar none[] = {0};
    return none;
#else
    return ImGui::GetIO().Fonts->GetGlyphRangesChineseSimplifiedCommon();
#endif
}

// Null: the default font, at its own size.
inline void push_font(ImFont* font) {
#if IMGUI_VERSION_NUM >= 19200
    ImGui::PushFont(font, font ? font->LegacySize : 0.0f);
#else
    ImGui::PushFont(font);
#endif
}

inline void image(std::uint64_t name, ImVec2 size, ImVec2 uv_low = {0, 0}, ImVec2 uv_high = {1, 1}) {
    ImGui::Image(texture_id(name), size, uv_low, uv_high);
}

inline void stroke_rect(ImDrawList& list, ImVec2 low, ImVec2 high, std::uint32_t color, float thickness = 1.0f,
                        float rounding = 0.0f) {
#if IMGUI_VERSION_NUM >= 19276
    list.AddRect(low, high, color, rounding, thickness, ImDrawFlags_None);
#else
    list.AddRect(low, high, color, rounding, ImDrawFlags_None, thickness);
#endif
}

// Outlines above 64k vertices are drawn wrong without a word (dear-imgui row 13), hence pieces of 4,096 points.
inline void stroke_polyline(ImDrawList& list, std::span<const ImVec2> points, std::uint32_t color, float thickness,
                            bool closed = false) {
    constexpr std::size_t piece = 4096;
    const bool whole = points.size() <= piece;
    const ImDrawFlags flags = closed && whole ? ImDrawFlags_Closed : ImDrawFlags_None;
    for (std::size_t at = 0; at + 1 < points.size(); at += piece - 1) {
        const std::size_t count = points.size() - at < piece ? points.size() - at : piece;
#if IMGUI_VERSION_NUM >= 19276
        list.AddPolyline(points.data() + at, static_cast<int>(count), color, thickness, flags);
#else
        list.AddPolyline(points.data() + at, static_cast<int>(count), color, flags, thickness);
#endif
    }
    if (closed && !whole) list.AddLine(points.back(), points.front(), color, thickness);
}

inline bool begin_child(const char* id, ImVec2 size, bool border, ImGuiWindowFlags flags = 0) {
#if IMGUI_VERSION_NUM >= 19110
    return ImGui::BeginChild(id, size, border ? ImGuiChildFlags_Borders : ImGuiChildFlags_None, flags);
#else
    return ImGui::BeginChild(id, size, border, flags);
#endif
}

} // namespace biaokao::compat
