// The window of GLFW. Its callbacks fill our InputQueue and not ImGui's back end, which loses keys that are pressed
// and released between two frames and cannot hold back what an input method has taken.
#include <algorithm>
#include <atomic>
#include <cstdlib>

#include <backends/imgui_impl_glfw.h>

#include "app/platform/gl.h"
#include "app/platform/glfw_keys.h"
#include "app/platform/ime_guard.h"
#include "app/platform/imgui_host.h"
#include "app/platform/sound_backends.h"
#include "engine/text/utf8.h"

namespace biaokao {
namespace {

constexpr int smallest_width = 640, smallest_height = 360; // 1366 × 768 at 200 % leaves 683 × 384

std::string last_glfw_error() {
    const char* reason = nullptr;
    glfwGetError(&reason);
    return reason ? reason : "GLFW";
}

tl::unexpected<Error> no_display() { return fail("error.no_display", "GLFW", {{"reason", last_glfw_error()}}); }

void ask_for_core_profile(const WindowOptions& options) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    glfwWindowHint(GLFW_VISIBLE, options.visible ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "biaokao");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "biaokao");
}

struct WindowSize {
    int width, height;
    bool fills_screen; // then it is maximised, so that its frame does not push it over the edge
};
// As asked for, but not larger than the screen between its task bars.
WindowSize fitting_size(const WindowOptions& options) {
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    if (monitor == nullptr) return {options.width, options.height, false};
    int width = 0, height = 0;
    float scale = 1;
    glfwGetMonitorWorkarea(monitor, nullptr, nullptr, &width, &height);
    glfwGetMonitorContentScale(monitor, &scale, nullptr);
    // GLFW multiplies the size by the scale (GLFW_SCALE_TO_MONITOR).
    width = static_cast<int>(static_cast<float>(width) / scale);
    height = static_cast<int>(static_cast<float>(height) / scale);
    return {std::min(options.width, width), std::min(options.height, height),
            options.width >= width || options.height >= height};
}

// GLFW's global state lives as long as this.
class GlfwLibrary {
public:
    GlfwLibrary() {
#if GLFW_VERSION_MAJOR * 100 + GLFW_VERSION_MINOR >= 304
        // Wayland gives no text input through GLFW and blurs fractional scales (dear-imgui row 8).
        if (std::getenv("DISPLAY") != nullptr) glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
        running_ = glfwInit() == GLFW_TRUE;
    }
    ~GlfwLibrary() {
        if (running_) glfwTerminate();
    }
    GlfwLibrary(const GlfwLibrary&) = delete;
    GlfwLibrary& operator=(const GlfwLibrary&) = delete;
    [[nodiscard]] bool running() const { return running_; }

private:
    bool running_ = false;
};

struct WindowDeleter {
    void operator()(GLFWwindow* window) const { glfwDestroyWindow(window); }
};

class WindowPlatform : public Platform {
public:
    WindowPlatform()
        : host_({.read =
                     [this] {
                         const char* text = glfwGetClipboardString(window_.get());
                         return std::string(text ? text : "");
                     },
                 .write = [this](const char* text) { glfwSetClipboardString(window_.get(), text); },
                 .last_read = {}}),
          sound_(make_device_sound()) {}
    ~WindowPlatform() override {
        WindowPlatform::make_current();
        gl_.reset();
        if (ImGui::GetIO().BackendPlatformUserData != nullptr) ImGui_ImplGlfw_Shutdown();
    }

    Result<void> open(const WindowOptions& options) {
        if (!glfw_.running()) return no_display();
        ask_for_core_profile(options);
        const WindowSize size = fitting_size(options);
        glfwWindowHint(GLFW_MAXIMIZED, size.fills_screen ? GLFW_TRUE : GLFW_FALSE);
        window_.reset(glfwCreateWindow(size.width, size.height, options.title.c_str(), nullptr, nullptr));
        if (!window_) return no_display();
        glfwSetWindowSizeLimits(window_.get(), smallest_width, smallest_height, GLFW_DONT_CARE, GLFW_DONT_CARE);
        if (!options.icon.rgba.empty()) {
            Image icon = options.icon; // GLFW takes a pointer to bytes that may be written
            const GLFWimage picture{icon.width, icon.height, icon.rgba.data()};
            glfwSetWindowIcon(window_.get(), 1, &picture);
        }
        glfwMakeContextCurrent(window_.get());
        glfwSwapInterval(1);
        ImGui_ImplGlfw_InitForOpenGL(window_.get(), false);
        host_.install_clipboard();
        auto renderer =
            GlRenderer::create([](const char* name) { return reinterpret_cast<void*>(glfwGetProcAddress(name)); });
        if (!renderer) return tl::unexpected(renderer.error());
        gl_ = std::move(*renderer);
        install_callbacks();
        return {};
    }

    void make_current() override {
        host_.make_current();
        if (window_) glfwMakeContextCurrent(window_.get());
    }

    bool begin_frame() override {
        host_.make_current();
        glfwPollEvents();
        if (glfwWindowShouldClose(window_.get())) {
            glfwSetWindowShouldClose(window_.get(), GLFW_FALSE);
            return false;
        }
        if (!compat::atlas_ready()) fonts_changed();
        gl_->new_frame();
        ImGui_ImplGlfw_NewFrame();
        host_.input.feed_frame();
        ImGui::NewFrame();
        return true;
    }
    void end_frame() override {
        if (playback_) draw_pointer();
        ImGui::Render();
        if (!visible()) return;
        if (!draw()) return;
        if (buffers_known_) glfwSwapBuffers(window_.get());
        else swap_and_look();
    }
    void wait(std::int64_t timeout_ms) override {
        if (!host_.input.empty()) return glfwPollEvents();
        glfwWaitEventsTimeout(static_cast<double>(std::max<std::int64_t>(timeout_ms, 1)) / 1000);
    }
    void wake() override {
        ++events_;
        glfwPostEmptyEvent();
    }
    [[nodiscard]] std::uint64_t event_count() const override { return events_; }
    [[nodiscard]] InputQueue& input() override { return host_.input; }
    void set_playback(bool on) override {
        playback_ = on;
        host_.input.release_all();
    }
    [[nodiscard]] bool composing() const override { return ime_.composing(); }
    void hear_text(std::function<void(std::string_view)> listener) override { host_.hear_text(std::move(listener)); }

    // X11 and Windows tell a scale and leave the pixels to us; elsewhere the framebuffer is larger already.
    [[nodiscard]] double content_scale() const override {
        float x = 1, y = 1;
        glfwGetWindowContentScale(window_.get(), &x, &y);
        return framebuffer_scale() > 1.01 ? 1.0 : static_cast<double>(std::max(x, y));
    }
    [[nodiscard]] double framebuffer_scale() const override {
        int width = 0, pixels = 0;
        glfwGetWindowSize(window_.get(), &width, nullptr);
        glfwGetFramebufferSize(window_.get(), &pixels, nullptr);
        return width > 0 && pixels > 0 ? static_cast<double>(pixels) / width : 1;
    }
    [[nodiscard]] bool visible() const override {
        return glfwGetWindowAttrib(window_.get(), GLFW_ICONIFIED) == GLFW_FALSE;
    }
    [[nodiscard]] int max_texture_side() const override { return gl_->max_texture_side(); }
    TextureId create_texture(int width, int height, std::span<const std::uint8_t> rgba) override {
        return gl_->create_texture(width, height, rgba);
    }
    void set_filter(TextureId texture, TextureFilter filter) override { gl_->set_filter(texture, filter); }
    void destroy_texture(TextureId texture) override { gl_->destroy_texture(texture); }
    void fonts_changed() override { gl_->upload_fonts(); }

    // Draws the last frame again where the back buffer does not keep it.
    [[nodiscard]] Result<Image> screenshot() override {
        if (ImGui::GetDrawData() == nullptr) return fail("error.no_rendering", "GLFW", {{"reason", "no frame yet"}});
        int width = 0, height = 0;
        glfwGetFramebufferSize(window_.get(), &width, &height);
        if (!gl_->target_keeps_pixels()) draw();
        return gl_->read_pixels(width, height);
    }
    void set_title(const std::string& title) override { glfwSetWindowTitle(window_.get(), title.c_str()); }
    void request_close() override { glfwSetWindowShouldClose(window_.get(), GLFW_TRUE); }
    [[nodiscard]] Sound& sound() override { return *sound_; }

private:
    static WindowPlatform& of(GLFWwindow* window) {
        auto& self = *static_cast<WindowPlatform*>(glfwGetWindowUserPointer(window));
        ++self.events_;
        return self;
    }

    void install_callbacks() {
        GLFWwindow* window = window_.get();
        glfwSetWindowUserPointer(window, this);
        glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) {
            WindowPlatform& self = of(w);
            if (!self.playback_) self.host_.input.mouse_position(static_cast<float>(x), static_cast<float>(y));
        });
        glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int) {
            WindowPlatform& self = of(w);
            if (!self.playback_) self.host_.input.mouse_button(button, action == GLFW_PRESS);
        });
        glfwSetScrollCallback(window, [](GLFWwindow* w, double x, double y) {
            WindowPlatform& self = of(w);
            if (!self.playback_) self.host_.input.wheel(static_cast<float>(y), static_cast<float>(x));
        });
        glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int, int action, int) { of(w).key_event(key, action); });
        glfwSetCharCallback(window, [](GLFWwindow* w, unsigned code_point) { of(w).character(code_point); });
        glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
            of(w);
            ImGui_ImplGlfw_CursorEnterCallback(w, entered); // it watches which window has the pointer
        });
        glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) {
            WindowPlatform& self = of(w);
            self.ime_.reset();
            if (!focused) self.host_.input.release_all();
            self.held_ = {};
        });
        // The window's content is gone: uncovered, resized.
        glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { of(w).gl_->forget_frame(); });
        glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { of(w).gl_->forget_frame(); });
        // These only have to be seen by the frame pacer.
        glfwSetWindowContentScaleCallback(window, [](GLFWwindow* w, float, float) { of(w); });
        glfwSetWindowIconifyCallback(window, [](GLFWwindow* w, int) { of(w); });
        glfwSetWindowCloseCallback(window, [](GLFWwindow* w) { of(w); });
    }

    void key_event(int glfw_key, int action) {
        if (playback_) return;
        if (held_.change(glfw_key, action != GLFW_RELEASE))
            return host_.input.modifiers(held_.ctrl(), held_.shift(), held_.alt());
        const Key key = key_from_glfw(glfw_key);
        if (key == Key::none || action == GLFW_REPEAT) return; // ImGui repeats by itself, by its own clock
        if (action == GLFW_PRESS && !ime_.passes(key, held_.ctrl() || held_.alt())) return;
        host_.input.key(key, action == GLFW_PRESS);
    }

    void character(unsigned code_point) {
        if (playback_) return;
        ime_.character();
        std::string text;
        append_code_point(text, code_point);
        host_.input.text(text);
    }

    bool draw() {
        int width = 0, height = 0;
        glfwGetFramebufferSize(window_.get(), &width, &height);
        return gl_->draw(width, height);
    }

    // Mesa's software drivers copy the back buffer to the screen and keep it, though nobody promises that. So it is
    // looked at once: only where the lowest rows survive the first swap are later frames drawn in part.
    void swap_and_look() {
        constexpr int rows = 32;
        int width = 0;
        glfwGetFramebufferSize(window_.get(), &width, nullptr);
        buffers_known_ = true;
        if (!gl_->software()) return glfwSwapBuffers(window_.get());
        const Image before = gl_->read_pixels(width, rows);
        glfwSwapBuffers(window_.get());
        gl_->set_target_keeps_pixels(gl_->read_pixels(width, rows).rgba == before.rgba);
    }

    // An arrow where the demonstration's pointer is; the person's own one stays free.
    void draw_pointer() {
        ImDrawList& list = *ImGui::GetForegroundDrawList();
        const float k = ImGui::GetFontSize() / 18;
        const auto at = [&](float x, float y) {
            return ImVec2(host_.input.mouse_x() + x * k, host_.input.mouse_y() + y * k);
        };
        const ImVec2 arrow[] = {at(0, 0), at(0, 22), at(6, 17), at(16, 16)};
        list.AddConvexPolyFilled(arrow, 3, IM_COL32(255, 255, 255, 255));
        list.AddTriangleFilled(arrow[0], arrow[2], arrow[3], IM_COL32(255, 255, 255, 255));
        compat::stroke_polyline(list, arrow, IM_COL32(0, 0, 0, 255), 1.5f * k, true);
    }

    GlfwLibrary glfw_;
    ImguiHost host_;
    std::unique_ptr<GLFWwindow, WindowDeleter> window_;
    std::unique_ptr<GlRenderer> gl_;
    std::unique_ptr<Sound> sound_;
    ImeGuard ime_;
    HeldModifiers held_;
    std::atomic<std::uint64_t> events_ = 0;
    bool playback_ = false;
    bool buffers_known_ = false; // whether the back buffer keeps its pixels
};

} // namespace

Result<std::unique_ptr<Platform>> make_window_platform(const WindowOptions& options) {
    auto platform = std::make_unique<WindowPlatform>();
    if (auto opened = platform->open(options); !opened) return tl::unexpected(opened.error());
    return platform;
}

} // namespace biaokao
