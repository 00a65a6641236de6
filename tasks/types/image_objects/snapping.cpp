#include "tasks/types/image_objects/snapping.h"

#include <array>
#include <cmath>
#include <span>

#include "engine/answer/shape_bounds.h"
#include "tasks/types/image_objects/shape_measure.h"
#include "tasks/types/image_objects/turning_frame.h"

namespace biaokao::image_objects {
namespace {

struct Pull {
    double delta = 0;
    std::optional<SnapLine> line;
};

// The nearest line to any of `places` that runs beside the stretch low…high.
Pull nearest(const std::vector<SnapLine>& lines, std::span<const double> places, double low, double high,
             double reach) {
    Pull best;
    for (const SnapLine& line : lines) {
        if (low > line.to + reach || high < line.from - reach) continue;
        for (const double place : places) {
            const double delta = line.at - place;
            if (std::abs(delta) > reach || (best.line && std::abs(delta) >= std::abs(best.delta))) continue;
            best = {delta, line};
        }
    }
    return best;
}

void add_points(SnapLines& lines, const std::vector<Vec2>& points) {
    lines.points.insert(lines.points.end(), points.begin(), points.end());
}

} // namespace

void add_shape(SnapLines& lines, const Shape& shape) {
    if (const auto* box = std::get_if<Box>(&shape)) {
        lines.upright.push_back({box->x, box->y, box->bottom()});
        lines.upright.push_back({box->right(), box->y, box->bottom()});
        lines.level.push_back({box->y, box->x, box->right()});
        lines.level.push_back({box->bottom(), box->x, box->right()});
    }
    if (const auto* box = std::get_if<RotatedBox>(&shape)) add_points(lines, corners_of(*box));
    if (std::holds_alternative<Ellipse>(shape))
        for (const Handle end : {Handle{-1, 0}, Handle{1, 0}, Handle{0, -1}, Handle{0, 1}})
            lines.points.push_back(handle_position(*turning_frame(shape), end));
    if (const auto* points = outline_of(shape)) add_points(lines, *points);
    if (const auto* keypoints = std::get_if<Keypoints>(&shape))
        for (const Keypoint& point : keypoints->points)
            if (point.visibility != Visibility::unlabelled) lines.points.push_back(point.at);
}

Snap snap_point(const SnapLines& lines, Vec2 point, double reach, bool use_x, bool use_y) {
    if (use_x && use_y) {
        std::optional<Vec2> nearest;
        double best = reach;
        for (const Vec2 each : lines.points) {
            const double distance = length_of(each - point);
            if (distance > best) continue;
            best = distance;
            nearest = each;
        }
        if (nearest) return {*nearest - point, {}, {}, nearest};
    }
    Pull x, y;
    if (use_x) x = nearest(lines.upright, std::array{point.x}, point.y, point.y, reach);
    if (use_y) y = nearest(lines.level, std::array{point.y}, point.x, point.x, reach);
    return {{x.delta, y.delta}, x.line, y.line, {}};
}

Snap snap_box(const SnapLines& lines, const Box& box, double reach) {
    const Pull x = nearest(lines.upright, std::array{box.x, box.right()}, box.y, box.bottom(), reach);
    const Pull y = nearest(lines.level, std::array{box.y, box.bottom()}, box.x, box.right(), reach);
    return {{x.delta, y.delta}, x.line, y.line, {}};
}

bool apart(const Box& a, const Box& b) {
    return a.right() < b.x || a.x > b.right() || a.bottom() < b.y || a.y > b.bottom();
}

SnapLines snap_lines(const std::vector<PlacedShape>& shapes, Vec2 image_size, const ObjectIds& moving,
                     const Box& place) {
    SnapLines lines;
    add_shape(lines, Box{0, 0, image_size.x, image_size.y});
    for (const PlacedShape& each : shapes)
        if (!apart(each.bounds, place) && !moving.contains(each.id)) add_shape(lines, each.shape());
    return lines;
}

} // namespace biaokao::image_objects
