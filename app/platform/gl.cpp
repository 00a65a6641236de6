#include "app/platform/gl.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <GL/gl.h>
#include <GL/glext.h>
#include <backends/imgui_impl_opengl3.h>

#include "app/ui/imgui_compat.h"

namespace biaokao {

// libGL exports OpenGL 1.1 only on some systems; the rest is asked for by name.
struct GlRenderer::Functions {
    PFNGLGENFRAMEBUFFERSPROC gen_frame_buffers = nullptr;
    PFNGLDELETEFRAMEBUFFERSPROC delete_frame_buffers = nullptr;
    PFNGLBINDFRAMEBUFFERPROC bind_frame_buffer = nullptr;
    PFNGLFRAMEBUFFERRENDERBUFFERPROC attach_render_buffer = nullptr;
    PFNGLCHECKFRAMEBUFFERSTATUSPROC check_frame_buffer = nullptr;
    PFNGLGENRENDERBUFFERSPROC gen_render_buffers = nullptr;
    PFNGLDELETERENDERBUFFERSPROC delete_render_buffers = nullptr;
    PFNGLBINDRENDERBUFFERPROC bind_render_buffer = nullptr;
    PFNGLRENDERBUFFERSTORAGEPROC render_buffer_storage = nullptr;
    PFNGLGENERATEMIPMAPPROC generate_mipmap = nullptr;

    bool load(Loader loader) {
        bool all = true;
        const auto get = [&](auto& function, const char* name) {
            function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(loader(name));
            all = all && function != nullptr;
        };
        get(gen_frame_buffers, "glGenFramebuffers");
        get(delete_frame_buffers, "glDeleteFramebuffers");
        get(bind_frame_buffer, "glBindFramebuffer");
        get(attach_render_buffer, "glFramebufferRenderbuffer");
        get(check_frame_buffer, "glCheckFramebufferStatus");
        get(gen_render_buffers, "glGenRenderbuffers");
        get(delete_render_buffers, "glDeleteRenderbuffers");
        get(bind_render_buffer, "glBindRenderbuffer");
        get(render_buffer_storage, "glRenderbufferStorage");
        get(generate_mipmap, "glGenerateMipmap");
        return all;
    }
};

namespace {

tl::unexpected<Error> no_gl(std::string reason) {
    return fail("error.no_display", "OpenGL", {{"reason", std::move(reason)}});
}

// Uploads in strips: one call for a whole large picture doubles it in the driver's memory and holds the frame.
void upload_rows(int width, int height, GLenum format, int bytes_per_pixel, const std::uint8_t* pixels) {
    constexpr int pixels_per_strip = 4 << 20;
    const int rows = std::max(1, pixels_per_strip / width);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    for (int y = 0; y < height; y += rows) {
        const auto offset = static_cast<std::size_t>(y) * static_cast<std::size_t>(width * bytes_per_pixel);
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, y, width, std::min(rows, height - y), format, GL_UNSIGNED_BYTE,
                        pixels + offset);
    }
}

struct PixelRect {
    int left, top, right, bottom;
};
// The pixels that the back end's scissor lets through for this clip rectangle, by its own rounding.
PixelRect scissor_of(const ImVec4& clip, int height) {
    const int left = static_cast<int>(clip.x), right = left + static_cast<int>(clip.z - clip.x);
    const int below = static_cast<int>(static_cast<float>(height) - clip.w);
    return {left, height - below - static_cast<int>(clip.w - clip.y), right, height - below};
}

} // namespace

GlRenderer::GlRenderer() : functions_(std::make_unique<Functions>()) {}

Result<std::unique_ptr<GlRenderer>> GlRenderer::create(Loader loader) {
    GLint major = 0, minor = 0;
    glGetIntegerv(GL_MAJOR_VERSION, &major);
    glGetIntegerv(GL_MINOR_VERSION, &minor);
    if (major * 10 + minor < 33) return no_gl("OpenGL " + std::to_string(major) + "." + std::to_string(minor));
    std::unique_ptr<GlRenderer> renderer(new GlRenderer());
    if (!renderer->functions_->load(loader)) return no_gl("OpenGL functions");
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &renderer->max_texture_side_);
    if (!ImGui_ImplOpenGL3_Init("#version 330 core")) return no_gl("ImGui OpenGL3");
    // Without offsets a draw list is limited to 65,536 vertices, less than one of our canvases.
    if (!(ImGui::GetIO().BackendFlags & ImGuiBackendFlags_RendererHasVtxOffset)) return no_gl("VtxOffset");
    // Up to 1.91 this uploads the atlas with four bytes a pixel; the atlas is still empty and stays so.
    ImGui_ImplOpenGL3_CreateDeviceObjects();
    if constexpr (!compat::dynamic_fonts) ImGui::GetIO().Fonts->Clear();
    return renderer;
}

GlRenderer::~GlRenderer() {
    release_target();
    if (font_texture_ != 0) glDeleteTextures(1, &font_texture_);
    if (ImGui::GetIO().BackendRendererUserData != nullptr) ImGui_ImplOpenGL3_Shutdown();
}

TextureId GlRenderer::create_texture(int width, int height, std::span<const std::uint8_t> rgba) {
    const auto bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4;
    if (width <= 0 || height <= 0 || std::max(width, height) > max_texture_side_ || rgba.size() != bytes) return {};
    while (glGetError() != GL_NO_ERROR) {}
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    upload_rows(width, height, GL_RGBA, 4, rgba.data());
    functions_->generate_mipmap(GL_TEXTURE_2D);
    forget_frame(); // a name that was used before may come again
    if (glGetError() == GL_NO_ERROR) return {name};
    glDeleteTextures(1, &name); // no memory left on the card
    return {};
}

void GlRenderer::set_filter(TextureId texture, TextureFilter filter) {
    const GLint wanted = filter == TextureFilter::nearest ? GL_NEAREST : GL_LINEAR;
    GLint now = 0;
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture.value));
    glGetTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, &now);
    if (now == wanted) return;
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, wanted);
    forget_frame();
}

void GlRenderer::destroy_texture(TextureId texture) {
    const auto name = static_cast<GLuint>(texture.value);
    glDeleteTextures(1, &name);
}

// One byte per pixel, read as white with that opacity: a quarter of the memory of ImGui's own upload.
void GlRenderer::upload_fonts() {
    forget_frame();
    if constexpr (compat::dynamic_fonts) return;
    const compat::AtlasPixels atlas = compat::atlas_pixels();
    if (font_texture_ != 0) glDeleteTextures(1, &font_texture_);
    glGenTextures(1, &font_texture_);
    glBindTexture(GL_TEXTURE_2D, font_texture_);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    const GLint swizzle[] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, swizzle);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, atlas.width, atlas.height, 0, GL_RED, GL_UNSIGNED_BYTE, nullptr);
    upload_rows(atlas.width, atlas.height, GL_RED, 1, atlas.alpha);
    compat::atlas_uploaded(font_texture_);
}

void GlRenderer::new_frame() { ImGui_ImplOpenGL3_NewFrame(); }

// Three, as many as the pacer gives after an event: a window that was resized gets its new buffer a frame late.
void GlRenderer::forget_frame() { whole_frames_ = 3; }

bool GlRenderer::software() const {
    const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    const std::string_view renderer = name ? name : "";
    return renderer.find("llvmpipe") != std::string_view::npos || renderer.find("softpipe") != std::string_view::npos;
}

bool GlRenderer::draw(int width, int height) {
    const ImVec2 scale = ImGui::GetDrawData()->FramebufferScale;
    const auto damage = damage_.compare(*ImGui::GetDrawData());
    const bool whole = !keeps_pixels_ || !damage || whole_frames_ > 0 || scale.x != 1.0f || scale.y != 1.0f;
    whole_frames_ = std::max(0, whole_frames_ - 1);
    const FrameDamage::Area area = whole ? FrameDamage::Area{0, 0, width, height} : *damage;
    if (!area.empty()) draw_area(area, width, height);
    return !area.empty();
}

// The back end turns clip rectangles into scissors; cutting those is all it takes to draw a part of a frame.
void GlRenderer::draw_area(const FrameDamage::Area& area, int width, int height) {
    const bool whole = area.left == 0 && area.top == 0 && area.right == width && area.bottom == height;
    for (int i = 0; !whole && i < ImGui::GetDrawData()->CmdListsCount; ++i)
        for (ImDrawCmd& command : ImGui::GetDrawData()->CmdLists[i]->CmdBuffer) {
            const PixelRect scissor = scissor_of(command.ClipRect, height);
            command.ClipRect = {static_cast<float>(std::max(scissor.left, area.left)),
                                static_cast<float>(std::max(scissor.top, area.top)),
                                static_cast<float>(std::min(scissor.right, area.right)),
                                static_cast<float>(std::min(scissor.bottom, area.bottom))};
        }
    glViewport(0, 0, width, height);
    glEnable(GL_SCISSOR_TEST);
    glScissor(area.left, height - area.bottom, area.right - area.left, area.bottom - area.top);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glDisable(GL_SCISSOR_TEST);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

Image GlRenderer::read_pixels(int width, int height) const {
    Image image{width, height, {}};
    const auto row = static_cast<std::size_t>(width) * 4;
    std::vector<std::uint8_t> upside_down(row * static_cast<std::size_t>(height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.data());
    image.rgba.reserve(upside_down.size());
    for (int y = height - 1; y >= 0; --y) {
        const auto begin = upside_down.begin() + static_cast<std::ptrdiff_t>(row) * y;
        image.rgba.insert(image.rgba.end(), begin, begin + static_cast<std::ptrdiff_t>(row));
    }
    for (std::size_t alpha = 3; alpha < image.rgba.size(); alpha += 4) image.rgba[alpha] = 255;
    return image;
}

bool GlRenderer::bind_target(int width, int height) {
    release_target();
    forget_frame();
    keeps_pixels_ = true;
    functions_->gen_render_buffers(1, &color_buffer_);
    functions_->bind_render_buffer(GL_RENDERBUFFER, color_buffer_);
    functions_->render_buffer_storage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    functions_->gen_frame_buffers(1, &frame_buffer_);
    functions_->bind_frame_buffer(GL_FRAMEBUFFER, frame_buffer_);
    functions_->attach_render_buffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, color_buffer_);
    return functions_->check_frame_buffer(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

void GlRenderer::release_target() {
    if (frame_buffer_ != 0) functions_->delete_frame_buffers(1, &frame_buffer_);
    if (color_buffer_ != 0) functions_->delete_render_buffers(1, &color_buffer_);
    frame_buffer_ = color_buffer_ = 0;
}

} // namespace biaokao
