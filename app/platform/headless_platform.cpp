#include "app/platform/headless.h"

#include <atomic>

#include "app/platform/egl_context.h"
#include "app/platform/gl.h"
#include "app/platform/imgui_host.h"
#include "app/platform/sound_backends.h"

namespace biaokao {
namespace {

constexpr double frame_s = 1.0 / 60; // what ImGui is told that a frame took, besides advance()
constexpr int largest_fake_texture = 16'384;

compat::Clipboard memory_clipboard() {
    auto text = std::make_shared<std::string>();
    return {.read = [text] { return *text; }, .write = [text](const char* copied) { *text = copied; }, .last_read = {}};
}

class Headless : public HeadlessPlatform {
public:
    explicit Headless(const HeadlessOptions& options)
        : options_(options), host_(memory_clipboard()),
          sound_(make_clock_sound([this] { return static_cast<double>(now_ms_) / 1000; })) {
        compat::install_key_map();
        host_.install_clipboard();
        if (!options.render) ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    }
    ~Headless() override { Headless::make_current(); }

    Result<void> start_rendering() {
        auto context = EglContext::create();
        if (!context) return tl::unexpected(context.error());
        egl_ = std::move(*context);
        auto renderer = GlRenderer::create(EglContext::loader());
        if (!renderer) return tl::unexpected(renderer.error());
        gl_ = std::move(*renderer);
        if (!gl_->bind_target(options_.width, options_.height))
            return fail("error.no_rendering", "EGL", {{"reason", "framebuffer"}});
        return {};
    }

    // Both contexts are per thread, not per object.
    void make_current() override {
        host_.make_current();
        if (egl_) egl_->make_current();
    }

    bool begin_frame() override {
        make_current();
        if (close_asked_) {
            close_asked_ = false;
            return false;
        }
        if (!compat::atlas_ready()) fonts_changed();
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {static_cast<float>(options_.width), static_cast<float>(options_.height)};
        io.DisplayFramebufferScale = {1, 1};
        io.DeltaTime = static_cast<float>(frame_s + static_cast<double>(passed_ms_) / 1000);
        passed_ms_ = 0;
        if (gl_) gl_->new_frame();
        host_.input.feed_frame();
        ImGui::NewFrame();
        return true;
    }
    void end_frame() override {
        ImGui::Render();
        make_current();
        if (gl_) gl_->draw(options_.width, options_.height);
    }
    void wait(std::int64_t) override {}
    void wake() override { ++events_; }
    [[nodiscard]] std::uint64_t event_count() const override { return events_; }
    [[nodiscard]] InputQueue& input() override { return host_.input; }
    void set_playback(bool) override {} // there is no person
    void hear_text(std::function<void(std::string_view)> listener) override { host_.hear_text(std::move(listener)); }
    [[nodiscard]] double content_scale() const override { return options_.content_scale; }
    [[nodiscard]] double framebuffer_scale() const override { return 1; }
    [[nodiscard]] bool visible() const override { return true; }
    [[nodiscard]] int max_texture_side() const override { return gl_ ? gl_->max_texture_side() : largest_fake_texture; }

    TextureId create_texture(int width, int height, std::span<const std::uint8_t> rgba) override {
        make_current();
        if (gl_) return gl_->create_texture(width, height, rgba);
        const bool fits = width > 0 && height > 0 && std::max(width, height) <= largest_fake_texture &&
                          rgba.size() == static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4;
        return {fits ? ++fake_textures_ : 0};
    }
    void set_filter(TextureId texture, TextureFilter filter) override {
        make_current();
        if (gl_) gl_->set_filter(texture, filter);
    }
    void destroy_texture(TextureId texture) override {
        make_current();
        if (gl_) gl_->destroy_texture(texture);
    }
    void fonts_changed() override {
        make_current();
        if (gl_) return gl_->upload_fonts();
        compat::atlas_pixels();
        compat::atlas_uploaded(++fake_textures_);
    }
    [[nodiscard]] Result<Image> screenshot() override {
        if (!gl_) return fail("error.no_rendering", "EGL", {{"reason", "render = false"}});
        make_current();
        return gl_->read_pixels(options_.width, options_.height);
    }
    void set_title(const std::string&) override {}
    void request_close() override { close_asked_ = true; }
    [[nodiscard]] Sound& sound() override { return *sound_; }

    void set_mouse(float x, float y) override { host_.input.mouse_position(x, y); }
    void set_mouse_button(int button, bool down) override { host_.input.mouse_button(button, down); }
    void add_wheel(float steps_y, float steps_x) override { host_.input.wheel(steps_y, steps_x); }
    void set_key(Key key, bool down) override { host_.input.key(key, down); }
    void set_modifiers(bool ctrl, bool shift, bool alt) override { host_.input.modifiers(ctrl, shift, alt); }
    void add_text(std::string_view utf8) override { host_.input.text(utf8); }
    void resize(int width, int height) override {
        options_.width = width;
        options_.height = height;
        make_current();
        if (gl_) gl_->bind_target(width, height);
    }
    void advance(std::int64_t ms) override {
        now_ms_ += ms;
        passed_ms_ += ms;
    }

private:
    HeadlessOptions options_;
    ImguiHost host_;
    std::unique_ptr<EglContext> egl_;
    std::unique_ptr<GlRenderer> gl_; // goes before the two contexts it needs
    std::unique_ptr<Sound> sound_;
    std::atomic<std::uint64_t> events_ = 0;
    std::uint64_t fake_textures_ = 0;
    std::int64_t now_ms_ = 0, passed_ms_ = 0;
    bool close_asked_ = false;
};

} // namespace

Result<std::unique_ptr<HeadlessPlatform>> make_headless_platform(const HeadlessOptions& options) {
    auto platform = std::make_unique<Headless>(options);
    if (options.render)
        if (auto started = platform->start_rendering(); !started) return tl::unexpected(started.error());
    return platform;
}

} // namespace biaokao
