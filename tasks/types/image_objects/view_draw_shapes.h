// Draws one shape of a picture on the canvas, whatever its kind, with a dark casing, so that every colour is seen on
// every picture.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "app/ui/ui.h"
#include "engine/answer/answer.h"
#include "tasks/types/image_objects/image_zoom.h"
#include "tasks/types/image_objects/skeleton.h"

struct ImDrawList;
struct ImVec2;

namespace biaokao::image_objects {

struct ShapeLook {
    std::uint32_t color = 0xffffffff;
    float width_px = 2;
    double fill = 0; // opacity inside a closed shape
    bool dashed = false;
    bool cased = true; // false: light, not a line
    double opacity = 1;
    float detail_px = 1; // outlines leave out points that are nearer to the last one than this
};
// What the canvas does not show is left out: `clip` is the canvas. `known_bounds` of the shape in the image save the
// work of finding them.
void draw_shape(Ui& ui, ImDrawList& list, const ImageZoom& zoom, const Shape& shape, const ShapeLook& look,
                const Box& clip, const std::optional<Box>& known_bounds = {});
// The bones between key points, to be drawn under them: thinner, and faint where an end is hidden.
void draw_bones(Ui& ui, ImDrawList& list, const ImageZoom& zoom, std::span<const Bone> bones, const ShapeLook& look,
                const Box& clip);
// An upright box that is in screen pixels already.
void draw_box(Ui& ui, ImDrawList& list, const Box& box_in_screen, const ShapeLook& look, const Box& clip);
// An outline as it is being drawn: open, without a fill.
void draw_path(Ui& ui, ImDrawList& list, const ImageZoom& zoom, std::span<const Vec2> points, const ShapeLook& look,
               const Box& clip);
// A filled tag with words above the box, or inside it where there is no room above.
void draw_tag(Ui& ui, ImDrawList& list, const Box& box_in_screen, std::string_view words, std::uint32_t color,
              const Box& clip);
// Words beside a point, readable on any picture.
void draw_words(Ui& ui, ImDrawList& list, Vec2 at_in_screen, std::string_view words);

[[nodiscard]] ImVec2 vec(Vec2 point);
[[nodiscard]] ImVec2 upper_left(const Box& box);
[[nodiscard]] ImVec2 lower_right(const Box& box);

} // namespace biaokao::image_objects
