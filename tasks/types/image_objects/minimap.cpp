#include "tasks/types/image_objects/minimap.h"

#include <algorithm>

namespace biaokao::image_objects {

std::optional<Box> minimap_place(const ImageZoom& view, Vec2 image_size, double side_in_screen,
                                 double margin_in_screen) {
    const Box& canvas = view.canvas_in_screen;
    const Box picture = view.screen_from_image(Box{0, 0, image_size.x, image_size.y});
    const bool all_seen = picture.x >= canvas.x && picture.y >= canvas.y && picture.right() <= canvas.right() &&
                          picture.bottom() <= canvas.bottom();
    if (view.zoom < minimap_from_zoom || all_seen || image_size.x <= 0 || image_size.y <= 0) return std::nullopt;
    const double width = std::min(side_in_screen, canvas.width / 3),
                 height = std::min(side_in_screen, canvas.height / 3);
    const double scale = std::min(width / image_size.x, height / image_size.y);
    // A panorama is still something one can hit.
    const Vec2 size{std::max(image_size.x * scale, std::min(8.0, width)),
                    std::max(image_size.y * scale, std::min(8.0, height))};
    return Box{canvas.right() - margin_in_screen - size.x, canvas.bottom() - margin_in_screen - size.y, size.x, size.y};
}

Box minimap_frame(const ImageZoom& view, Vec2 image_size, const Box& minimap_in_screen) {
    const Box& canvas = view.canvas_in_screen;
    const auto place = [&](Vec2 point_in_screen) {
        const Vec2 point = view.image_from_screen(point_in_screen);
        return Vec2{minimap_in_screen.x + std::clamp(point.x / image_size.x, 0.0, 1.0) * minimap_in_screen.width,
                    minimap_in_screen.y + std::clamp(point.y / image_size.y, 0.0, 1.0) * minimap_in_screen.height};
    };
    return box_from_corners(place({canvas.x, canvas.y}), place({canvas.right(), canvas.bottom()}));
}

Vec2 image_from_minimap(Vec2 point_in_screen, Vec2 image_size, const Box& minimap_in_screen) {
    const auto share = [](double at, double begin, double length) {
        return std::clamp((at - begin) / length, 0.0, 1.0);
    };
    return {share(point_in_screen.x, minimap_in_screen.x, minimap_in_screen.width) * image_size.x,
            share(point_in_screen.y, minimap_in_screen.y, minimap_in_screen.height) * image_size.y};
}

} // namespace biaokao::image_objects
