#include "tasks/types/image_objects/view_first_look.h"

#include <imgui.h>

#include "app/ui/imgui_compat.h"

namespace biaokao::image_objects {

void FirstLookTexture::follow(const FirstLook& look, const Tone& tone) {
    auto seen = look.newer_than(rows_);
    if (!seen) return;
    Image& picture = seen->picture;
    for (std::size_t at = 0; at + 3 < picture.rgba.size(); at += 4)
        for (std::size_t channel = at; channel < at + 3; ++channel)
            picture.rgba[channel] = tone.table[picture.rgba[channel]];
    drop();
    texture_ = platform_.create_texture(picture.width, picture.height, picture.rgba);
    rows_ = seen->rows;
    size_ = {static_cast<double>(seen->width), static_cast<double>(seen->height)};
}

void FirstLookTexture::draw(ImDrawList& list, const ImageZoom& view) const {
    if (texture_.value == 0) return;
    const Box at = view.screen_from_image(Box{0, 0, size_.x, size_.y});
    list.AddImage(compat::texture_id(texture_.value), {static_cast<float>(at.x), static_cast<float>(at.y)},
                  {static_cast<float>(at.right()), static_cast<float>(at.bottom())});
}

void FirstLookTexture::drop() {
    if (texture_.value != 0) platform_.destroy_texture(texture_);
    texture_ = {};
}

} // namespace biaokao::image_objects
