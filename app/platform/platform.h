// The machine under the program: a window or an off-screen surface, its events, its sound. One frame is
// begin_frame() … widgets … end_frame(). All calls on the main thread, wake() excepted.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "app/platform/sound.h"
#include "engine/base/result.h"
#include "engine/media/image.h"

namespace biaokao {

// A picture on the graphics card; 0 = none.
struct TextureId {
    std::uint64_t value = 0;
    friend bool operator==(const TextureId&, const TextureId&) = default;
};
enum class TextureFilter { smooth, nearest };

class Platform {
public:
    virtual ~Platform() = default;
    // Takes the events in, tells ImGui size, scale, time and input, and begins an ImGui frame. False: close asked for.
    virtual bool begin_frame() = 0;
    // Ends the ImGui frame, draws and shows it.
    virtual void end_frame() = 0;
    // Sleeps until an event, wake() or `timeout_ms`; at once where time is virtual.
    virtual void wait(std::int64_t timeout_ms) = 0;
    virtual void wake() = 0;                                // from any thread
    [[nodiscard]] virtual double content_scale() const = 0; // the screen's own scale, 1.0 = 96 dpi
    [[nodiscard]] virtual bool visible() const = 0;         // false: minimised, nothing need be drawn
    [[nodiscard]] virtual int max_texture_side() const = 0;
    // RGBA, 8 bits, rows from the top, width × height × 4 bytes. 0 when the card refuses.
    virtual TextureId create_texture(int width, int height, std::span<const std::uint8_t> rgba) = 0;
    virtual void set_filter(TextureId texture, TextureFilter filter) = 0;
    virtual void destroy_texture(TextureId texture) = 0;
    virtual void fonts_changed() = 0;                     // ImGui's atlas was rebuilt, outside a frame
    [[nodiscard]] virtual Result<Image> screenshot() = 0; // of the last frame shown
    virtual void set_title(const std::string& title) = 0;
    virtual void request_close() = 0;
    [[nodiscard]] virtual Sound& sound() = 0;
};

struct WindowOptions {
    int width = 1366, height = 768; // pixels
    std::string title;
    bool visible = true;
};
// A GLFW window with OpenGL 3.3 core. "error.no_display" where there is none.
[[nodiscard]] Result<std::unique_ptr<Platform>> make_window_platform(const WindowOptions& options);

} // namespace biaokao
