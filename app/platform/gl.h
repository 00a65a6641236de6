// Everything we ask of OpenGL 3.3: textures, the font atlas, Dear ImGui's draw lists, and reading pixels back. The
// window and the off-screen platform draw through the same object, so that both give the same picture bit by bit.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "app/platform/platform.h"

namespace biaokao {

class GlRenderer {
public:
    using Loader = void* (*)(const char* name);
    // With a current context and a current ImGui context. Error args: "reason".
    static Result<std::unique_ptr<GlRenderer>> create(Loader loader);
    ~GlRenderer(); // while both contexts are still there
    GlRenderer(const GlRenderer&) = delete;
    GlRenderer& operator=(const GlRenderer&) = delete;

    TextureId create_texture(int width, int height, std::span<const std::uint8_t> rgba);
    void set_filter(TextureId texture, TextureFilter filter);
    void destroy_texture(TextureId texture);
    void upload_fonts(); // ImGui's atlas was built anew
    [[nodiscard]] int max_texture_side() const { return max_texture_side_; }

    void new_frame();
    void draw(int width, int height); // ImGui's draw data into the current target
    [[nodiscard]] Image read_pixels(int width, int height) const;

    // An off-screen target of this size, bound until the next call. False when the card refuses.
    bool bind_target(int width, int height);

private:
    struct Functions;
    GlRenderer();
    void release_target();

    std::unique_ptr<Functions> functions_;
    int max_texture_side_ = 0;
    unsigned font_texture_ = 0;
    unsigned frame_buffer_ = 0, color_buffer_ = 0;
};

} // namespace biaokao
