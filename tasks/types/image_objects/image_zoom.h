// Where a picture stands on the screen: one scale and the image point in the middle of the canvas.
#pragma once

#include "engine/geometry/vec.h"

namespace biaokao::image_objects {

constexpr double zoom_step = 1.1, zoom_min = 0.02, zoom_max = 64.0;
constexpr double nearest_filter_from = 4.0; // 400 %: every pixel is seen as a square

struct ImageZoom {
    Box canvas_in_screen;
    Vec2 center_in_image; // what stands in the middle of the canvas
    double zoom = 1;      // screen pixels for one image pixel

    // Inline: asked for each point of every outline in each frame.
    [[nodiscard]] Vec2 screen_from_image(Vec2 point_in_image) const {
        return canvas_in_screen.middle() + (point_in_image - center_in_image) * zoom;
    }
    [[nodiscard]] Vec2 image_from_screen(Vec2 point_in_screen) const;
    [[nodiscard]] Box screen_from_image(const Box& box_in_image) const;

    void fit(Vec2 image_size);                               // the whole picture with a small margin
    void fit_box(const Box& box_in_image, double share);     // the box takes this share of the canvas, at most 400 %
    void set_zoom_at(double new_zoom, Vec2 point_in_screen); // the pixel under the point stays
    void pan(Vec2 delta_in_screen);
    // Never lets the picture leave the canvas altogether: its middle point stays on the picture.
    void keep_on_picture(Vec2 image_size);
    // Scrolls as far as needed to have the point inside the canvas with a margin (screen pixels).
    void reveal(Vec2 point_in_image, double margin_in_screen);
};

} // namespace biaokao::image_objects
