// Everything we ask of OpenGL 3.3: textures, the font atlas, Dear ImGui's draw lists, and reading pixels back. The
// window and the off-screen platform draw through the same object, so that both give the same picture bit by bit.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "app/platform/frame_damage.h"
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
    // ImGui's draw data into the current target; where that keeps its pixels, only what differs from the frame
    // before. False: nothing did, and nothing was drawn.
    bool draw(int width, int height);
    void set_target_keeps_pixels(bool keeps) { keeps_pixels_ = keeps; }
    [[nodiscard]] bool target_keeps_pixels() const { return keeps_pixels_; }
    void forget_frame();                                          // the next frames are drawn whole
    [[nodiscard]] bool software() const;                          // no graphics card: the processor draws
    [[nodiscard]] Image read_pixels(int width, int height) const; // from the lower left corner

    // An off-screen target of this size, bound until the next call; it keeps its pixels. False when the card refuses.
    bool bind_target(int width, int height);

private:
    struct Functions;
    GlRenderer();
    void draw_area(const FrameDamage::Area& area, int width, int height);
    void release_target();

    std::unique_ptr<Functions> functions_;
    int max_texture_side_ = 0;
    unsigned font_texture_ = 0;
    unsigned frame_buffer_ = 0, color_buffer_ = 0;
    FrameDamage damage_;
    bool keeps_pixels_ = false;
    int whole_frames_ = 0; // still to be drawn whole
};

} // namespace biaokao
