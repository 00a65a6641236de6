#include "app/platform/gl.h"

#include <algorithm>
#include <string>

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
    if (glGetError() == GL_NO_ERROR) return {name};
    glDeleteTextures(1, &name); // no memory left on the card
    return {};
}

void GlRenderer::set_filter(TextureId texture, TextureFilter filter) {
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture.value));
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter == TextureFilter::nearest ? GL_NEAREST : GL_LINEAR);
}

void GlRenderer::destroy_texture(TextureId texture) {
    const auto name = static_cast<GLuint>(texture.value);
    glDeleteTextures(1, &name);
}

// One byte per pixel, read as white with that opacity: a quarter of the memory of ImGui's own upload.
void GlRenderer::upload_fonts() {
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

void GlRenderer::draw(int width, int height) {
    glViewport(0, 0, width, height);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
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
