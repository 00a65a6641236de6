// The first look at a large picture, on the graphics card: what there is of it while it is still being read.
#pragma once

#include "app/platform/platform.h"
#include "engine/media/first_look.h"
#include "tasks/types/image_objects/image_zoom.h"
#include "tasks/types/image_objects/picture_look.h"

struct ImDrawList;

namespace biaokao::image_objects {

class FirstLookTexture {
public:
    explicit FirstLookTexture(Platform& platform) : platform_(platform) {}
    ~FirstLookTexture() { drop(); }
    FirstLookTexture(const FirstLookTexture&) = delete;
    FirstLookTexture& operator=(const FirstLookTexture&) = delete;

    // Brings up what has come since; a copy of a small picture, a few times while it is read.
    void follow(const FirstLook& look, const Tone& tone);
    [[nodiscard]] Vec2 picture_size() const { return size_; } // {0, 0}: nothing is seen yet
    void draw(ImDrawList& list, const ImageZoom& view) const;

private:
    void drop();

    Platform& platform_;
    TextureId texture_;
    Vec2 size_;
    int rows_ = 0;
};

} // namespace biaokao::image_objects
