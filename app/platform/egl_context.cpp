#include "app/platform/egl_context.h"

#include <string>
#include <string_view>

#define EGL_NO_X11
#include <EGL/egl.h>
#include <EGL/eglext.h>

namespace biaokao {
namespace {

tl::unexpected<Error> no_rendering(std::string_view call) {
    return fail("error.no_rendering", "EGL", {{"reason", std::string(call)}});
}

EGLDisplay open_display() {
    const char* extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
    if (extensions && std::string_view(extensions).find("EGL_MESA_platform_surfaceless") != std::string_view::npos) {
        EGLDisplay display = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
        if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr)) return display;
    }
    EGLDisplay display = eglGetDisplay(EGL_DEFAULT_DISPLAY);
    return display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) ? display : EGL_NO_DISPLAY;
}

} // namespace

Result<std::unique_ptr<EglContext>> EglContext::create() {
    std::unique_ptr<EglContext> made(new EglContext());
    made->display_ = open_display();
    if (made->display_ == EGL_NO_DISPLAY) return no_rendering("eglInitialize");
    if (!eglBindAPI(EGL_OPENGL_API)) return no_rendering("eglBindAPI");
    const EGLint wanted[] = {EGL_SURFACE_TYPE,
                             EGL_PBUFFER_BIT,
                             EGL_RENDERABLE_TYPE,
                             EGL_OPENGL_BIT,
                             EGL_RED_SIZE,
                             8,
                             EGL_GREEN_SIZE,
                             8,
                             EGL_BLUE_SIZE,
                             8,
                             EGL_NONE};
    EGLConfig config = nullptr;
    EGLint configs = 0;
    if (!eglChooseConfig(made->display_, wanted, &config, 1, &configs) || configs == 0)
        return no_rendering("eglChooseConfig");
    const EGLint version[] = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    made->context_ = eglCreateContext(made->display_, config, EGL_NO_CONTEXT, version);
    if (made->context_ == EGL_NO_CONTEXT) return no_rendering("eglCreateContext");
    if (eglMakeCurrent(made->display_, EGL_NO_SURFACE, EGL_NO_SURFACE, made->context_)) return made;
    const EGLint tiny[] = {EGL_WIDTH, 1, EGL_HEIGHT, 1, EGL_NONE};
    made->surface_ = eglCreatePbufferSurface(made->display_, config, tiny);
    if (!eglMakeCurrent(made->display_, made->surface_, made->surface_, made->context_))
        return no_rendering("eglMakeCurrent");
    return made;
}

EglContext::~EglContext() {
    if (display_ == nullptr) return;
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (context_ != nullptr) eglDestroyContext(display_, context_);
    if (surface_ != nullptr) eglDestroySurface(display_, surface_);
    // The display is shared by all contexts of the process, so it is not terminated here.
}

void EglContext::make_current() const { eglMakeCurrent(display_, surface_, surface_, context_); }

EglContext::Loader EglContext::loader() {
    return [](const char* name) { return reinterpret_cast<void*>(eglGetProcAddress(name)); };
}

} // namespace biaokao
