// The small picture in the corner of the canvas that shows where one is: its geometry.
#pragma once

#include <optional>

#include "tasks/types/image_objects/image_zoom.h"

namespace biaokao::image_objects {

constexpr double minimap_from_zoom = 2; // 200 %

// Where it stands: the lower right corner, `side_in_screen` at most, never more than a third of the canvas. Nothing
// below 200 %, or while the whole picture is seen.
[[nodiscard]] std::optional<Box> minimap_place(const ImageZoom& view, Vec2 image_size, double side_in_screen,
                                               double margin_in_screen);
// The part of it that the canvas shows.
[[nodiscard]] Box minimap_frame(const ImageZoom& view, Vec2 image_size, const Box& minimap_in_screen);
// What point of the picture is meant by this point of it; always on the picture.
[[nodiscard]] Vec2 image_from_minimap(Vec2 point_in_screen, Vec2 image_size, const Box& minimap_in_screen);

} // namespace biaokao::image_objects
