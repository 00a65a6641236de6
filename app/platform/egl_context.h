// OpenGL 3.3 without a window or an X server: EGL on a surfaceless display (Mesa), else with a tiny pbuffer.
#pragma once

#include <memory>

#include "engine/base/result.h"

namespace biaokao {

class EglContext {
public:
    // Current on this thread when it returns. "error.no_rendering", args: reason.
    static Result<std::unique_ptr<EglContext>> create();
    ~EglContext();
    EglContext(const EglContext&) = delete;
    EglContext& operator=(const EglContext&) = delete;

    void make_current() const;
    using Loader = void* (*)(const char* name);
    [[nodiscard]] static Loader loader();

private:
    EglContext() = default;
    // EGL's handles are plain pointers; its header stays out of this one.
    void* display_ = nullptr;
    void* surface_ = nullptr;
    void* context_ = nullptr;
};

} // namespace biaokao
