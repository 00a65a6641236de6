#include "tasks/types/image_objects/view_draw_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "app/ui/labelling/overlay_style.h"
#include "engine/answer/shape_bounds.h"
#include "engine/geometry/ellipse.h"
#include "tasks/types/image_objects/mask_edit.h"
#include "tasks/types/image_objects/outline_edit.h"
#include "tasks/types/image_objects/shape_measure.h"
#include "tasks/types/image_objects/snapping.h"

namespace biaokao::image_objects {
namespace {

constexpr std::uint32_t casing = IM_COL32(0, 0, 0, 150);
constexpr float key_point_radius_px = 4.5f;
constexpr double faint_bone = 0.45; // opacity
constexpr double fill_step_px = 2;  // a fill is drawn in upright bars of this width

// Dashes along an edge; only the part near the canvas, an edge may be a million pixels long.
void dashed_edge(ImDrawList& list, Vec2 from, Vec2 to, const Box& clip, double dash, std::uint32_t color, float width) {
    const Vec2 way = to - from;
    const double length = length_of(way);
    if (!(length > 0)) return;
    const Vec2 unit = way * (1 / length);
    double begin = 0, end = length;
    const auto cut = [&](double at, double along, double low_side, double high_side) {
        if (along == 0) return at >= low_side && at <= high_side;
        const double a = (low_side - at) / along, b = (high_side - at) / along;
        begin = std::max(begin, std::min(a, b));
        end = std::min(end, std::max(a, b));
        return begin < end;
    };
    if (!cut(from.x, unit.x, clip.x, clip.right()) || !cut(from.y, unit.y, clip.y, clip.bottom())) return;
    for (double at = std::floor(begin / (2 * dash)) * 2 * dash; at < end; at += 2 * dash)
        list.AddLine(vec(from + unit * at), vec(from + unit * std::min(at + dash, length)), color, width);
}

struct Stroke {
    Ui& ui;
    ImDrawList& list;
    const ShapeLook& look;
    const Box& clip;

    // Once as a dark casing and once in colour.
    template <class Draw>
    void twice(const Draw& draw) const {
        const float width = ui.px(look.width_px);
        if (look.cased) draw(with_opacity(casing, look.opacity), width + ui.px(2));
        draw(with_opacity(look.color, look.opacity), width);
    }
    void path(std::span<const Vec2> points_in_screen, bool closed) const {
        const double dash = static_cast<double>(ui.px(7));
        if (look.dashed)
            return twice([&](std::uint32_t color, float width) {
                for (std::size_t i = 0; i < edge_count(points_in_screen.size(), closed); ++i)
                    dashed_edge(list, points_in_screen[i], points_in_screen[(i + 1) % points_in_screen.size()], clip,
                                dash, color, width);
            });
        std::vector<ImVec2> points;
        points.reserve(points_in_screen.size());
        for (const Vec2 point : points_in_screen) points.push_back(vec(point));
        twice([&](std::uint32_t color, float width) { compat::stroke_polyline(list, points, color, width, closed); });
    }
    [[nodiscard]] std::uint32_t fill_color() const { return with_opacity(look.color, look.fill * look.opacity); }
    void fill(std::span<const Vec2> ring_in_screen, const Box& bounds) const {
        if (look.fill <= 0) return;
        const double begin = std::max(bounds.x, clip.x), end = std::min(bounds.right(), clip.right());
        // The bars stand on the screen's own raster, so that they do not flicker while the view moves.
        const double first = std::floor(begin / fill_step_px) * fill_step_px + fill_step_px / 2;
        for (const Stretch& bar : stretches_inside(ring_in_screen, first, fill_step_px, end)) {
            const double top = std::max(bar.from, clip.y), bottom = std::min(bar.to, clip.bottom());
            if (top < bottom)
                list.AddRectFilled(vec({bar.x - fill_step_px / 2, top}), vec({bar.x + fill_step_px / 2, bottom}),
                                   fill_color());
        }
    }
};

// On the screen, without points that lie within `detail` pixels of the one before.
std::vector<Vec2> on_screen(const ImageZoom& zoom, std::span<const Vec2> points, double detail) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const double detail_in_image = detail / zoom.zoom;
    std::vector<Vec2> kept;
    kept.reserve(points.size());
    Vec2 last{-infinity, -infinity};
    for (const Vec2 point : points) {
        if (std::abs(point.x - last.x) < detail_in_image && std::abs(point.y - last.y) < detail_in_image) continue;
        last = point;
        kept.push_back(zoom.screen_from_image(point));
    }
    return kept;
}

void draw_ring(const Stroke& stroke, const ImageZoom& zoom, std::span<const Vec2> ring, const Box& bounds) {
    const auto points = on_screen(zoom, ring, static_cast<double>(stroke.look.detail_px));
    if (points.size() < 3) { // smaller than a point: still to be seen
        const Box dot{bounds.x - 0.5, bounds.y - 0.5, bounds.width + 1, bounds.height + 1};
        stroke.list.AddRectFilled(upper_left(dot), lower_right(dot),
                                  with_opacity(stroke.look.color, stroke.look.opacity));
        return;
    }
    stroke.fill(points, bounds);
    stroke.path(points, true);
}

// As many corners as keep the ring within a quarter of a pixel of the ellipse: r (1 − cos(π / n)) ≤ ¼.
std::size_t corners_for(const Ellipse& ellipse, double zoom) {
    const double radius = std::max(ellipse.radius_x, ellipse.radius_y) * zoom;
    return 4 * static_cast<std::size_t>(std::clamp(std::ceil(1.2 * std::sqrt(radius)), 3.0, 500.0));
}

// Visible points are filled, hidden ones hollow, those that are not there leave no trace. Dashed, as a reference is,
// they are crosses.
void draw_key_points(const Stroke& stroke, const ImageZoom& zoom, const Keypoints& keypoints) {
    const ShapeLook& look = stroke.look;
    ImDrawList& list = stroke.list;
    const float radius = stroke.ui.px(key_point_radius_px + look.width_px / 2);
    for (const Keypoint& point : keypoints.points) {
        const Vec2 at = zoom.screen_from_image(point.at);
        if (point.visibility == Visibility::unlabelled || !grown(stroke.clip, 20).contains(at)) continue;
        const ImVec2 centre = vec(at);
        if (look.dashed) {
            stroke.twice([&](std::uint32_t color, float width) {
                list.AddLine({centre.x - radius, centre.y}, {centre.x + radius, centre.y}, color, width);
                list.AddLine({centre.x, centre.y - radius}, {centre.x, centre.y + radius}, color, width);
            });
        } else if (point.visibility == Visibility::visible && look.cased) {
            list.AddCircleFilled(centre, radius + stroke.ui.px(1.5f), with_opacity(casing, look.opacity));
            list.AddCircleFilled(centre, radius, with_opacity(look.color, look.opacity));
        } else {
            stroke.twice([&](std::uint32_t color, float width) { list.AddCircle(centre, radius, color, 0, width); });
        }
    }
}

// A tint over the set pixels: one bar for each stretch of a column, and no more columns than the screen has.
void draw_mask(const Stroke& stroke, const ImageZoom& zoom, const MaskRuns& mask) {
    const Vec2 from = zoom.image_from_screen({stroke.clip.x, stroke.clip.y});
    const Vec2 to = zoom.image_from_screen({stroke.clip.right(), stroke.clip.bottom()});
    const double step = std::max(1.0, std::floor(1 / zoom.zoom));
    const std::uint32_t tint = with_opacity(stroke.look.color, (0.35 + stroke.look.fill) * stroke.look.opacity);
    const double first = std::floor(std::max(from.x, 0.0) / step) * step;
    for (double x = first; x < std::min<double>(to.x, mask.width); x += step) {
        double bottom = -1; // of the last bar on the screen: nothing is drawn twice within a pixel
        for (const PixelRun& rows : rows_in_column(mask, static_cast<std::uint32_t>(x))) {
            if (rows.end < from.y || rows.start > to.y) continue;
            const Vec2 a = zoom.screen_from_image(Vec2{x, static_cast<double>(rows.start)});
            const Vec2 b = zoom.screen_from_image(Vec2{x + step, static_cast<double>(rows.end)});
            if (b.y < bottom + 1 && bottom > 0) continue;
            stroke.list.AddRectFilled(vec(a), vec(b), tint);
            bottom = b.y;
        }
    }
}

} // namespace

ImVec2 vec(Vec2 point) { return {static_cast<float>(point.x), static_cast<float>(point.y)}; }
ImVec2 upper_left(const Box& box) { return vec({box.x, box.y}); }
ImVec2 lower_right(const Box& box) { return vec({box.right(), box.bottom()}); }

void draw_box(Ui& ui, ImDrawList& list, const Box& box, const ShapeLook& look, const Box& clip) {
    if (apart(box, clip)) return;
    const Stroke stroke{ui, list, look, clip};
    if (look.fill > 0) list.AddRectFilled(upper_left(box), lower_right(box), stroke.fill_color());
    if (!look.dashed)
        return stroke.twice([&](std::uint32_t color, float width) {
            compat::stroke_rect(list, upper_left(box), lower_right(box), color, width);
        });
    const Vec2 corners[] = {{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}};
    stroke.path(corners, true);
}

void draw_path(Ui& ui, ImDrawList& list, const ImageZoom& zoom, std::span<const Vec2> points, const ShapeLook& look,
               const Box& clip) {
    const Stroke stroke{ui, list, look, clip};
    stroke.path(on_screen(zoom, points, static_cast<double>(look.detail_px)), false);
}

void draw_shape(Ui& ui, ImDrawList& list, const ImageZoom& zoom, const Shape& shape, const ShapeLook& look,
                const Box& clip, const std::optional<Box>& known_bounds) {
    if (const auto* box = std::get_if<Box>(&shape)) return draw_box(ui, list, zoom.screen_from_image(*box), look, clip);
    const auto bounds_in_image = known_bounds ? known_bounds : bounds_of(shape);
    if (!bounds_in_image) return;
    const Box bounds = zoom.screen_from_image(*bounds_in_image);
    if (apart(grown(bounds, 20), clip)) return;
    const Stroke stroke{ui, list, look, clip};
    if (const auto* box = std::get_if<RotatedBox>(&shape)) draw_ring(stroke, zoom, corners_of(*box), bounds);
    if (const auto* ellipse = std::get_if<Ellipse>(&shape))
        draw_ring(stroke, zoom, ring_of(*ellipse, corners_for(*ellipse, zoom.zoom)), bounds);
    if (const auto* polygon = std::get_if<Polygon>(&shape)) draw_ring(stroke, zoom, polygon->points, bounds);
    if (const auto* line = std::get_if<Polyline>(&shape)) draw_path(ui, list, zoom, line->points, look, clip);
    if (const auto* points = std::get_if<Keypoints>(&shape)) draw_key_points(stroke, zoom, *points);
    if (const auto* mask = std::get_if<MaskRuns>(&shape)) draw_mask(stroke, zoom, *mask);
}

void draw_bones(Ui& ui, ImDrawList& list, const ImageZoom& zoom, std::span<const Bone> bones, const ShapeLook& look,
                const Box& clip) {
    ShapeLook thin = look;
    thin.width_px = std::max(1.0f, look.width_px * 0.75f);
    for (const Bone& bone : bones) {
        const std::array ends{zoom.screen_from_image(bone.from), zoom.screen_from_image(bone.to)};
        if (apart(grown(box_from_corners(ends[0], ends[1]), 20), clip)) continue;
        thin.opacity = bone.faint ? faint_bone * look.opacity : look.opacity;
        Stroke{ui, list, thin, clip}.path(ends, false);
    }
}

void draw_tag(Ui& ui, ImDrawList& list, const Box& box, std::string_view words, std::uint32_t color, const Box& clip) {
    if (apart(box, clip) || words.empty()) return;
    const ImVec2 size = ImGui::CalcTextSize(words.data(), words.data() + words.size());
    const float pad = ui.px(4), gap = ui.px(3);
    const float height = size.y + ui.px(2);
    const auto left_limit = static_cast<float>(clip.x), top_limit = static_cast<float>(clip.y);
    float x = std::max(static_cast<float>(box.x), left_limit);
    float y = static_cast<float>(box.y) - height - gap;
    if (y < top_limit) y = std::max(static_cast<float>(box.y) + gap, top_limit);
    x = std::max(std::min(x, static_cast<float>(clip.right()) - size.x - 2 * pad), left_limit);
    list.AddRectFilled({x, y}, {x + size.x + 2 * pad, y + height}, color, ui.px(3));
    list.AddText({x + pad, y + ui.px(1)}, readable_on(color), words.data(), words.data() + words.size());
}

void draw_words(Ui& ui, ImDrawList& list, Vec2 at, std::string_view words) {
    const ImVec2 size = ImGui::CalcTextSize(words.data(), words.data() + words.size());
    const ImVec2 corner = vec(at);
    const float pad = ui.px(3);
    list.AddRectFilled(corner, {corner.x + size.x + 2 * pad, corner.y + size.y}, IM_COL32(16, 20, 26, 190), ui.px(3));
    list.AddText({corner.x + pad, corner.y}, IM_COL32(255, 255, 255, 235), words.data(), words.data() + words.size());
}

} // namespace biaokao::image_objects
