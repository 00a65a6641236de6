#include "tasks/types/image_objects/image_zoom.h"

#include <algorithm>

namespace biaokao::image_objects {
namespace {

constexpr double fit_share = 0.97; // a rim of ground shows where the picture ends

double zoom_to_fit(const Box& canvas, Vec2 size, double share, double limit) {
    if (size.x <= 0 || size.y <= 0) return 1;
    const double fitting = std::min(canvas.width / size.x, canvas.height / size.y) * share;
    return std::clamp(fitting, zoom_min, limit);
}

} // namespace

Vec2 ImageZoom::image_from_screen(Vec2 point_in_screen) const {
    return center_in_image + (point_in_screen - canvas_in_screen.middle()) * (1 / zoom);
}

Box ImageZoom::screen_from_image(const Box& box_in_image) const {
    const Vec2 corner = screen_from_image(Vec2{box_in_image.x, box_in_image.y});
    return {corner.x, corner.y, box_in_image.width * zoom, box_in_image.height * zoom};
}

void ImageZoom::fit(Vec2 image_size) {
    zoom = zoom_to_fit(canvas_in_screen, image_size, fit_share, zoom_max);
    center_in_image = image_size * 0.5;
}

void ImageZoom::fit_box(const Box& box_in_image, double share) {
    zoom = zoom_to_fit(canvas_in_screen, {box_in_image.width, box_in_image.height}, share, nearest_filter_from);
    center_in_image = box_in_image.middle();
}

void ImageZoom::set_zoom_at(double new_zoom, Vec2 point_in_screen) {
    const Vec2 kept_in_image = image_from_screen(point_in_screen);
    zoom = std::clamp(new_zoom, zoom_min, zoom_max);
    center_in_image = kept_in_image - (point_in_screen - canvas_in_screen.middle()) * (1 / zoom);
}

void ImageZoom::pan(Vec2 delta_in_screen) { center_in_image = center_in_image - delta_in_screen * (1 / zoom); }

void ImageZoom::keep_on_picture(Vec2 image_size) {
    center_in_image.x = std::clamp(center_in_image.x, 0.0, std::max(image_size.x, 0.0));
    center_in_image.y = std::clamp(center_in_image.y, 0.0, std::max(image_size.y, 0.0));
}

void ImageZoom::reveal(Vec2 point_in_image, double margin_in_screen) {
    const Vec2 at = screen_from_image(point_in_image);
    const double margin = std::min({margin_in_screen, canvas_in_screen.width / 4, canvas_in_screen.height / 4});
    const Vec2 inside{std::clamp(at.x, canvas_in_screen.x + margin, canvas_in_screen.right() - margin),
                      std::clamp(at.y, canvas_in_screen.y + margin, canvas_in_screen.bottom() - margin)};
    pan(inside - at);
}

} // namespace biaokao::image_objects
