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

class InputQueue;

// A picture on the graphics card; 0 = none.
struct TextureId {
    std::uint64_t value = 0;
    friend bool operator==(const TextureId&, const TextureId&) = default;
};
enum class TextureFilter { smooth, nearest };

class Platform {
public:
    virtual ~Platform() = default;
    // Of several platforms (tests have them) this is the one that ImGui means from now on; begin_frame() does it too.
    virtual void make_current() = 0;
    // Takes the events in, tells ImGui size, scale, time and input, and begins an ImGui frame. False: the person
    // asked to close, and no frame was begun; asked once only, so that the program may go on instead.
    virtual bool begin_frame() = 0;
    // Ends the ImGui frame, draws and shows it.
    virtual void end_frame() = 0;
    // Sleeps until an event, wake() or `timeout_ms`; at once where time is virtual or input waits.
    virtual void wait(std::int64_t timeout_ms) = 0;
    virtual void wake() = 0; // from any thread
    // Grows with every event of the person or the screen and with every wake(); FramePacer watches it.
    [[nodiscard]] virtual std::uint64_t event_count() const = 0;
    // What the next frames get besides the person's own events; demonstrations and tests write into it.
    [[nodiscard]] virtual InputQueue& input() = 0;
    // A demonstration plays: the person's own mouse and keys have no effect, and the pointer is drawn.
    virtual void set_playback(bool on) = 0;
    // An input method holds keys back: what is pressed is not for the program.
    [[nodiscard]] virtual bool composing() const { return false; }
    // Hears every text that is typed or pasted, before ImGui does (fonts may need its characters).
    virtual void hear_text(std::function<void(std::string_view)> listener) = 0;
    [[nodiscard]] virtual double content_scale() const = 0; // the screen's own scale, 1.0 = 96 dpi
    [[nodiscard]] virtual bool visible() const = 0;         // false: minimised, nothing need be drawn
    [[nodiscard]] virtual int max_texture_side() const = 0;
    // RGBA, 8 bits, rows from the top, width × height × 4 bytes. 0 when the card refuses.
    virtual TextureId create_texture(int width, int height, std::span<const std::uint8_t> rgba) = 0;
    virtual void set_filter(TextureId texture, TextureFilter filter) = 0;
    virtual void destroy_texture(TextureId texture) = 0;
    virtual void fonts_changed() = 0; // ImGui's atlas was rebuilt, outside a frame
    // Framebuffer pixels for one unit of ImGui: fonts are rasterised that much finer.
    [[nodiscard]] virtual double framebuffer_scale() const = 0;
    [[nodiscard]] virtual Result<Image> screenshot() = 0; // of the last frame shown
    virtual void set_title(const std::string& title) = 0;
    virtual void request_close() = 0;
    [[nodiscard]] virtual Sound& sound() = 0;
};

struct WindowOptions {
    int width = 1366, height = 768; // pixels
    std::string title;
    bool visible = true;
    Image icon; // empty: the desktop's own
};
// A GLFW window with OpenGL 3.3 core. "error.no_display" (args: reason) where there is none.
[[nodiscard]] Result<std::unique_ptr<Platform>> make_window_platform(const WindowOptions& options);

} // namespace biaokao
