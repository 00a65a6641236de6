// A platform without a window: frames are drawn off screen (EGL) or not at all, time and input are set by hand.
#pragma once

#include <memory>

#include "app/platform/platform.h"
#include "app/ui/keys.h"

namespace biaokao {

struct HeadlessOptions {
    int width = 1366, height = 768;
    double content_scale = 1.0;
    bool render = true; // false: no GL at all; screenshot() fails with "error.no_rendering"
};

class HeadlessPlatform : public Platform {
public:
    // Input of the next frame; one kind of change per frame, as a hand would do it.
    virtual void set_mouse(float x_in_screen, float y_in_screen) = 0;
    virtual void set_mouse_button(int button, bool down) = 0; // 0 left, 1 right, 2 middle
    virtual void add_wheel(float steps_y, float steps_x = 0) = 0;
    virtual void set_key(Key key, bool down) = 0;
    virtual void set_modifiers(bool ctrl, bool shift, bool alt) = 0;
    virtual void add_text(std::string_view utf8) = 0;
    virtual void resize(int width, int height) = 0;
    // Virtual time: the next frames see it, and the sound's clock too.
    virtual void advance(std::int64_t ms) = 0;
};

// "error.no_rendering" where EGL gives no surface.
[[nodiscard]] Result<std::unique_ptr<HeadlessPlatform>> make_headless_platform(const HeadlessOptions& options);

} // namespace biaokao
