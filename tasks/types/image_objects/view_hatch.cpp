#include "tasks/types/image_objects/view_hatch.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <imgui.h>

#include "engine/answer/shape_bounds.h"
#include "engine/geometry/ellipse.h"
#include "tasks/types/image_objects/outline_edit.h"
#include "tasks/types/image_objects/shape_measure.h"
#include "tasks/types/image_objects/snapping.h"
#include "tasks/types/image_objects/view_draw_shapes.h"

namespace biaokao::image_objects {
namespace {

constexpr float least_side_px = 12; // smaller shapes show no hatch
constexpr double mask_step_px = 2;  // a mask is asked so often along a line
constexpr std::size_t corners_of_ellipse = 64;

// The screen as the lines of one hatch see it: x across them, y along them.
struct AlongLines {
    Vec2 across;
    [[nodiscard]] Vec2 along() const { return {-across.y, across.x}; }
    [[nodiscard]] Vec2 from_screen(Vec2 point) const {
        return {point.x * across.x + point.y * across.y, point.y * across.x - point.x * across.y};
    }
    [[nodiscard]] Vec2 to_screen(Vec2 point) const {
        return (across * point.x + along() * point.y) * (1 / (across.x * across.x + across.y * across.y));
    }
    [[nodiscard]] Box from_screen(const Box& box) const {
        const std::array corners{from_screen(Vec2{box.x, box.y}), from_screen(Vec2{box.right(), box.y}),
                                 from_screen(Vec2{box.right(), box.bottom()}), from_screen(Vec2{box.x, box.bottom()})};
        Box around = box_from_corners(corners[0], corners[2]);
        return box_around(around, box_from_corners(corners[1], corners[3]));
    }
};

// In image pixels; empty for what is no ring.
std::vector<Vec2> ring_in_image(const Shape& shape) {
    if (const auto* box = std::get_if<RotatedBox>(&shape)) return corners_of(*box);
    if (const auto* ellipse = std::get_if<Ellipse>(&shape)) return ring_of(*ellipse, corners_of_ellipse);
    if (const auto* polygon = std::get_if<Polygon>(&shape)) return polygon->points;
    return {};
}

std::vector<Stretch> stretches_in_ring(const AlongLines& frame, const ImageZoom& zoom, const std::vector<Vec2>& ring,
                                       double first, double gap, double end) {
    std::vector<Vec2> turned;
    turned.reserve(ring.size());
    for (const Vec2 point : ring) turned.push_back(frame.from_screen(zoom.screen_from_image(point)));
    return stretches_inside(turned, first, gap, end);
}

std::vector<Stretch> stretches_in_mask(const AlongLines& frame, const ImageZoom& zoom, const MaskRuns& mask,
                                       const Box& area, double first, double gap) {
    std::vector<Stretch> stretches;
    const double step = mask_step_px * length_of(frame.across); // in the frame a diagonal pixel is longer
    for (double x = first; x < area.right(); x += gap) {
        bool inside = false;
        for (double y = area.y; y < area.bottom(); y += step) {
            const bool set = is_set(mask, zoom.image_from_screen(frame.to_screen({x, y + step / 2})));
            if (set && !inside) stretches.push_back({x, y, y + step});
            else if (set) stretches.back().to = y + step;
            inside = set;
        }
    }
    return stretches;
}

} // namespace

void draw_hatch_in(const Ui& ui, ImDrawList& list, const ImageZoom& zoom, const Shape& shape, const Box& clip,
                   int hatch, std::uint32_t color) {
    if (hatch <= 0 || !is_closed(shape)) return;
    const Box bounds = zoom.screen_from_image(bounds_of(shape).value_or(Box{}));
    if (std::holds_alternative<Box>(shape)) return draw_hatch(ui, list, bounds, clip, hatch, color);
    if (apart(bounds, clip) || std::min(bounds.width, bounds.height) < static_cast<double>(ui.px(least_side_px)))
        return;
    const Box seen =
        box_from_corners({std::max(bounds.x, clip.x), std::max(bounds.y, clip.y)},
                         {std::min(bounds.right(), clip.right()), std::min(bounds.bottom(), clip.bottom())});
    const std::vector<Vec2> ring = ring_in_image(shape);
    for (const HatchLines& lines : hatch_lines(ui, hatch, {seen.width, seen.height})) {
        const AlongLines frame{lines.across};
        const Box area = frame.from_screen(seen);
        const double first = std::ceil(area.x / lines.gap) * lines.gap;
        const auto* mask = std::get_if<MaskRuns>(&shape);
        for (const Stretch& line : mask ? stretches_in_mask(frame, zoom, *mask, area, first, lines.gap)
                                        : stretches_in_ring(frame, zoom, ring, first, lines.gap, area.right())) {
            const double from = std::max(line.from, area.y), to = std::min(line.to, area.bottom());
            if (from < to)
                list.AddLine(vec(frame.to_screen({line.x, from})), vec(frame.to_screen({line.x, to})), color, ui.px(1));
        }
    }
}

} // namespace biaokao::image_objects
